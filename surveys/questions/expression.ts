import { named } from "../plain/build.ts";
import type { Question, QuestionKind } from "../question.ts";
import { cell, leafCells } from "../records.ts";
import { itemOf, withComment } from "./items.ts";

const isNumber = ({ source }: Question) =>
  source.scale === "number" ||
  (typeof source.displayStyle === "string" && !["none", "date"].includes(source.displayStyle));

/** A computed value. It is a number where the definition says so, by `displayStyle` or by `"scale": "number"`. */
export const expression: QuestionKind = {
  types: ["expression"],
  items: (question) => withComment(question, [itemOf(question, isNumber(question) ? "number" : "text")]),
  check: (question, raw, path, checking) => {
    if (typeof raw === "object") checking.report("not-a-result", path, question);
  },
  cells: (question, value, entry) => {
    if (typeof value === "number") return [cell(question.key, entry, { number: value })];
    if (typeof value === "object") return leafCells(question.key, value, entry);
    return [cell(question.key, entry, { text: String(value) })];
  },
  plain: (_question, view) => ({ control: "words", ...named(view), text: view.shown.fixed ?? "" }),
};
