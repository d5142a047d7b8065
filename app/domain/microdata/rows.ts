import type { Cell } from "#surveys/model.ts";
import type { CsvCell } from "../export/csv.ts";
import { leadingColumns } from "./columns.ts";
import { numberFor, UNLISTED, type Variable } from "./variables.ts";

/** Whose a response is. */
export type Name = { project: string; organisation: string };

/** The answers of one response. `name`: null where none may stand; left out in exports without names. */
export type Sheet = { pseudonym: string; name?: Name | null; cells: readonly Cell[] };

export const longColumns = (withNames: boolean): string[] => [
  ...leadingColumns(withNames).map(({ name }) => name),
  ...["item", "entry", "code", "number"],
];

/** What stands in the columns in front. */
export const leadOf = ({ pseudonym, name }: Omit<Sheet, "cells">): CsvCell[] =>
  name === undefined ? [pseudonym] : [pseudonym, name?.project ?? null, name?.organisation ?? null];

/** One row of the wide file: the columns in front, then one value per variable; empty where nothing was answered. */
export function wideRow(sheet: Sheet, variables: readonly Variable[]): CsvCell[] {
  const { cells } = sheet;
  const byPlace = Map.groupBy(cells, ({ item, entry }) => placeOf(item, entry));
  return [...leadOf(sheet), ...variables.map((one) => cellOf(one, byPlace.get(placeOf(one.item, one.entry)) ?? []))];
}

/**
 * The rows of the long file: one per value. Texts are left out, that there is one is said by an empty row of its own; only
 * dates, which are kept as text, stand in the place of the code. The item alone decides what is a date: a text may look so.
 */
export function longRows(
  sheet: Sheet,
  isListed: (item: string, code: string) => boolean,
  isDated: (item: string) => boolean,
): CsvCell[][] {
  const lead = leadOf(sheet);
  return sheet.cells.map(({ item, entry, code, number, text }) => {
    const shown = code !== null && !isListed(item, code) ? UNLISTED : code;
    return [...lead, item, entry, shown ?? (isDated(item) ? text : null), number];
  });
}

/** No key of an item holds a zero byte: PostgreSQL would not take it. */
export const placeOf = (item: string, entry: string | null): string => (entry === null ? item : `${item}\0${entry}`);

/** What a variable says of the cells of its place. */
export function cellOf(variable: Variable, cells: readonly Cell[]): CsvCell {
  const first = cells[0];
  if (!first) return null;
  switch (variable.kind) {
    case "coded":
      return first.code === null ? null : numberFor(variable, first.code);
    case "chosen":
      return missingFor(variable, cells) ?? (cells.some(({ code }) => code === variable.code) ? 1 : 0);
    case "place":
      return missingFor(variable, cells) ?? cells.find(({ code }) => code === variable.code)?.number ?? null;
    case "number":
      return first.number;
    case "date":
      return first.text;
    case "given":
      return 1;
  }
}

/** The number of the missing code that is all that was given. */
function missingFor({ values }: Variable, cells: readonly Cell[]): number | undefined {
  const [first] = cells;
  if (!cells.every(({ code }) => code === first?.code)) return undefined;
  return values.find(({ missing, code }) => missing && code === first?.code)?.value;
}
