/** A range, both ends included. */
export type Interval = { low: number; high: number };

/** Standard normal quantile of 0.975: intervals hold in 95 of 100 samples. */
const Z_95 = 1.959963984540054;

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
 * nothing is missing.
 * @param n valid answers
 * @param fraction how many of those invited answered at all, from 0 (excluded) to 1; null where nobody knows
 */
export function populationOf(n: number, fraction: number | null): number | null {
  return fraction === null ? null : n / fraction;
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
