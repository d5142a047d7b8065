import { mergeChoices, readSpecialChoices } from "./choices.ts";
import { isForbiddenKey } from "./json.ts";
import type { Choice, Level, Question } from "./question.ts";

const builtInCodes = new Set(["none", "refused", "dontknow"]);

/**
 * Gives questions with `choicesFromQuestion` a snapshot of their source's choices, so that an answer keeps its texts
 * when the source changes. Choices taken from the entries of a group are not known beforehand: the list is open then.
 */
export function carryForward(level: Level, outer: readonly Level[] = []): void {
  const scopes = [level, ...outer];
  const find = (name: string): Question | undefined => {
    for (const scope of scopes) {
      const found = scope.questions.find((question) => question.alias === name);
      if (found) return found;
    }
    return undefined;
  };

  const resolve = (question: Question, visited: Set<Question>): void => {
    const from = question.source.choicesFromQuestion;
    if (typeof from !== "string" || from === "" || isForbiddenKey(from) || visited.has(question)) return;
    visited.add(question);
    const source = find(from);
    if (!source || source === question) return;
    if (source.grouped) {
      question.open = true;
      return;
    }
    resolve(source, visited);
    const specials = new Set(readSpecialChoices(source.source).map((choice) => choice.code));
    const carried: Choice[] = source.choices.filter(
      (choice) => !specials.has(choice.code) || !builtInCodes.has(choice.code),
    );
    question.choices = mergeChoices(carried, readSpecialChoices(question.source));
    question.open ||= source.open || (source.other === "value" && source.choices.some(({ code }) => code === "other"));
  };

  for (const question of level.questions) {
    resolve(question, new Set());
    carryForward(question.fields, scopes);
    for (const row of question.rows) carryForward(row.level, scopes);
  }
}
