import type { Definition } from "../definition.ts";
import { pagesOf } from "../definition.ts";
import type { Level, Question } from "../question.ts";
import { plainFields } from "./build.ts";
import type { PlainControl, Shown } from "./control.ts";

/** Entries of one group that are looked at; no group may have more. */
const mostEntries = 1_000;

/**
 * The controls of a page with every condition left aside: what a form of it may have held when it was made, however the
 * answers have changed since. `entries` names the entries of a group by its path.
 */
export function everythingOn(
  definition: Definition,
  page: string,
  entries: (path: string) => readonly string[],
): PlainControl[] {
  const at = pagesOf(definition.source).findIndex((one, i) => pageName(one.page.name, i) === page);
  const pointer = pagesOf(definition.source)[at]?.pointer;
  if (pointer === undefined) return [];
  const asked = definition.level.questions.filter((question) => question.pointer.startsWith(`${pointer}/`));
  return plainFields(definition.level, asked.map(everythingOf), "", { locale: "de", entries });
}

/** Pages without a name are called as survey-core calls them. */
const pageName = (name: unknown, index: number): string => String(name ?? `page${index + 1}`);

/** The names of all pages, in their order. */
export const pageNames = (definition: Definition): string[] =>
  pagesOf(definition.source).map(({ page }, i) => pageName(page.name, i));

function everythingOf(question: Question): Shown {
  const fields = (level: Level) => level.questions.map(everythingOf);
  const shown: Shown = { alias: question.alias, title: question.title.de, required: false, texts: {} };
  if (question.grouped) {
    const entry = { label: "", fields: fields(question.fields) };
    shown.entries = Array.from({ length: mostEntries }, () => entry);
  } else if (question.rows.length > 0) {
    shown.rows = question.rows.map(({ name, label, level }) => ({ name, label: label.de, fields: fields(level) }));
  } else if (question.fields.questions.length > 0) {
    shown.rows = [{ name: "", label: "", fields: fields(question.fields) }];
  }
  return shown;
}
