/** How often a value occurs. */
export type ValueCount = { value: number; n: number };

export type Statistics = {
  mean: number | null;
  sd: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
};

export const NO_STATISTICS: Statistics = { mean: null, sd: null, q1: null, median: null, q3: null };

/**
 * Mean, standard deviation and quartiles from counted values, so that they say nothing that the counts do not say.
 * - mean: Σ nᵢxᵢ / n
 * - sd: √(Σ nᵢ(xᵢ − mean)² / (n − 1)), the sample's; null for fewer than two values
 * - quartiles: type 7 of Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages", The American Statistician
 *   50(4): linear interpolation at position (n − 1)p, as in R's `quantile` and PostgreSQL's `percentile_cont`
 */
export function describeValues(values: readonly ValueCount[]): Statistics {
  const sorted = values.filter(({ n }) => n > 0).sort((a, b) => a.value - b.value);
  const n = sum(sorted.map((one) => one.n));
  if (n === 0) return NO_STATISTICS;
  const mean = sum(sorted.map((one) => one.n * one.value)) / n;
  const squares = sum(sorted.map((one) => one.n * (one.value - mean) ** 2));
  return {
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    q1: quantile(sorted, n, 0.25),
    median: quantile(sorted, n, 0.5),
    q3: quantile(sorted, n, 0.75),
  };
}

function quantile(sorted: readonly ValueCount[], n: number, p: number): number {
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = valueAt(sorted, below);
  return low + (position - below) * (valueAt(sorted, Math.min(below + 1, n - 1)) - low);
}

/** The value at a place of the sorted list, counted from 0. */
function valueAt(sorted: readonly ValueCount[], place: number): number {
  let seen = 0;
  for (const { value, n } of sorted) {
    seen += n;
    if (place < seen) return value;
  }
  return Number.NaN;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
