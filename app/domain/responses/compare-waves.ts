import { cellsOf } from "#surveys/cells.ts";
import type { Definition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Cell, Item } from "#surveys/model.ts";
import { type SheetLine, type SheetPage, type SheetQuestion, type SheetValue, sheetValue } from "./answer-sheet.ts";

/** What was answered the last time to items that measure the same now. */
export type Previous = { wave: string; answers: JsonObject; definition: Definition; comparable: ReadonlySet<string> };

export type Comparison = { pages: SheetPage[]; changed: number; compared: number };

/**
 * Puts beside each line what was answered the last time, where that was something else. Only items of `comparable` are
 * looked at; lines of other items, and those that are as they were, stay as they are. The order of several choices and
 * of entries does not matter, that of a ranking does: its positions are part of the answer.
 */
export function compareWaves(pages: readonly SheetPage[], cells: readonly Cell[], previous: Previous): Comparison {
  const { wave, answers, definition, comparable } = previous;
  const before = Map.groupBy(cellsOf(definition, answers), (cell) => cell.item);
  const now = Map.groupBy(cells, (cell) => cell.item);
  const items = new Map(definition.items.map((item) => [item.key, item]));
  let changed = 0;
  let compared = 0;
  const lineOf = (line: SheetLine): SheetLine => {
    const item = items.get(line.item);
    if (!item || !comparable.has(line.item)) return line;
    compared += 1;
    const old = before.get(line.item) ?? [];
    if (sameCells(old, now.get(line.item) ?? [])) return line;
    changed += 1;
    return { ...line, before: { wave, values: valuesOf(item, old) } };
  };
  const questionOf = (question: SheetQuestion) => ({ ...question, lines: question.lines.map(lineOf) });
  const marked = pages.map((page) => ({ ...page, questions: page.questions.map(questionOf) }));
  return { pages: marked, changed, compared };
}

/** Pages with nothing but the lines that changed; pages without any are left out. */
export function onlyChanges(pages: readonly SheetPage[]): SheetPage[] {
  const isChanged = (line: SheetLine) => line.before !== undefined;
  return pages
    .map((page) => ({
      ...page,
      questions: page.questions
        .map((question) => ({ ...question, lines: question.lines.filter(isChanged) }))
        .filter((question) => question.lines.length > 0),
    }))
    .filter((page) => page.questions.length > 0);
}

function valuesOf(item: Item, cells: readonly Cell[]): SheetValue[] {
  return cells.map((cell) => sheetValue(item, cell));
}

/** True of the same answers; the order of several choices and of entries does not matter. */
export function sameCells(before: readonly Cell[], now: readonly Cell[]): boolean {
  if (before.length !== now.length) return false;
  const signs = (cells: readonly Cell[]) =>
    cells.map(({ entry, code, number, text }) => JSON.stringify([entry, code, number, text])).sort();
  const [old, current] = [signs(before), signs(now)];
  return old.every((sign, place) => sign === current[place]);
}
