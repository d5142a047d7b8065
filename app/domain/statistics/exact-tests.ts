/** Two samples by category: how often each category occurs in either. */
export type TwoSamples = { before: readonly number[]; after: readonly number[] };

/** p-values as a release says them; the number itself would tell more than the figures that are shown. */
export type PWord = "below-1" | "below-5" | "unremarkable";

/** Sums of probabilities are equal if they differ by less: as R's `fisher.test` does it. */
const RELATIVE_ERROR = 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the probability, all margins given, of every table that is at most as
 * likely as the one seen. Fisher (1935), The Design of Experiments, §II; the sum over the less likely tables as in Agresti
 * (2002), Categorical Data Analysis, §3.5.
 * @param yes counts with the answer in either sample
 * @param no counts without it
 * @returns p from 0 to 1
 */
export function fisherExact(yes: readonly [number, number], no: readonly [number, number]): number {
  const [first, second] = [yes[0] + no[0], yes[1] + no[1]];
  const chosen = yes[0] + yes[1];
  const from = Math.max(0, chosen - second);
  const to = Math.min(first, chosen);
  const log = (k: number) => logChoose(first, k) + logChoose(second, chosen - k) - logChoose(first + second, chosen);
  const seen = Math.exp(log(yes[0]));
  let p = 0;
  for (let k = from; k <= to; k++) {
    const one = Math.exp(log(k));
    if (one <= seen * (1 + RELATIVE_ERROR)) p += one;
  }
  return Math.min(1, p);
}

/** Above so many answers in both samples together the exact distribution is no longer worked out. */
export const EXACT_UP_TO = 200;

/**
 * Rank-sum test (Wilcoxon, Mann and Whitney) for ordered categories with ties, two-sided: among all ways to deal the pooled
 * answers to the two samples, the share of those whose rank sum lies at least as far from its mean as the one seen. Midranks
 * as in Lehmann (1975), Nonparametrics, §1.4; the exact distribution is built category by category, after the network of
 * Mehta, Patel and Tsiatis (1984), Biometrics 40. For more than `EXACT_UP_TO` answers: the normal approximation with the
 * variance corrected for ties, without correction for continuity (Lehmann, §1.4).
 * @returns p from 0 to 1; 1 where a sample is empty or all answers are equal
 */
export function rankSumTest({ before, after }: TwoSamples): number {
  const totals = before.map((n, at) => n + (after[at] ?? 0));
  const size = sum(before);
  const all = sum(totals);
  if (size === 0 || size === all || totals.some((n) => n === all)) return 1;
  const ranks = doubledMidranks(totals);
  const seen = sum(before.map((n, at) => n * (ranks[at] ?? 0)));
  const mean = size * (all + 1);
  const distance = Math.abs(seen - mean);
  if (all > EXACT_UP_TO) return normalTail(distance / (2 * standardDeviation(totals, size)));
  let p = 0;
  for (const [rankSum, chance] of rankSums(totals, ranks, size).entries()) {
    if (Math.abs(rankSum - mean) >= distance) p += chance;
  }
  return Math.min(1, p);
}

/** @param p from 0 to 1 */
export function wordFor(p: number): PWord {
  if (p < 0.01) return "below-1";
  return p < 0.05 ? "below-5" : "unremarkable";
}

/** Twice the mean rank of each category, so that ties need no fractions. */
function doubledMidranks(totals: readonly number[]): number[] {
  let before = 0;
  return totals.map((n) => {
    const rank = 2 * before + n + 1;
    before += n;
    return rank;
  });
}

/**
 * The chance of each doubled rank sum of a sample of this size. Walks the categories: how many of one the sample gets,
 * given how many it has, is hypergeometric.
 */
function rankSums(totals: readonly number[], ranks: readonly number[], size: number): Float64Array {
  const all = sum(totals);
  let states = new Map<number, Float64Array>([[0, Float64Array.of(1)]]);
  let left = all;
  for (const [at, n] of totals.entries()) {
    const next = new Map<number, Float64Array>();
    for (const [taken, chances] of states) {
      const wanted = size - taken;
      for (let k = Math.max(0, wanted - (left - n)); k <= Math.min(n, wanted); k++) {
        const chance = Math.exp(logChoose(n, k) + logChoose(left - n, wanted - k) - logChoose(left, wanted));
        const reached = next.get(taken + k) ?? new Float64Array(2 * (taken + k) * all + 1);
        next.set(taken + k, reached);
        addMoved(reached, chances, k * (ranks[at] ?? 0), chance);
      }
    }
    states = next;
    left -= n;
  }
  return states.get(size) ?? new Float64Array();
}

/** Adds chances to what has been reached, moved up by some ranks and weighted. */
function addMoved(reached: Float64Array, chances: Float64Array, up: number, weight: number): void {
  for (let at = 0; at + up < reached.length && at < chances.length; at++) {
    const chance = chances[at] ?? 0;
    if (chance > 0) reached[at + up] = (reached[at + up] ?? 0) + chance * weight;
  }
}

/** Of the rank sum of a sample of this size, with ties. */
function standardDeviation(totals: readonly number[], size: number): number {
  const all = sum(totals);
  const ties = sum(totals.map((n) => n ** 3 - n));
  return Math.sqrt(((size * (all - size)) / 12) * (all + 1 - ties / (all * (all - 1))));
}

/** Two-sided tail of the standard normal distribution, to 1.5e-7: Abramowitz and Stegun (1964), formula 7.1.26. */
function normalTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-(x ** 2));
}

/** log n! by summing, so that it is right to the last digits at the sizes of a network; kept for the next call. */
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++) logFactorials[k] = (logFactorials[k - 1] ?? 0) + Math.log(k);
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
