import { gcd, InexactError, type RowSpace } from "./row-space.ts";

/** Patterns as columns: the columns of each group, and how many of one organisation and of all are in each column. */
export type Shares = { groups: readonly Int32Array[]; own: Float64Array; sizes: Float64Array };

/** Rounds of adjustment after which no proof is expected any more, with the rounds after which it is tried. */
const TRIED_AFTER = [2, 4, 8, 16, 32, 64, 128, 256];

/** Parts of which one makes up a whole of the numbers below. */
const PARTS = 2 ** 24;

/**
 * True if it is proven that in no 0/1 vector of the row space one organisation has more than its largest share.
 *
 * Give every column c the excess a_c = share · size − own; a set S is dominated if its excesses sum up to less than 0. Whatever
 * numbers e_c have the same sum as a_c within every group have the same sum over every S of the row space as well. If there
 * are such numbers of which none is below 0, no set is dominated. They are looked for by iterative proportional fitting
 * (Deming & Stephan 1940, "On a least squares adjustment of a sampled frequency table when the expected marginal totals are
 * known", Annals of Mathematical Statistics 11), rounded to whole parts, and put right at the pivots by exact arithmetic:
 * the proof holds whatever the fitting did. As sums of excesses are whole, e_c may lie a little below 0: together by less than 1.
 */
export function isNeverDominated(space: RowSpace, shares: Shares, largestShare: number): boolean {
  const { groups } = shares;
  const excess = excessOf(shares, largestShare);
  const sums = groups.map((columns) => sumAt(columns, excess));
  const fitted = excess.map((a) => Math.max(a, 0.1));
  let round = 0;
  for (const tried of TRIED_AFTER) {
    for (; round < tried; round++)
      for (let g = 0; g < groups.length; g++) scaleTo(fitted, groups[g] as Int32Array, sums[g] as number);
    if (isProof(space, groups, excess, fitted)) return true;
  }
  return false;
}

/** In whole units: hundredths of a respondent, divided by what all of them have in common. */
function excessOf({ own, sizes }: Shares, largestShare: number): Float64Array {
  const hundredths = Math.round(largestShare * 100);
  if (Math.abs(hundredths - largestShare * 100) > 1e-9) throw new InexactError("the share is no whole percentage");
  const common = gcd(hundredths, 100);
  return sizes.map((size, c) => (hundredths * size - 100 * (own[c] as number)) / common);
}

function sumAt(columns: Int32Array, numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += numbers[columns[i] as number] as number;
  return sum;
}

function scaleTo(fitted: Float64Array, columns: Int32Array, wanted: number): void {
  const sum = sumAt(columns, fitted);
  const scale = sum > 0 ? wanted / sum : 0;
  for (let i = 0; i < columns.length; i++) {
    const c = columns[i] as number;
    fitted[c] = (fitted[c] as number) * scale;
  }
}

/** Exact: rounds to whole parts, and gives the columns of the pivots what the groups still lack. */
function isProof(
  { combinations, rows, pivots }: RowSpace,
  groups: Shares["groups"],
  excess: Float64Array,
  fitted: Float64Array,
) {
  const least = -Math.floor(PARTS / (excess.length + 1));
  const change = new Float64Array(excess.length);
  for (let c = 0; c < excess.length; c++)
    change[c] = Math.max(0, Math.round((fitted[c] as number) * PARTS)) - (excess[c] as number) * PARTS;
  for (const c of pivots) change[c] = 0;
  const changes = groups.map((columns) => sumAt(columns, change));
  return pivots.every((c, k) => {
    const pivot = (rows[k] as Float64Array)[c] as number;
    const combination = combinations[k] as Float64Array;
    let sum = (excess[c] as number) * PARTS * pivot;
    let size = Math.abs(sum);
    for (let g = 0; g < combination.length; g++) {
      const lacking = (combination[g] as number) * (changes[g] as number);
      sum -= lacking;
      size += Math.abs(lacking);
    }
    return size < Number.MAX_SAFE_INTEGER && sum >= least * pivot;
  });
}
