/** A range, both ends included. */
export type Interval = { low: number; high: number };

/** Standard normal quantile of 0.975: intervals hold in 95 of 100 samples. */
const Z_95 = 1.959963984540054;

/** Wholes that came out of a division count as whole when they are nearer than this; far below one in the largest network. */
const NEARLY = 1e-9;
const wholeBelow = (value: number): number => Math.floor(value + NEARLY);
const wholeAbove = (value: number): number => Math.ceil(Math.max(0, value - NEARLY));

/**
 * Finite-population correction as a larger sample: n·(N − 1)/(N − n), after Cochran (1977), Sampling Techniques, §3.2. Whoever
 * asks nearly everybody knows more than n draws from an endless population tell. Infinite where everybody answered.
 * @param n answers, 1 or more
 * @param population everybody who could have answered; null where nobody knows
 */
export function effectiveSize(n: number, population: number | null): number {
  if (population === null) return n;
  if (population <= n) return Number.POSITIVE_INFINITY;
  return (n * (population - 1)) / (population - n);
}

/**
 * How many valid answers to one question there would be, had everybody answered: as many in proportion as among those who
 * did. Cochran (1977), §2.12: where the size of a subpopulation is not known, its sampling fraction is that of the whole.
 * So "don't know" and questions that were not asked do not count as answers that are owed, and where everybody answered
 * nothing is missing. What is estimated is seldom whole; people are, so it is rounded up: the more did not answer, the wider
 * is the interval.
 * @param n valid answers
 * @param fraction how many of those invited answered at all, from 0 (excluded) to 1; null where nobody knows
 */
export function populationOf(n: number, fraction: number | null): number | null {
  return fraction === null ? null : wholeAbove(n / fraction);
}

/**
 * Score interval for a share, after Wilson (1927), "Probable inference, the law of succession, and statistical inference",
 * JASA 22: with p = k/n and m the effective size, (p + z²/2m ± z·√(p(1 − p)/m + z²/4m²)) / (1 + z²/m). Stays within 0 and 1
 * and holds for tens of answers, which the normal interval does not. Null without answers.
 */
export function shareInterval(k: number, n: number, population: number | null, z: number = Z_95): Interval | null {
  if (n === 0) return null;
  const p = k / n;
  const m = effectiveSize(n, population);
  if (!Number.isFinite(m)) return { low: p, high: p };
  const centre = p + z ** 2 / (2 * m);
  const spread = z * Math.sqrt((p * (1 - p)) / m + z ** 2 / (4 * m ** 2));
  const scale = 1 + z ** 2 / m;
  // The ends of a share of 0 or 1 are exact; rounding errors would leave the range of shares.
  return {
    low: k === 0 ? 0 : (centre - spread) / scale,
    high: k === n ? 1 : (centre + spread) / scale,
  };
}

/**
 * The same interval for N people, of whom n answered: their share is a whole number of N-ths. So both ends go outward to the
 * next one, floor(N·low)/N and ceil(N·high)/N, and no further than what is possible at all: at least the k counted say yes,
 * at most everybody but the n − k counted otherwise.
 *
 * Outward, because an interval between two N-ths holds none of them: 54 of 54 out of 60 would give 99.3 to 100 %, although
 * one other answer among the six makes 98.3 %. Added up exactly over all samples of 6 or more out of all N up to 100
 * (hypergeometric distribution), the mean coverage rises from .956 to .981, and its least from .79 to .88, of 6 out of 97.
 * Where half or more answered it is nowhere below .95, where three in ten or more answered nowhere below .939.
 * @param population a whole number, n or more; null where nobody knows: then Wilson's interval as it is
 */
export function possibleShares(k: number, n: number, population: number | null): Interval | null {
  const interval = shareInterval(k, n, population);
  if (interval === null || population === null) return interval;
  return {
    low: Math.max(k, wholeBelow(interval.low * population)) / population,
    high: Math.min(population - (n - k), wholeAbove(interval.high * population)) / population,
  };
}
