import { codeFor, codeOf, rawOf, toCode } from "../choices.ts";
import { oneOf } from "../plain/build.ts";
import type { Choice, QuestionKind } from "../question.ts";
import { text, textOf } from "../texts.ts";
import { pickCells } from "./choice.ts";
import { itemOf, withComment } from "./items.ts";

const choice = (value: unknown, standard: unknown, label: unknown, fallback: ReturnType<typeof text>): Choice => ({
  ...codeFor(value ?? standard, label === undefined ? fallback : textOf(label, fallback.de)),
  ...rawOf(value ?? standard),
  times: 1,
  exclusive: false,
  commented: false,
});

/** Yes or no. The codes are `true` and `false`, or what the definition stores instead (`valueTrue`, `valueFalse`). */
export const boolean: QuestionKind = {
  types: ["boolean"],
  read: (question) => {
    const { valueTrue, valueFalse, labelTrue, labelFalse } = question.source;
    question.choices = [
      choice(valueTrue, true, labelTrue, text("Ja", "Yes")),
      choice(valueFalse, false, labelFalse, text("Nein", "No")),
    ];
  },
  items: (question) => withComment(question, [itemOf(question, "choice", { codes: question.choices.map(toCode) })]),
  check: (question, raw, path, checking) => {
    const code = codeOf(raw);
    if (!question.choices.some((one) => one.code === code)) checking.report("not-a-boolean", path, question);
  },
  cells: pickCells,
  plain: (question, view) => oneOf(question, view, "radio"),
};
