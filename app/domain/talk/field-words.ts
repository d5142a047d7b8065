import type { Definition } from "#surveys/definition.ts";
import { isObject } from "#surveys/json.ts";
import type { Question } from "#surveys/question.ts";
import { formatQuantity, textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";

/** Longer values are cut in a history: they can be read whole where they stand. */
const SHOWN = 400;

export type FieldWords = {
  /** what of the question changed: row and column, a choice, the comment; empty where it is the question itself */
  parts: string[];
  /** the value as people read it; empty where the answer was taken back */
  value: string;
  /** a choice or an entry that was put there or taken away, rather than a value that changed */
  step: "chosen" | "unchosen" | "placed" | "removed" | null;
};

export type WordTexts = { comment: string; entry: string };

/**
 * A field of an answer and its value in words, with the labels of the definition. `path` is a field path: names joined by
 * "/" with `=code` for a choice and `@id` for an entry; the comment beside a value has the suffix `-Comment`.
 */
export function fieldInWords(
  definition: Definition,
  path: string,
  value: unknown,
  { locale, texts }: { locale: Locale; texts: WordTexts },
): FieldWords {
  const [first = "", ...rest] = path.split("/").map(decoded);
  const read = (text: { de: string; en?: string }) => textIn(text, locale);
  const byName = (name: string) => definition.level.byName.get(name)?.[0];
  const own = byName(first);
  if (!own && first.endsWith("-Comment"))
    return { parts: [texts.comment], value: cut(String(value ?? "")), step: null };

  const parts: string[] = [];
  let question: Question | undefined = own;
  let step: FieldWords["step"] = null;
  for (const name of rest) {
    if (name.startsWith("=")) {
      const code = name.slice(1);
      const choice = question?.choices.find((one) => one.code === code);
      parts.push(choice ? read(choice.label) : code);
      step = value === null || value === undefined ? "unchosen" : "chosen";
      continue;
    }
    if (name.startsWith("@")) {
      parts.push(texts.entry);
      step = value === null || value === undefined ? "removed" : "placed";
      continue;
    }
    step = null;
    const row = question?.rows.find((one) => one.name === name);
    if (row) {
      parts.push(read(row.label));
      // A simple matrix has one value per row, chosen among its columns; in a table the columns are questions.
      if (row.level.questions.length > 0 && question) question = { ...question, rows: [], fields: row.level };
      continue;
    }
    const found: Question | undefined = question?.fields.byName.get(name)?.[0];
    const comment = question?.fields.byName.get(name.replace(/-Comment$/, ""))?.[0];
    if (found) parts.push(read(found.title));
    else if (comment) parts.push(read(comment.title), texts.comment);
    else parts.push(name);
    question = found;
  }
  return { parts, value: step ? "" : cut(valueInWords(question, value, locale)), step };
}

/** A value with the labels of its question; a record as "label: value" pairs. */
export function valueInWords(question: Question | undefined, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) {
    return value
      .map((one) => valueInWords(question, one, locale))
      .filter(Boolean)
      .join(", ");
  }
  if (isObject(value)) {
    return Object.entries(value)
      .map(([name, one]) => {
        const row = question?.rows.find((candidate) => candidate.name === name);
        const field = question?.fields.byName.get(name)?.[0];
        const within = row ? (row.level.questions.length > 0 ? tableRow(question, row.level) : question) : field;
        const words = valueInWords(within, one, locale);
        const label = row?.label ?? field?.title;
        return words && `${label ? textIn(label, locale) : name}: ${words}`;
      })
      .filter(Boolean)
      .join("; ");
  }
  const choice = question?.choices.find((one) => one.code === String(value));
  if (choice) return textIn(choice.label, locale);
  return typeof value === "number" ? formatQuantity(value, locale) : String(value);
}

function tableRow(question: Question | undefined, level: Question["fields"]): Question | undefined {
  return question && { ...question, rows: [], fields: level };
}

function decoded(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
}
