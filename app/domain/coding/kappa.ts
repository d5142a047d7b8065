/** How far two people agree who put the same cases into the same categories. */
export type Kappa = {
  /** cases */
  n: number;
  /** share of cases that both put into the same category, 0 to 1; null without cases */
  observed: number | null;
  /** the share that would agree by chance, given how often each of the two takes each category */
  expected: number | null;
  /** 1: always agreed, 0: no more than by chance; null where both put every case into one and the same category */
  kappa: number | null;
  /** large-sample standard error of κ; null where κ is */
  standardError: number | null;
};

/**
 * Cohen's κ of a square table: `table[i][j]` counts the cases that the first person put into category i and the second
 * into j. κ = (pₒ − pₑ) / (1 − pₑ) (Cohen 1960, A Coefficient of Agreement for Nominal Scales, Educational and
 * Psychological Measurement 20, 37–46). Standard error for κ ≠ 0 by Fleiss, Cohen & Everitt 1969, Large Sample Standard
 * Errors of Kappa and Weighted Kappa, Psychological Bulletin 72, 323–327, formula 13:
 *
 *     n (1 − pₑ)⁴ Var(κ) = Σ pᵢᵢ [(1 − pₑ) − (pᵢ. + p.ᵢ)(1 − pₒ)]² + (1 − pₒ)² Σ_{i≠j} pᵢⱼ (p.ᵢ + pⱼ.)² − (pₒ pₑ − 2 pₑ + pₒ)²
 */
export function kappaOf(table: readonly (readonly number[])[]): Kappa {
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  const n = sum(rows);
  if (n === 0) return { n, observed: null, expected: null, kappa: null, standardError: null };
  const same = sum(table.map((row, i) => row[i] ?? 0));
  const byChance = sum(rows.map((row, i) => row * (columns[i] ?? 0)));
  const [observed, expected] = [same / n, byChance / (n * n)];
  // Compared in whole numbers: a share that is 1 up to rounding would give a κ out of nothing.
  if (byChance === n * n) return { n, observed, expected, kappa: null, standardError: null };
  const kappa = (observed - expected) / (1 - expected);
  let [diagonal, beside] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const share = count / n;
      if (i === j) {
        const margins = ((rows[i] ?? 0) + (columns[i] ?? 0)) / n;
        diagonal += share * (1 - expected - margins * (1 - observed)) ** 2;
      } else {
        beside += share * (((columns[i] ?? 0) + (rows[j] ?? 0)) / n) ** 2;
      }
    }
  }
  const centre = (observed * expected - 2 * expected + observed) ** 2;
  const variance = (diagonal + (1 - observed) ** 2 * beside - centre) / (n * (1 - expected) ** 4);
  // Full agreement has no variance; what is left below zero is rounding.
  return { n, observed, expected, kappa, standardError: Math.sqrt(Math.max(0, variance)) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
