import { type Definition, pagesOf } from "#surveys/definition.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import { pageOfQuestion } from "../responses/answer-sheet.ts";

const PAGE = "page:";

/** Where something is said: at a question, or at a page. `question` null: the page itself. */
export type Place = { page: string; question: string | null; title: Text };

/** The place of that name in a questionnaire; undefined when there is none. */
export function placeIn(definition: Definition, place: string): Place | undefined {
  if (!place.startsWith(PAGE)) {
    const question = definition.level.byName.get(place)?.[0];
    return question && { page: pageOfQuestion(definition, place) ?? "", question: place, title: question.title };
  }
  const name = place.slice(PAGE.length);
  const found = pagesOf(definition.source).find(({ page }) => page.name === name);
  return found && { page: name, question: null, title: textOf(found.page.title, name) };
}
