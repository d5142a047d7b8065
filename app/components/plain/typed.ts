import type { PlainControl } from "#surveys/plain/control.ts";
import { inputsOf, pathsOf } from "#surveys/plain/posted.ts";
import type { Fault } from "../../domain/problem.ts";

/** What was typed and could not be saved: the whole form where it was refused, else what is wrong in it. */
export type Typed = {
  faults: Fault[];
  refused?: string;
  posted: [name: string, texts: string[]][];
  base: string;
};

type Form = { values: [name: string, texts: string[]][]; base: string };

/**
 * The form as it stands with what was typed over it. A field that was not saved keeps the revision it was typed on: what a
 * colleague wrote meanwhile must not be overwritten by the next try.
 */
export function withTyped(controls: readonly PlainControl[], form: Form, typed: Typed | undefined): Form {
  if (!typed) return form;
  const posted = new Map(typed.posted);
  const values = new Map(form.values);
  const base: Record<string, string> = JSON.parse(form.base);
  const before = new Map(Object.entries(JSON.parse(typed.base) as Record<string, string>));
  const isWrong = (path: string) =>
    typed.refused !== undefined || typed.faults.some((fault) => touches(fault.path, path));
  for (const input of inputsOf(controls)) {
    for (const path of new Set([input.path, ...pathsOf(input)])) {
      const shown = before.get(path);
      if (!isWrong(path) || !(shown !== undefined || before.has(pathsOf(input)[0] ?? ""))) continue;
      const texts = posted.get(path);
      if (texts) values.set(path, texts);
      else values.delete(path);
      if (shown !== undefined && path in base) base[path] = shown;
    }
  }
  return { values: [...values], base: JSON.stringify(base) };
}

const touches = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
