import { type Echelon, gcd, InexactError } from "./row-space.ts";

/** The home of a column whose members belong to more organisations than may be left out. */
export const ABROAD = -1;
/** The home of a column that might lie inside the organisations that are left out; it never counts. */
export const ANYWHERE = -2;

/** What is looked for: sets with at most `budget` pivots outside of the `free` homes that hold most of them. */
export type Search = {
  /** the home of each column: an organisation by position, or one of the two above */
  homes: Int32Array;
  free: 0 | 1 | 2;
  budget: number;
};

/**
 * How many pivots to try together in each of several disjoint sets of pivots, below 0: none. A vector that has more in every
 * one of them has more than the budget altogether. The sets that are quickest to go through take most of it.
 */
export function sharedOut(search: Search, echelons: readonly Echelon[]): number[] {
  const efforts = echelons.map((echelon) => effortOf(search, echelon));
  const budgets = echelons.map(() => -1);
  for (let given = 0; given <= search.budget; given++) {
    const next = efforts.map((effort, i) => effort((budgets[i] as number) + 1));
    const least = next.indexOf(Math.min(...next));
    budgets[least] = (budgets[least] as number) + 1;
  }
  return budgets;
}

/** About how many choices there are: everything at the free homes, and so many pivots besides. */
function effortOf({ homes, free }: Search, { pivots }: Echelon): (budget: number) => number {
  const sizes = new Map<number, number>();
  for (const c of pivots) sizes.set(homes[c] as number, (sizes.get(homes[c] as number) ?? 0) + 1);
  const anywhere = 2 ** (sizes.get(ANYWHERE) ?? 0);
  const at = [...sizes].filter(([home]) => home >= 0).map(([, n]) => 2 ** n - 1);
  const one = at.reduce((sum, n) => sum + n, 0);
  const two = (one ** 2 - at.reduce((sum, n) => sum + n ** 2, 0)) / 2;
  const inside = anywhere * (1 + (free > 0 ? one : 0) + (free > 1 ? two : 0));
  return (budget) => inside * choicesUpTo(budget, pivots.length);
}

/**
 * So many steps at least does a walk take, whatever the numbers are: one for each choice of pivots of which no more than the
 * budget lie outside the fullest homes. More than there are left need not be begun. Exact where there is one home at most.
 */
export function stepsAtLeast({ homes, free, budget }: Search, { pivots }: Echelon): number {
  const sizes = new Map<number, number>();
  for (const c of pivots) sizes.set(homes[c] as number, (sizes.get(homes[c] as number) ?? 0) + 1);
  const anywhere = sizes.get(ANYWHERE) ?? 0;
  const fullest = [...sizes].flatMap(([home, n]) => (home >= 0 ? n : [])).sort((a, b) => b - a);
  const inside = fullest.slice(0, free).reduce((sum, n) => sum + n, 0);
  return 2 ** (anywhere + inside) * choicesUpTo(budget, pivots.length - anywhere - inside) - 1;
}

/** Ways to choose at most so many of so many. */
function choicesUpTo(most: number, of: number): number {
  let [choices, all] = [1, 1];
  for (let n = 1; n <= most; n++) {
    choices = (choices * (of - n + 1)) / n;
    all += choices;
  }
  return all;
}

/**
 * Goes through all 0/1 vectors of a row space that have few ones at the pivots. A vector is given by its values there:
 * every choice of few pivots is tried, and dropped at the first column at which their sum is neither 0 nor 1. `visit` gets
 * the columns of each; true ends the walk. Gives back what is left of the steps; below 0 it was not gone through to the end.
 */
