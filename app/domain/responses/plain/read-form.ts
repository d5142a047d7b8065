import type { Definition } from "#surveys/definition.ts";
import type { PlainControl, PlainInput } from "#surveys/plain/control.ts";
import { everythingOn } from "#surveys/plain/everything.ts";
import { inputsOf, type Posted, pathsOf, readPlain } from "#surveys/plain/posted.ts";
import { Problem } from "../../problem.ts";
import { type Base, entriesIn } from "./base.ts";

/** One value that a form holds in another way than it was handed out. */
export type PlainEdit = { path: string; base: number; value: unknown };

/** What was posted of a page: its edits, and where each field stands in the form. */
export type ReadForm = { edits: PlainEdit[]; inputs: PlainInput[]; groups: Group[] };

/** A repeated group of the page with its entries. */
export type Group = { path: string; entries: string[]; most: number };

/**
 * Reads a posted page. Only fields that the form held count, and of these only those whose value is another one now.
 * Throws unknown-field where a name belongs to nothing on this page. `signOf` gives the sign of a value.
 */
export function readForm(
  definition: Definition,
  page: string,
  { posted, base, signOf }: { posted: Posted; base: Base; signOf: (value: unknown) => string },
): ReadForm {
  const controls = everythingOn(definition, page, entriesIn(base));
  const inputs = inputsOf(controls);
  const groups = groupsOf(controls);
  const known = new Set([...inputs.flatMap(pathsOf), ...inputs.map(({ path }) => path)]);
  const entries = new Set(groups.flatMap((group) => group.entries));
  if ([...posted.keys()].some((name) => !known.has(name))) throw new Problem("unknown-field");
  if ([...base.keys()].some((path) => !known.has(path) && !entries.has(path))) throw new Problem("unknown-field");
  const edits = inputs.flatMap((input) =>
    readPlain(input, posted).flatMap(({ path, value }): PlainEdit[] => {
      const shown = base.get(path);
      return shown && shown.sign !== signOf(value) ? [{ path, base: shown.rev, value }] : [];
    }),
  );
  return { edits, inputs: inputs.filter((input) => pathsOf(input).some((path) => base.has(path))), groups };
}

export function groupsOf(controls: readonly PlainControl[]): Group[] {
  return controls.flatMap((control): Group[] => {
    if (control.control === "records") return control.records.flatMap((record) => groupsOf(record.fields));
    if (control.control !== "entries") return [];
    const inner = control.entries.flatMap((entry) => groupsOf(entry.fields));
    return [{ path: control.path, entries: control.entries.map(({ path }) => path), most: control.most }, ...inner];
  });
}
