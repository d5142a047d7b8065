import type { SurveyModel } from "survey-core";
import type { JsonObject } from "#surveys/json.ts";
import { loadParts } from "./load-parts.ts";

export type SurveyModule = typeof import("./survey-form.tsx");

/** Loads SurveyJS and the definition (unless it is `known`) together: in the browser only, and only where something is filled in. */
export async function openSurvey(
  definitionUrl: string,
  known?: JsonObject,
): Promise<{ survey: SurveyModule; source: JsonObject }> {
  const loading = import("./survey-form.tsx");
  const [survey, source] = await Promise.all([loading, known ?? readDefinition(definitionUrl)]);
  await loadParts(source);
  survey.finishTypes();
  return { survey, source };
}

async function readDefinition(url: string): Promise<JsonObject> {
  const response = await fetch(url);
  if (!response.ok) throw new Error("definition");
  return response.json();
}

/** Goes to a page, or to a question: who comes from the review is told here, too, what is missing. */
export function beginAt(
  model: SurveyModel,
  { page, question }: { page: string | null; question: string | null },
): void {
  const at = question ? model.getQuestionByName(question) : undefined;
  const start = at?.page ?? (page ? model.getPageByName(page) : undefined);
  if (start) model.currentPage = start;
  if (!at) return;
  at.validate(true);
  setTimeout(() => at.focus(), 300);
}
