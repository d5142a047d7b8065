import { type Counted, isCoded, isMeasured, isRanked } from "#app/domain/release/figures.ts";
import type { Cell, Item } from "#surveys/model.ts";

const TOTAL = { breakdown: "total", group: "all" };

/** Only totals are counted here: nothing of them needs record keys or who left out what. */
const RECORDS = "0";

/** Counts the cells of respondents of as many organisations, for everybody, as the database does. */
export function countCells(items: readonly Item[], respondents: readonly Cell[][]): Counted {
  const counted: Counted = { bases: [], codes: [], values: [], blanks: [] };
  for (const item of items) {
    const missing = new Set(item.codes.filter((code) => code.missing).map(({ code }) => code));
    const isValid = (cell: Cell) => cell.code === null || !missing.has(cell.code);
    const given = respondents.map((cells) => cells.filter((cell) => cell.item === item.key));
    const valid = given.map((cells) => cells.filter(isValid));
    const voices = valid.filter((cells) => cells.length > 0).length;
    const entries = valid.map((cells) => new Set(cells.map(({ entry }) => entry)).size);
    const place = { item: item.key, ...TOTAL };
    counted.bases.push({
      ...place,
      answered: given.filter((cells) => cells.length > 0).length,
      respondents: voices,
      base: entries.reduce((sum, n) => sum + n, 0),
      organisations: voices,
      largest: Math.min(1, voices),
      second: voices > 1 ? 1 : 0,
      largestEntries: Math.max(0, ...entries),
      records: RECORDS,
      answeredRecords: RECORDS,
    });
    const all = isCoded(item) || isRanked(item) ? valid.flat() : [];
    const rankOf = (cell: Cell) => (isRanked(item) ? cell.number : null);
    for (const same of Map.groupBy(all, (cell) => `${cell.code} ${rankOf(cell)}`).values()) {
      const cell = same[0]!;
      counted.codes.push({ ...place, code: cell.code ?? "", rank: rankOf(cell), n: same.length, records: RECORDS });
    }
    const numbers = isMeasured(item) ? valid.flat().flatMap((cell) => cell.number ?? []) : [];
    for (const [value, same] of Map.groupBy(numbers, (one) => one))
      counted.values.push({ ...place, value, n: same.length, records: RECORDS });
  }
  return counted;
}
