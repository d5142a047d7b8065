import { readChoices, toCode } from "../choices.ts";
import type { Question, QuestionKind } from "../question.ts";
import { checkMultiple, checkSingle, pickCells, picksCells, shapeOfPicks } from "./choice.ts";
import { itemOf, withComment } from "./items.ts";

const isMultiple = (question: Question) => question.source.multiSelect !== false;

/** Areas of a picture to choose from; several unless `multiSelect` is false. */
export const imagemap: QuestionKind = {
  types: ["imagemap"],
  read: (question) => {
    question.choices = readChoices(question.source.areas);
  },
  items: (question) =>
    withComment(question, [
      itemOf(question, isMultiple(question) ? "multiple" : "choice", { codes: question.choices.map(toCode) }),
    ]),
  shape: (question) => (isMultiple(question) ? shapeOfPicks(question) : { of: "value" }),
  check: (question, raw, path, checking) =>
    isMultiple(question)
      ? checkMultiple(question, raw, path, checking, question.source.maxSelectedAreas)
      : checkSingle(question, raw, path, checking),
  cells: (question, value, entry) =>
    isMultiple(question) ? picksCells(question, value, entry) : pickCells(question, value, entry),
};