export function visitLightSets(
  { rows, pivots }: Echelon,
  { homes, free, budget }: Search,
  steps: number,
  visit: (columns: number[]) => boolean,
): number {
  const { factors, unit, order, first } = knownFactors(rows, pivots);
  const height = rows.length;
  const columns = Math.min(FIRST, order.length);
  const homeOf = Int32Array.from(pivots.map((c) => homes[c] as number));
  const atHome = new Int32Array(Math.max(0, ...homeOf) + 1);
  const chosen = new Int32Array(height);
  // Of the columns looked at first, the sums of the first so many chosen pivots, one row after the other.
  const sums = new Float64Array((height + 1) * columns);
  let size = 0;
  let left = steps;
  let isOver = false;

  function sumAt(c: number): number {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += factors[c * height + (chosen[i] as number)] as number;
    return sum;
  }
  /** Chooses one more pivot, and carries its sums along for those that come after it. */
  function choose(k: number): void {
    const before = size * columns;
    chosen[size++] = k;
    for (let i = 0; i < columns; i++)
      sums[before + columns + i] = (sums[before + i] as number) + (first[k * columns + i] as number);
  }
  /** Whether what is chosen gives a vector together with one more. */
  function isVectorWith(k: number): boolean {
    for (let i = 0; i < columns; i++) {
      const sum = (sums[size * columns + i] as number) + (first[k * columns + i] as number);
      if (sum !== 0 && sum !== unit) return false;
    }
    for (let i = columns; i < order.length; i++) {
      const c = order[i] as number;
      const sum = sumAt(c) + (factors[c * height + k] as number);
      if (sum !== 0 && sum !== unit) return false;
    }
    return true;
  }
  /** `counted`: chosen pivots that have a home or are abroad; `most` and `next`: how many of them the two fullest homes hold. */
  function descend(from: number, counted: number, most: number, next: number): void {
    for (let k = from; k < height && !isOver; k++) {
      const home = homeOf[k] as number;
      const before = home < 0 ? -1 : (atHome[home] as number);
      const fullest = before === most ? most + 1 : most;
      const second = before !== most && before === next ? next + 1 : next;
      const now = home === ANYWHERE ? counted : counted + 1;
      if (now - (free > 0 ? fullest : 0) - (free > 1 ? second : 0) > budget) continue;
      if (--left < 0) isOver = true;
      const isVector = isVectorWith(k);
      // Nothing more can be chosen: the most frequent end.
      if (!isVector && (k + 1 === height || (free === 0 && now === budget))) continue;
      choose(k);
      if (isVector && visit(order.filter((c) => sumAt(c) === unit))) isOver = true;
      if (home >= 0) atHome[home] = before + 1;
      if (free > 0 || now < budget) descend(k + 1, now, fullest, second);
      if (home >= 0) atHome[home] = before;
      size--;
    }
  }
  descend(0, 0, 0, 0);
  return left;
}

/** Columns at which nearly every choice fails: their sums are carried along. */
const FIRST = 4;

/** Several searches go through the same set of pivots. */
const known = new WeakMap<readonly number[], ReturnType<typeof factorsOf>>();

function knownFactors(rows: readonly Float64Array[], pivots: readonly number[]) {
  const factors = known.get(pivots) ?? factorsOf(rows, pivots);
  known.set(pivots, factors);
  return factors;
}

/** What each pivot adds to each column, in units of which `unit` make 1; the columns that most pivots add to come first, and in `first` pivot by pivot. */
function factorsOf(rows: readonly Float64Array[], pivots: readonly number[]) {
  let unit = 1;
  for (const [k, row] of rows.entries()) {
    const pivot = row[pivots[k] as number] as number;
    unit *= pivot / gcd(unit, pivot);
    if (unit > 2 ** 20) throw new InexactError("the common denominator grows too large");
  }
  const width = rows[0]?.length ?? 0;
  const factors = new Float64Array(width * rows.length);
  const density = new Int32Array(width);
  for (const [k, row] of rows.entries()) {
    const scale = unit / (row[pivots[k] as number] as number);
    for (let c = 0; c < width; c++) {
      if (row[c] === 0) continue;
      factors[c * rows.length + k] = (row[c] as number) * scale;
      density[c] = (density[c] as number) + 1;
    }
  }
  const order = [...density.keys()].sort((a, b) => (density[b] as number) - (density[a] as number));
  const columns = Math.min(FIRST, width);
  const first = new Float64Array(rows.length * columns);
  for (let k = 0; k < rows.length; k++) {
    for (let i = 0; i < columns; i++)
      first[k * columns + i] = factors[(order[i] as number) * rows.length + k] as number;
  }
  return { factors, unit, order, first };
}
