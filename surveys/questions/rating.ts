import { codeOf, numberChoices, readChoices, toCode } from "../choices.ts";
import { asArray, asNumber } from "../json.ts";
import { oneOf } from "../plain/build.ts";
import type { Choice, Question, QuestionKind } from "../question.ts";
import { textOf } from "../texts.ts";
import { pickCells } from "./choice.ts";
import { itemOf, withComment } from "./items.ts";

/** survey-core shows no more than 20 rate values, and no more than 10 smileys. */
const mostValues = 20;
const mostSmileys = 10;

/** The values as survey-core makes them: `rateValues`, else a range of which two of min, max and count are given. */
function rateChoices(question: Question): Choice[] {
  const { source } = question;
  const most = source.rateType === "smileys" || source.rateDisplayMode === "smileys" ? mostSmileys : mostValues;
  if (asArray(source.rateValues).length > 0 && source.autoGenerate !== true) {
    return readChoices(source.rateValues).slice(0, most === mostSmileys ? most : undefined);
  }
  const step = asNumber(source.rateStep) ?? 1;
  const count = asNumber(source.rateCount);
  let min = asNumber(source.rateMin);
  let max = asNumber(source.rateMax);
  if (count !== undefined && (min === undefined) !== (max === undefined)) {
    if (max === undefined) max = min! + step * (count - 1);
    else min = max - step * (count - 1);
  }
  return numberChoices(min ?? 1, max ?? 5, step > 0 ? step : 1, most);
}

/** Writes the descriptions of the ends onto the first and the last value where these have no text of their own. */
function labelEnds(question: Question, choices: Choice[]): void {
  const ends: [number, unknown][] = [
    [0, question.source.minRateDescription ?? question.source.mininumRateDescription],
    [choices.length - 1, question.source.maxRateDescription ?? question.source.maximumRateDescription],
  ];
  for (const [at, description] of ends) {
    const choice = choices[at];
    if (!choice || description === undefined || choice.label.de !== choice.code) continue;
    const { de, en } = textOf(description, choice.code);
    choice.label = { de: `${choice.code} – ${de}`, ...(en === undefined ? {} : { en: `${choice.code} – ${en}` }) };
  }
}

export const rating: QuestionKind = {
  types: ["rating"],
  read: (question) => {
    question.choices = rateChoices(question);
    labelEnds(question, question.choices);
  },
  items: (question) => withComment(question, [itemOf(question, "ordinal", { codes: question.choices.map(toCode) })]),
  check: (question, raw, path, checking) => {
    const code = codeOf(raw);
    if (!question.choices.some((choice) => choice.code === code)) checking.report("not-in-scale", path, question);
  },
  cells: pickCells,
  plain: (question, view) => oneOf(question, view, "radio"),
};
