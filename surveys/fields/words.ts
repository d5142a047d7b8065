import { codeOf } from "../choices.ts";
import type { Definition } from "../definition.ts";
import type { Text } from "../model.ts";
import type { Level, Question } from "../question.ts";
import { text } from "../texts.ts";
import { partsOf } from "./tree.ts";

/**
 * A field in the words of the questionnaire: its question, which part of the answer it is (row, column, choice, entry; in
 * this order), and its value, null where nothing is said or the choice is not made.
 */
export type FieldWords = { question: Text; parts: Text[]; value: Text | null };

const CHOSEN = text("gewählt", "chosen");
const THERE = text("vorhanden", "there");
const ENTRY = text("Eintrag", "Entry");
const COMMENT = text("Ergänzung", "Addition");

/** Total: what the questionnaire does not know is named as it is written. */
export function wordsOfField({ level }: Definition, path: string, value: unknown): FieldWords {
  const [name = "", ...rest] = partsOf(path);
  const found = questionIn(level, name);
  if (!found) return { question: { de: name }, parts: [], value: plain(value) };
  const parts: Text[] = found.isComment ? [COMMENT] : [];
  let question: Question | undefined = found.question;
  let fields: Level | undefined;
  let inEntry = false;
  for (const part of rest) {
    if (part.startsWith("=") && question) {
      parts.push(labelOf(question, part.slice(1)));
      return { question: found.question.title, parts, value: isNothing(value) ? null : CHOSEN };
    }
    if (part.startsWith("@")) {
      parts.push(ENTRY);
      fields = question?.fields;
      inEntry = true;
      continue;
    }
    const row = inEntry || fields ? undefined : question?.rows.find((one) => one.name === part);
    if (row) {
      parts.push(row.label);
      fields = row.level.questions.length > 0 ? row.level : undefined;
      continue;
    }
    const inside = questionIn(fields ?? question?.fields, part);
    parts.push(inside?.question.title ?? { de: part });
    if (inside?.isComment) parts.push(COMMENT);
    question = inside?.question;
    fields = undefined;
    inEntry = false;
  }
  if (inEntry) return { question: found.question.title, parts, value: isNothing(value) ? null : THERE };
  const isText = path.endsWith("-Comment");
  return { question: found.question.title, parts, value: question && !isText ? said(question, value) : plain(value) };
}

function questionIn(level: Level | undefined, name: string): { question: Question; isComment: boolean } | undefined {
  const own = level?.byName.get(name)?.[0];
  if (own) return { question: own, isComment: false };
  const above = name.endsWith("-Comment") ? level?.byName.get(name.replace(/-Comment$/, ""))?.[0] : undefined;
  return above && { question: above, isComment: true };
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";

const labelOf = (question: Question, code: string): Text =>
  question.choices.find((choice) => choice.code === code)?.label ?? { de: code };

function said(question: Question, value: unknown): Text | null {
  if (isNothing(value)) return null;
  if (question.choices.length === 0) return plain(value);
  const labels = (Array.isArray(value) ? value : [value]).map((one) => labelOf(question, codeOf(one)));
  const isRanked = Array.isArray(value) && question.type === "ranking";
  const list = labels.map((label, i) => (isRanked ? numbered(i + 1, label) : label));
  if (list.length === 0) return null;
  const de = list.map((label) => label.de).join(", ");
  return list.some((label) => label.en !== undefined)
    ? { de, en: list.map((label) => label.en ?? label.de).join(", ") }
    : { de };
}

const numbered = (rank: number, label: Text): Text => ({
  de: `${rank}. ${label.de}`,
  ...(label.en === undefined ? {} : { en: `${rank}. ${label.en}` }),
});

function plain(value: unknown): Text | null {
  if (isNothing(value)) return null;
  return { de: typeof value === "object" ? JSON.stringify(value) : String(value) };
}
