import { limits } from "../limits.ts";
import type { QuestionKind } from "../question.ts";
import { leafCells } from "../records.ts";
import { itemOf, withComment } from "./items.ts";

/** Types that nobody serves. What was answered is kept leaf by leaf as text, and the item says which type it was. */
export const unknown: QuestionKind = {
  types: [],
  items: (question) => withComment(question, [itemOf(question, "text", { degraded: question.type || "?" })]),
  check: (question, raw, path, checking) => {
    const length = JSON.stringify(raw)?.length ?? 0;
    if (length > limits.answerText)
      checking.report("text-too-long", path, question, { limit: limits.answerText, length });
  },
  cells: (question, value, entry) => leafCells(question.key, value, entry),
};
