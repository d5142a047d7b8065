import { codeOf } from "../choices.ts";
import { asNumber, isEmpty } from "../json.ts";
import type { PlainControl, PlainInput, PlainOption } from "./control.ts";

/** Values as a form holds them: any number of texts under each name. */
export type Posted = ReadonlyMap<string, readonly string[]>;

export type FieldValue = { path: string; value: unknown };

/** The controls that fill fields, in the order of the form: those of rows, cells and entries too. */
export function inputsOf(controls: readonly PlainControl[]): PlainInput[] {
  return controls.flatMap((control): PlainInput[] => {
    switch (control.control) {
      case "table":
        return [...control.rows, ...(control.beside ?? [])];
      case "records":
        return control.records.flatMap((record) => inputsOf(record.fields));
      case "entries":
        return control.entries.flatMap((entry) => inputsOf(entry.fields));
      case "words":
      case "script":
        return [];
      default:
        return [control, ...(control.beside ?? [])];
    }
  });
}

/** The fields that a control fills. */
export const pathsOf = (input: PlainInput): string[] =>
  input.control === "checkboxes" ? input.options.map((option) => option.path) : [input.path];

/** What was posted as field values; null takes an answer back. What no option stands for is kept as it came, for the check. */
export function readPlain(input: PlainInput, posted: Posted): FieldValue[] {
  const texts = posted.get(input.path) ?? [];
  switch (input.control) {
    case "checkboxes":
      return input.options.map(({ path, raw }) => {
        const isChosen = (posted.get(path)?.length ?? 0) > 0;
        return { path, value: isChosen ? (raw ?? true) : null };
      });
    case "ranking": {
      const ranked = texts.filter((text) => text !== "").map((text) => storedAs(input.options, text));
      return [{ path: input.path, value: ranked.length > 0 ? ranked : null }];
    }
    case "radio":
    case "select": {
      const text = texts[0] ?? "";
      return [{ path: input.path, value: text === "" ? null : storedAs(input.options, text) }];
    }
    case "line": {
      const text = texts[0] ?? "";
      if (text.trim() === "") return [{ path: input.path, value: null }];
      return [{ path: input.path, value: input.number ? numberIn(text.trim()) : text }];
    }
    case "area": {
      // Browsers post line ends as CR LF; SurveyJS keeps LF.
      const text = (texts[0] ?? "").replaceAll("\r\n", "\n");
      return [{ path: input.path, value: text.trim() === "" ? null : text }];
    }
  }
}

/** The form of what is stored: the opposite of `readPlain`. A value for which the form has no place is not in it. */
export function writePlain(input: PlainInput, stored: (path: string) => unknown): [name: string, texts: string[]][] {
  if (input.control === "checkboxes") {
    return input.options.filter(({ path }) => !isEmpty(stored(path))).map(({ path }) => [path, [CHECKED]]);
  }
  const value = stored(input.path);
  if (isEmpty(value)) return [];
  if (input.control === "ranking") return [[input.path, (Array.isArray(value) ? value : [value]).map(codeOf)]];
  // A list keeps what it no longer offers; among radio buttons nothing is pressed then.
  if (input.control === "radio" && !input.options.some((option) => option.value === codeOf(value))) return [];
  if (input.control === "line" && input.number) return [[input.path, [codeOf(value).replace(".", ",")]]];
  return [[input.path, [codeOf(value)]]];
}

/** What a ticked box posts. */
export const CHECKED = "1";

const storedAs = (options: readonly PlainOption[], text: string): unknown =>
  options.find((option) => option.value === text)?.raw ?? text;

/** "3,5" and "3.5"; what is no number stays a text, and the check says so. */
function numberIn(text: string): unknown {
  const plain = text.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? (asNumber(plain) ?? text) : text;
}
