import type { KnownRespondent, PublicRule } from "./published.ts";
import { type Cell, cellsOf, judgeOf } from "./sets.ts";

/**
 * Sets of respondents that break the rule and come out of adding and subtracting published groups, each taken once, and
 * the whole any number of times: nested groups, unions less unions, overlaps of groups that cover everybody. Complete for
 * up to `terms` groups at a time; longer combinations and fractions are left to the integer program.
 */
export function isolatedSets(
  groups: readonly (readonly number[])[],
  respondents: readonly KnownRespondent[],
  rule: PublicRule,
  terms: number,
): number[][] {
  const cells = cellsOf(groups);
  const rows = distinctRows(groups, cells);
  const breaks = judgeOf(rule, respondents);
  const found = new Map<string, number[]>();
  combine(rows, cells.length, terms, (sums, low) => {
    // What has the higher of two neighbouring sums is a set, and so is what has the lower.
    for (const wanted of [low, low + 1]) {
      const parts: number[][] = [];
      for (let c = 0; c < cells.length; c += 1) if (sums[c] === wanted) parts.push((cells[c] as Cell).positions);
      if (!breaks(parts)) continue;
      const positions = parts.flat();
      found.set(positions.join(), positions);
    }
  });
  return [...found.values()];
}

function distinctRows(groups: readonly (readonly number[])[], cells: readonly Cell[]): Int8Array[] {
  const rows = groups.map((_, g) => Int8Array.from(cells, (cell) => Number(cell.groups.has(g))));
  const distinct = new Map(rows.map((row) => [Buffer.from(row.buffer).toString("latin1"), row]));
  return [...distinct.values()].filter((row) => row.includes(0));
}

/** Every signed sum of up to so many rows that takes two neighbouring values only. The first sign is always plus. */
function combine(
  rows: readonly Int8Array[],
  width: number,
  most: number,
  visit: (sums: Int8Array, low: number) => void,
): void {
  const sums = Array.from({ length: most + 1 }, () => new Int8Array(width));
  const add = (depth: number, from: number): void => {
    const before = sums[depth] as Int8Array;
    const after = sums[depth + 1] as Int8Array;
    const isLast = depth + 1 === most;
    for (let r = from; r < rows.length; r += 1) {
      for (let sign = 1; sign >= (depth === 0 ? 1 : -1); sign -= 2) {
        const low = addRow(before, rows[r] as Int8Array, sign, after, isLast);
        if (low !== undefined) visit(after, low);
        if (!isLast) add(depth + 1, r + 1);
      }
    }
  };
  add(0, 0);
}

/** Adds a row; the lower of two neighbouring values if there are only these, else undefined. Stops early where that is all. */
function addRow(
  before: Int8Array,
  row: Int8Array,
  sign: number,
  after: Int8Array,
  mayStop: boolean,
): number | undefined {
  let low = 127;
  let high = -128;
  for (let c = 0; c < before.length; c += 1) {
    const sum = (before[c] as number) + sign * (row[c] as number);
    after[c] = sum;
    if (sum < low) low = sum;
    if (sum > high) high = sum;
    if (mayStop && high - low > 1) return undefined;
  }
  return high - low === 1 ? low : undefined;
}
