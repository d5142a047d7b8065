import type { PackingSigns } from "#db/queries/insights.server.ts";
import type { Code, Item } from "#surveys/model.ts";
import { plainRecords } from "../export/csv.ts";
import { unpack } from "./packed.ts";
import { cellOf, leadOf, longRows, placeOf, type Sheet, wideRow } from "./rows.ts";
import type { Variable } from "./variables.ts";

/** The answers of one response as they were packed, cut at places. */
export type PackedSheet = Omit<Sheet, "cells"> & { places: readonly string[] };

/** What the answer of one place becomes: ends of rows of the long file, and columns with their value of the wide one. */
type Answer = { tails: readonly string[]; values: readonly { column: number; value: string }[] };

/** Answers whose writing is kept; the numbers of a round can be as many as its responses. */
const KEPT = 5_000;

/**
 * Writes responses for both files, with the ends of the rows, without items that are not exported. Few answers differ: what one
 * becomes is worked out once and kept, which takes a third of the time that writing every cell of every response takes.
 */
export function writerOf(signs: PackingSigns, items: readonly Item[], variables: readonly Variable[]) {
  const workOut = answering(items, variables);
  const answerOf = kept((packed) => workOut(unpack(packed, signs)));
  /** All rows of a response. */
  const long = (sheet: PackedSheet): string => {
    const lead = written(leadOf(sheet));
    let rows = "";
    for (const place of sheet.places) for (const tail of answerOf(place).tails) rows += lead + tail;
    return rows;
  };
  /** The one row of a response. */
  const wide = (sheet: PackedSheet): string => {
    const row = new Array<string>(1 + variables.length);
    row[0] = written(leadOf(sheet));
    for (const place of sheet.places) {
      for (const { column, value } of answerOf(place).values) {
        // Cells of one place that do not lie side by side have to be seen together.
        if (row[column] !== undefined) {
          const cells = unpack(sheet.places.join(signs.cell), signs);
          return plainRecords([wideRow({ ...sheet, cells }, variables)]);
        }
        row[column] = value;
      }
    }
    return `${row.join(",")}\r\n`;
  };
  return {
    long: (sheets: readonly PackedSheet[]): string => sheets.map(long).join(""),
    wide: (sheets: readonly PackedSheet[]): string => sheets.map(wide).join(""),
  };
}

function answering(items: readonly Item[], variables: readonly Variable[]) {
  const known = new Map(items.map(({ key, scale, codes }) => [key, { scale, codes: new Set(codes.map(codeOf)) }]));
  const isListed = (item: string, code: string) => known.get(item)?.codes.has(code) ?? false;
  const isDated = (item: string) => known.get(item)?.scale === "date";
  const columns = Map.groupBy(variables.entries(), ([, { item, entry }]) => placeOf(item, entry));
  return (cells: Sheet["cells"]): Answer => {
    const [first] = cells;
    if (!first || !known.has(first.item)) return { tails: [], values: [] };
    const own = columns.get(placeOf(first.item, first.entry)) ?? [];
    return {
      tails: longRows({ pseudonym: "", cells }, isListed, isDated).map((row) => plainRecords([row])),
      values: own.map(([at, variable]) => ({ column: 1 + at, value: written([cellOf(variable, cells)]) })),
    };
  };
}

const codeOf = ({ code }: Code): string => code;

/** Cells as they stand in a record, without its end. */
const written = (cells: Parameters<typeof plainRecords>[0][number]): string => plainRecords([cells]).slice(0, -2);

function kept<T>(work: (packed: string) => T): (packed: string) => T {
  const known = new Map<string, T>();
  return (packed) => {
    const found = known.get(packed);
    if (found !== undefined) return found;
    if (known.size >= KEPT) known.clear();
    const own = copied(packed);
    const made = work(own);
    known.set(own, made);
    return made;
  };
}

/** The same text by itself: as a part of the packed response it would keep all of it in memory. */
const copied = (text: string): string => Buffer.from(text).toString();
