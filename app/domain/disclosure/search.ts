import { gcd, InexactError, type RowSpace } from "./row-space.ts";

/** Watches a set of columns grow, and says when nothing that is looked for can come of it. What it notes is undone in turn. */
export type Watch = {
  /** a column is now known to be in the set (1) or not (0): false where the search may turn back */
  note: (column: number, value: 0 | 1) => boolean;
  undo: (column: number, value: 0 | 1) => void;
  /** asked after the columns that follow from one decision were noted */
  isWorthwhile: () => boolean;
  /** asked of a whole set */
  isWanted: () => boolean;
};

export type Found = { kind: "found"; columns: number[] } | { kind: "none" } | { kind: "given-up" };

/** What a pivot adds to a column, in units of which `unit` make 1. */
type Factor = readonly [column: number, amount: number];

const UNKNOWN = 2;

/**
 * Looks for a 0/1 vector of a row space that the watch wants. Such a vector is given by its values at the pivots; at every
 * other column it is a sum of these with fixed factors. Depth first over the pivots: where a column can be neither 0 nor 1
 * any more, or the watch sees nothing to gain, the search turns back. Gives up after so many nodes. All numbers are whole.
 */
export function findVector(space: RowSpace, columns: number, watch: Watch, nodes: number): Found {
  const { factors, unit } = factorsOf(space);
  const order = orderOf(factors, columns);
  // The least and the greatest value that each column can still take.
  const low = new Float64Array(columns);
  const high = new Float64Array(columns);
  const values = new Uint8Array(columns).fill(UNKNOWN);
  for (const row of factors)
    for (const [c, a] of row)
      if (a < 0) add(low, c, a);
      else add(high, c, a);
  const trail: number[] = [];
  let left = nodes;

  /** Fixes a pivot and notes what follows. False where nothing can come of it; what was noted is on the trail all the same. */
  function assign(row: readonly Factor[], x: 0 | 1): boolean {
    for (const [c, a] of row) narrow(c, a, x, 1);
    for (const [c] of row) {
      if (values[c] !== UNKNOWN) {
        if (!canBe(c, values[c] === 1 ? unit : 0)) return false;
        continue;
      }
      const [can0, can1] = [canBe(c, 0), canBe(c, unit)];
      if (can0 && can1) continue;
      if (!can0 && !can1) return false;
      const value = can1 ? 1 : 0;
      values[c] = value;
      trail.push(c);
      if (!watch.note(c, value)) return false;
    }
    return watch.isWorthwhile();
  }

  function narrow(c: number, a: number, x: 0 | 1, sign: 1 | -1): void {
    if (x === 1) add(a > 0 ? low : high, c, sign * a);
    else add(a > 0 ? high : low, c, -sign * a);
  }
  function canBe(c: number, value: number): boolean {
    return (low[c] as number) <= value && value <= (high[c] as number);
  }

  function descend(depth: number): Found["kind"] {
    if (depth === order.length) return watch.isWanted() ? "found" : "none";
    const row = factors[order[depth] as number] as Factor[];
    for (const x of [1, 0] as const) {
      if (--left < 0) return "given-up";
      const mark = trail.length;
      const kind = assign(row, x) ? descend(depth + 1) : "none";
      if (kind !== "none") return kind;
      while (trail.length > mark) {
        const c = trail.pop() as number;
        watch.undo(c, values[c] as 0 | 1);
        values[c] = UNKNOWN;
      }
      for (const [c, a] of row) narrow(c, a, x, -1);
    }
    return "none";
  }

  const kind = descend(0);
  if (kind !== "found") return { kind };
  return { kind, columns: [...values.keys()].filter((c) => values[c] === 1) };
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}

/** Rows as factors of one common unit. Throws InexactError. */
function factorsOf({ rows, pivots }: RowSpace): { factors: Factor[][]; unit: number } {
  let unit = 1;
  for (const [k, row] of rows.entries()) {
    const pivot = Math.abs(row[pivots[k] as number] as number);
    unit *= pivot / gcd(unit, pivot);
    if (unit > 2 ** 31) throw new InexactError("the common denominator grows too large");
  }
  const factors = rows.map((row, k) => {
    const scale = unit / (row[pivots[k] as number] as number);
    const own: Factor[] = [];
    for (let c = 0; c < row.length; c++) if (row[c] !== 0) own.push([c, (row[c] as number) * scale]);
    if (own.some(([, a]) => Math.abs(a) > 2 ** 45)) throw new InexactError("factors grow too large");
    return own;
  });
  return { factors, unit };
}

/** Pivots in an order in which columns are decided early: those of the column next that lacks the fewest. */
function orderOf(factors: readonly Factor[][], columns: number): number[] {
  const pivotsAt: number[][] = Array.from({ length: columns }, () => []);
  for (const [k, row] of factors.entries()) for (const [c] of row) pivotsAt[c]?.push(k);
  const lacking = pivotsAt.map((list) => list.length);
  const order: number[] = [];
  const isPlaced = new Uint8Array(factors.length);
  while (order.length < factors.length) {
    let best = -1;
    for (let c = 0; c < columns; c++) {
      const lacks = lacking[c] as number;
      // A column with one pivot is mostly that pivot's own and decides nothing else.
      if (lacks > 0 && (pivotsAt[c] as number[]).length > 1 && (best < 0 || lacks < (lacking[best] as number)))
        best = c;
    }
    const next = best < 0 ? [...factors.keys()] : (pivotsAt[best] as number[]);
    for (const k of next) {
      if (isPlaced[k]) continue;
      isPlaced[k] = 1;
      order.push(k);
      for (const [c] of factors[k] as Factor[]) lacking[c] = (lacking[c] as number) - 1;
    }
  }
  return order;
}
