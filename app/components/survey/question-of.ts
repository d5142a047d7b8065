import type { Question, SurveyModel } from "survey-core";

/** The question that a saved value belongs to; a comment belongs to the question above it. */
export function questionOf(model: SurveyModel | undefined, path: string): Question | undefined {
  return model?.getQuestionByName(path) ?? model?.getQuestionByName(path.replace(/-Comment$/, "")) ?? undefined;
}
