import { gcd, InexactError, type RowSpace } from "./row-space.ts";

/** Patterns as columns: their groups, and how many of one organisation and of all are in each. */
export type Shares = { groupsOf: readonly (readonly number[])[]; own: Float64Array; sizes: Float64Array };

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
  const excess = excessOf(shares, largestShare);
  const groups: number[][] = space.combinations[0] ? Array.from(space.combinations[0], () => []) : [];
  for (const [c, own] of shares.groupsOf.entries()) for (const g of own) groups[g]?.push(c);
  const sums = groups.map((columns) => columns.reduce((sum, c) => sum + (excess[c] as number), 0));
  const fitted = excess.map((a) => Math.max(a, 0.1));
  let round = 0;
  for (const tried of TRIED_AFTER) {
    for (; round < tried; round++)
      for (const [g, columns] of groups.entries()) scaleTo(fitted, columns, sums[g] as number);
    if (isProof(space, shares, excess, fitted)) return true;
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

function scaleTo(fitted: Float64Array, columns: readonly number[], wanted: number): void {
  let sum = 0;
  for (const c of columns) sum += fitted[c] as number;
  const scale = sum > 0 ? wanted / sum : 0;
  for (const c of columns) fitted[c] = (fitted[c] as number) * scale;
}

/** Exact: rounds to whole parts, and gives the columns of the pivots what the groups still lack. */
function isProof(
  { combinations, rows, pivots }: RowSpace,
  { groupsOf }: Shares,
  excess: Float64Array,
  fitted: Float64Array,
) {
  const least = -Math.floor(PARTS / (excess.length + 1));
  const isPivot = new Uint8Array(excess.length);
  for (const c of pivots) isPivot[c] = 1;
  const lacking = new Float64Array(combinations[0]?.length ?? 0);
  for (let c = 0; c < excess.length; c++) {
    if (isPivot[c] === 1) continue;
    const parts = Math.max(0, Math.round((fitted[c] as number) * PARTS));
    const change = parts - (excess[c] as number) * PARTS;
    for (const g of groupsOf[c] as readonly number[]) lacking[g] = (lacking[g] as number) - change;
  }
  return pivots.every((c, k) => {
    const pivot = (rows[k] as Float64Array)[c] as number;
    let sum = (excess[c] as number) * PARTS * pivot;
    let size = Math.abs(sum);
    for (const [g, factor] of (combinations[k] as Float64Array).entries()) {
      sum += factor * (lacking[g] as number);
      size += Math.abs(factor * (lacking[g] as number));
    }
    return size < Number.MAX_SAFE_INTEGER && sum >= least * pivot;
  });
}
