import { asNumber } from "../json.ts";
import type { Checking, Question, QuestionKind } from "../question.ts";
import { cell, leafCells } from "../records.ts";
import { text } from "../texts.ts";
import { itemOf, withComment } from "./items.ts";

const isRange = (question: Question) => question.source.sliderType === "range";

/** survey-core's default ends; an end that an expression moves is not known here. */
function endsOf({ source }: Question): { min: number; max: number } {
  const min = source.minValueExpression ? Number.NEGATIVE_INFINITY : (asNumber(source.min) ?? 0);
  const max = source.maxValueExpression ? Number.POSITIVE_INFINITY : (asNumber(source.max) ?? 100);
  return { min, max: max > min ? max : Number.POSITIVE_INFINITY };
}

function checkNumber(question: Question, raw: unknown, path: string, checking: Checking): void {
  const { min, max } = endsOf(question);
  if (typeof raw !== "number" || !Number.isFinite(raw)) checking.report("not-a-number", path, question);
  else if (raw < min || raw > max) checking.report("out-of-range", path, question, { min, max });
}

/** A number on a scale; a range is two numbers and two items, `<question>/from` and `<question>/to`. */
export const slider: QuestionKind = {
  types: ["slider"],
  items: (question) =>
    withComment(
      question,
      isRange(question)
        ? [
            itemOf(question, "number", { under: "from", label: text("von", "from") }),
            itemOf(question, "number", { under: "to", label: text("bis", "to") }),
          ]
        : [itemOf(question, "number")],
    ),
  check: (question, raw, path, checking) => {
    if (!isRange(question)) return checkNumber(question, raw, path, checking);
    if (!Array.isArray(raw) || raw.length !== 2) return checking.report("not-a-range", path, question);
    for (const [i, end] of raw.entries()) checkNumber(question, end, `${path}/${i}`, checking);
  },
  cells: (question, value, entry) => {
    if (typeof value === "number") return [cell(question.key, entry, { number: value })];
    if (
      isRange(question) &&
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((end) => typeof end === "number")
    ) {
      // Thumbs may be drawn past each other.
      const ends = [...value].sort((a, b) => a - b);
      return ends.map((end, i) => cell(`${question.key}/${i === 0 ? "from" : "to"}`, entry, { number: end }));
    }
    return leafCells(question.key, value, entry);
  },
};
