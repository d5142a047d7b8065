import type { Definition } from "#surveys/definition.ts";
import { wordsOfField } from "#surveys/fields/index.ts";
import { isObject } from "#surveys/json.ts";
import type { Level, Question } from "#surveys/question.ts";
import { formatQuantity, textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";

/** Longer values are cut in a history: they can be read whole where they stand. */
const SHOWN = 400;

export type FieldInWords = {
  /** what of the question changed: row and column, a choice, the comment; empty where it is the question itself */
  parts: string[];
  /** the value as people read it; empty where the answer was taken back */
  value: string;
  /** a choice or an entry that was put there or taken away, rather than a value that changed */
  step: "chosen" | "unchosen" | "placed" | "removed" | null;
};

/** A field of an answer and what it became, in the language of the reader. */
export function fieldInWords(definition: Definition, path: string, value: unknown, locale: Locale): FieldInWords {
  const words = wordsOfField(definition, path, value);
  const parts = words.parts.map((part) => textIn(part, locale));
  const last = path.includes("/") ? path.slice(path.lastIndexOf("/") + 1) : "";
  const isGone = value === null || value === undefined;
  if (last.startsWith("=")) return { parts, value: "", step: isGone ? "unchosen" : "chosen" };
  if (last.startsWith("@")) return { parts, value: "", step: isGone ? "removed" : "placed" };
  // A question that is kept whole: its parts are told one by one.
  const isWhole = isObject(value) || (Array.isArray(value) && value.some(isObject));
  const whole = isWhole ? definition.level.byName.get(path)?.[0] : undefined;
  if (whole) return { parts, value: cut(valueInWords(whole, value, locale)), step: null };
  const isPlain = typeof value === "number" && words.value?.de === String(value);
  const said = isPlain ? formatQuantity(value, locale) : words.value ? textIn(words.value, locale) : "";
  return { parts, value: cut(said), step: null };
}

/** A whole answer with the labels of its question; a record as "label: value" pairs. */
export function valueInWords(question: Question | undefined, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "";
  const list = (parts: string[], between: string) => parts.filter(Boolean).join(between);
  if (Array.isArray(value)) {
    const rank = (i: number) => (question?.type === "ranking" ? `${i + 1}. ` : "");
    return list(
      value.map((one, i) => rank(i) + valueInWords(question, one, locale)),
      ", ",
    );
  }
  if (isObject(value)) {
    const pairs = Object.entries(value).map(([name, one]) => {
      const row = question?.rows.find((candidate) => candidate.name === name);
      const field = question?.fields.byName.get(name)?.[0];
      const words = valueInWords(row ? within(question, row.level) : field, one, locale);
      const label = row?.label ?? field?.title ?? { de: name };
      return words && `${textIn(label, locale)}: ${words}`;
    });
    return list(pairs, "; ");
  }
  const choice = question?.choices.find((one) => one.code === String(value));
  if (choice) return textIn(choice.label, locale);
  return typeof value === "number" ? formatQuantity(value, locale) : String(value);
}

/** A simple matrix has one value per row, chosen among its columns; in a table the columns are questions. */
function within(question: Question | undefined, level: Level): Question | undefined {
  return question && level.questions.length > 0 ? { ...question, rows: [], fields: level } : question;
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
}
