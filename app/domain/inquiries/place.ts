import { type Definition, pagesOf } from "#surveys/definition.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";

/** Where a question stands: its name, its title and that of its page. */
export type Place = { name: string; title: Text; page: Text };

/** The question of this name; null where the questionnaire has none. */
export function placeOf(definition: Definition, name: string | null): Place | null {
  const question = name ? definition.level.byName.get(name)?.[0] : undefined;
  if (!question) return null;
  const pages = pagesOf(definition.source);
  const index = pages.findIndex(({ pointer }) => question.pointer.startsWith(`${pointer}/`));
  const page = pages[index]?.page;
  return {
    name: question.alias,
    title: question.title,
    page: textOf(page?.title, String(page?.name ?? index + 1)),
  };
}
