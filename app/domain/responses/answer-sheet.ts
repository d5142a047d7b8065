import type { Definition } from "#surveys/definition.ts";
import { pagesOf } from "#surveys/definition.ts";
import type { Cell, Code, Item, Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";

/** A filled-in or blank questionnaire for reading and printing: pages, questions, and a line per item. */
export type SheetLine = {
  /** key of the item */
  item: string;
  label: Text | null;
  /** what was answered, in order; empty where nothing was */
  values: SheetValue[];
  /** what could be answered: for the blank questionnaire */
  codes: Code[];
  scale: Item["scale"];
  /** what was answered in an earlier wave, where that was something else */
  before?: { wave: string; values: SheetValue[] };
};
export type SheetValue = { label: Text | null; text: string | null; entry: string | null };
export type SheetQuestion = { key: string; name: string; title: Text; description: Text | null; lines: SheetLine[] };
export type SheetPage = { name: string; title: Text; questions: SheetQuestion[] };

/**
 * Puts the cells of a response (or none, for the blank form) in the order of the questionnaire, without the questions
 * that were not asked (by name).
 */
export function answerSheet(
  definition: Definition,
  cells: readonly Cell[],
  unasked: readonly string[] = [],
): SheetPage[] {
  const cellsByItem = Map.groupBy(cells, (cell) => cell.item);
  const itemsByQuestion = Map.groupBy(definition.items, (item) => topOf(item.key));
  return pagesOf(definition.source).map(({ page, pointer }, index) => ({
    name: String(page.name ?? `page${index + 1}`),
    title: textOf(page.title, String(page.name ?? "")),
    questions: definition.level.questions
      .filter(({ pointer: at, key }) => at.startsWith(`${pointer}/`) && itemsByQuestion.has(key))
      .filter((question) => !unasked.includes(question.alias))
      .map((question) => ({
        key: question.key,
        name: question.alias,
        title: question.title,
        description: question.source.description ? textOf(question.source.description, "") : null,
        lines: (itemsByQuestion.get(question.key) ?? []).map((item) => ({
          item: item.key,
          label: item.label === item.title || item.label.de === question.title.de ? null : item.label,
          values: (cellsByItem.get(item.key) ?? []).map((cell) => sheetValue(item, cell)),
          codes: item.codes,
          scale: item.scale,
        })),
      })),
  }));
}

/** The page on which a top-level question stands, by the name under which it is answered. */
export function pageOfQuestion(definition: Definition, name: string): string | undefined {
  const pointer = definition.level.byName.get(name)?.[0]?.pointer;
  const page = pagesOf(definition.source).find((one) => pointer?.startsWith(`${one.pointer}/`));
  return page && String(page.page.name ?? "");
}

function topOf(key: string): string {
  return key.split("/")[0] as string;
}

/** What a cell says, in words where the item has them. */
export function sheetValue(item: Item, cell: Cell): SheetValue {
  const code = item.codes.find((one) => one.code === cell.code);
  const rank = item.scale === "rank" && cell.number !== null ? `${cell.number}. ` : "";
  const label = code ? prefixed(rank, code.label) : null;
  const written = cell.text ?? (code ? null : (cell.code ?? (cell.number === null ? null : String(cell.number))));
  return { label, text: written, entry: cell.entry };
}

function prefixed(prefix: string, label: Text): Text {
  return { de: prefix + label.de, ...(label.en === undefined ? {} : { en: prefix + label.en }) };
}
