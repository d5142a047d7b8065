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
  const members = cells.map(({ positions }) => Int32Array.from(positions));
  const breaks = judgeOf(rule, respondents);
  const set = new Int32Array(respondents.length);
  const found = new Map<string, number[]>();
  combine(distinctRows(groups.length, cells), cells.length, terms, (higher) => {
    // What has the higher of two neighbouring sums is a set, and so is what has the lower.
    for (const wanted of [1, 0]) {
      let n = 0;
      for (let c = 0; c < members.length; c += 1) {
        if ((((higher[c >> 5] as number) >>> (c & 31)) & 1) !== wanted) continue;
        const cell = members[c] as Int32Array;
        for (let i = 0; i < cell.length; i += 1) set[n++] = cell[i] as number;
      }
      if (!breaks(set, n)) continue;
      const positions = [...set.subarray(0, n)];
      found.set(positions.join(), positions);
    }
  });
  return [...found.values()];
}

/** Cells as bits, 32 in a number: so many at a time are added. */
type Bits = Int32Array;

/** The cells of each group, without groups that are the same, and without those that hold everybody. */
function distinctRows(groups: number, cells: readonly Cell[]): Bits[] {
  const rows = Array.from({ length: groups }, (): Bits => new Int32Array((cells.length + 31) >> 5));
  const sizes = new Int32Array(groups);
  for (const [c, cell] of cells.entries()) {
    for (const g of cell.groups) {
      const row = rows[g] as Bits;
      row[c >> 5] = (row[c >> 5] as number) | (1 << (c & 31));
      sizes[g] = (sizes[g] as number) + 1;
    }
  }
  const some = rows.filter((_, g) => (sizes[g] as number) < cells.length);
  return [...new Map(some.map((row) => [row.join(), row])).values()];
}

/**
 * Every signed sum of up to so many rows that takes two neighbouring values only; `visit` gets the cells that have the higher
 * one. The first sign is always plus. A sum is kept as one row of bits per value that it can have: those cells that have it.
 */
function combine(rows: readonly Bits[], width: number, most: number, visit: (higher: Bits) => void): void {
  const words = (width + 31) >> 5;
  const values = 2 * most + 1;
  const sums = Array.from({ length: most + 1 }, () => new Int32Array(values * words));
  const higher = new Int32Array(words);
  // Before anything is added, every cell has a 0; bits beyond the last cell belong to no value.
  for (let c = 0; c < width; c += 1) {
    const at = most * words + (c >> 5);
    const none = sums[0] as Int32Array;
    none[at] = (none[at] as number) | (1 << (c & 31));
  }
  const add = (depth: number, from: number): void => {
    const before = sums[depth] as Int32Array;
    for (let r = from; r < rows.length; r += 1) {
      const row = rows[r] as Bits;
      for (let sign = 1; sign >= (depth === 0 ? 1 : -1); sign -= 2) {
        const high = higherOfTwo(before, row, sign, most - depth, most + depth);
        if (high !== undefined) {
          higher.fill(0);
          addTo(higher, before, row, high, sign);
          visit(higher);
        }
        if (depth + 1 === most) continue;
        const after = sums[depth + 1] as Int32Array;
        after.fill(0);
        for (let v = most - depth - 1; v <= most + depth + 1; v += 1)
          addTo(after.subarray(v * words, (v + 1) * words), before, row, v, sign);
        add(depth + 1, r + 1);
      }
    }
  };
  add(0, 0);
}

/**
 * The place of the higher value if the sum with a row takes two neighbouring values only, else undefined. `first` and `last`:
 * no cell has a value beyond these so far. Nearly every sum is dropped at one of the first values.
 */
function higherOfTwo(before: Int32Array, row: Bits, sign: number, first: number, last: number): number | undefined {
  const words = row.length;
  let low = before.length;
  let high = -1;
  for (let v = first; v <= last; v += 1) {
    let inside = 0;
    let outside = 0;
    for (let w = 0, at = v * words; w < words; w += 1, at += 1) {
      const bits = before[at] as number;
      inside |= bits & (row[w] as number);
      outside |= bits & ~(row[w] as number);
    }
    if (inside !== 0) {
      if (v + sign < low) low = v + sign;
      if (v + sign > high) high = v + sign;
    }
    if (outside !== 0) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
    if (high - low > 1 && high >= 0) return undefined;
  }
  return high - low === 1 ? high : undefined;
}

/** Adds the cells that have a value in the sum with a row: those outside the row that had it, and those inside that had its neighbour. */
function addTo(cells: Bits, before: Int32Array, row: Bits, value: number, sign: number): void {
  const words = row.length;
  const [own, other] = [value * words, (value - sign) * words];
  for (let w = 0; w < words; w += 1) {
    const inside = row[w] as number;
    cells[w] = ((before[own + w] as number) & ~inside) | ((before[other + w] ?? 0) & inside);
  }
}
