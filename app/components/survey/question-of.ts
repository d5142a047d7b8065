import type { Question, SurveyModel } from "survey-core";

/** The question that a saved value belongs to; a comment belongs to the question above it. */
export function questionOf(model: SurveyModel | undefined, path: string): Question | undefined {
  const find = (name: string) => model?.getQuestionByValueName(name) ?? model?.getQuestionByName(name);
  return find(path) ?? find(path.replace(/-Comment$/, "")) ?? undefined;
}
