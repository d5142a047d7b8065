import { codeOf, mergeChoices, toCode } from "../choices.ts";
import { asNumber, isTrue } from "../json.ts";
import { named, needsScript, optionsOf, withBeside } from "../plain/build.ts";
import type { Ranking } from "../plain/control.ts";
import type { Question, QuestionKind } from "../question.ts";
import { cell, leafCells } from "../records.ts";
import { readChoiceQuestion } from "./choice.ts";
import { itemOf, withComment } from "./items.ts";

/** Choices can be hidden by conditions or follow another question: then a shorter ranking is complete too. */
const mayBeShort = ({ source }: Question): boolean =>
  isTrue(source.selectToRankEnabled) ||
  source.choicesFromQuestion !== undefined ||
  source.choicesVisibleIf !== undefined ||
  (Array.isArray(source.choices) && source.choices.some((choice) => choice?.visibleIf !== undefined));

/** Choices in order, 1 = first. survey-core rewrites a wrong ranking into a full list, so it is checked before. */
export const ranking: QuestionKind = {
  types: ["ranking"],
  read: (question) => {
    readChoiceQuestion(question);
    question.choices = mergeChoices(question.choices);
  },
  items: (question) => withComment(question, [itemOf(question, "rank", { codes: question.choices.map(toCode) })]),
  check: (question, raw, path, checking) => {
    if (!Array.isArray(raw)) return checking.report("not-a-ranking", path, question);
    if (!question.open && raw.length > question.choices.length) {
      return checking.report("not-a-ranking", path, question, { choices: question.choices.length });
    }
    const seen = new Set<string>();
    const known = new Set(question.choices.map((choice) => choice.code));
    for (const [i, value] of raw.entries()) {
      const code = codeOf(value);
      if (seen.has(code)) checking.report("duplicate-pick", `${path}/${i}`, question);
      else if (!known.has(code) && !question.open) checking.report("not-a-choice", `${path}/${i}`, question);
      seen.add(code);
    }
    const most = asNumber(question.source.maxSelectedChoices) ?? 0;
    if (isTrue(question.source.selectToRankEnabled) && most > 0 && raw.length > most) {
      checking.report("too-many-picks", path, question, { limit: most, picked: raw.length });
    }
    if (!mayBeShort(question) && !question.open && seen.size < known.size) {
      checking.report("incomplete-ranking", path, question, { choices: known.size, ranked: seen.size });
    }
  },
  cells: (question, value, entry) => {
    if (!Array.isArray(value)) return leafCells(question.key, value, entry);
    return value.map((one, i) => cell(question.key, entry, { code: codeOf(one), number: i + 1 }));
  },
  plain: (question, view) => {
    if (question.open) return needsScript(view);
    const options = optionsOf(question, view);
    const most = isTrue(question.source.selectToRankEnabled) ? (asNumber(question.source.maxSelectedChoices) ?? 0) : 0;
    const places = most > 0 ? Math.min(most, options.length) : options.length;
    return withBeside(question, view, { control: "ranking", ...named(view), options, places } satisfies Ranking);
  },
};
