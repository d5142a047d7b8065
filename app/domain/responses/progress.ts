import type { SheetPage } from "./answer-sheet.ts";

/** How far a page is: questions that are asked, and those of them that have an answer. */
export type PageProgress = { name: string; title: SheetPage["title"]; asked: number; answered: number };

/** Of pages without the questions that are not asked. Pages that ask nothing are left out. */
export function progressByPage(pages: readonly SheetPage[]): PageProgress[] {
  return pages
    .filter((page) => page.questions.length > 0)
    .map(({ name, title, questions }) => ({
      name,
      title,
      asked: questions.length,
      answered: questions.filter(({ lines }) => lines.some((line) => line.values.length > 0)).length,
    }));
}
