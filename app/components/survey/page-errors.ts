import type { PageModel, Question } from "survey-core";

/** How many questions of a page show an error, be it inside an entry, a table or one of several fields. */
export function countFaulty(page: PageModel): number {
  return page.questions.filter(showsError).length;
}

function showsError(question: Question): boolean {
  return question.getNestedQuestions(true, true, true).some(({ errors }) => errors.length > 0);
}
