import type { Question, SurveyModel } from "survey-core";

/** Places as the server names them: the name under which a question is answered, or `page:<name>`. */

export function placeOf(question: Question): string {
  return question.valueName || question.name;
}

export function pagePlace(name: string): string {
  return `page:${name}`;
}

/** The question that a place names; undefined for a page, and where conditions have taken it away. */
export function questionAt(model: SurveyModel | undefined, place: string): Question | undefined {
  if (!model || place.startsWith("page:")) return undefined;
  return model.getQuestionByValueName(place) ?? model.getQuestionByName(place) ?? undefined;
}

/** The page on which a place is. */
export function pageAt(model: SurveyModel | undefined, place: string): string | undefined {
  if (place.startsWith("page:")) return place.slice("page:".length);
  return questionAt(model, place)?.page?.name;
}

/** What a place is called: the title of its question or page, without markup. */
export function titleAt(model: SurveyModel | undefined, place: string): string {
  const page = place.startsWith("page:") ? model?.getPageByName(place.slice("page:".length)) : undefined;
  const title = page?.locTitle.renderedHtml || questionAt(model, place)?.locTitle.renderedHtml;
  return title ? title.replaceAll(/<[^>]*>/g, "") : place;
}
