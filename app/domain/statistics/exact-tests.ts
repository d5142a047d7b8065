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
/** Nor where so many dealings would have to be walked: long scales with many answers. */
const MOST_DEALINGS = 300_000;

/**
 * Rank-sum test (Wilcoxon, Mann and Whitney) for ordered categories with ties, two-sided: among all ways to deal the pooled
 * answers to the two samples, the share of those whose rank sum lies at least as far from its mean as the one seen. Midranks
 * as in Lehmann (1975), Nonparametrics, §1.4; the dealings are walked category by category as in the network of Mehta, Patel
 * and Tsiatis (1984), Biometrics 40, but for the two largest, which are added up beforehand. A scale of five then takes far
 * less than a millisecond, so that a page can test every row. Beyond `EXACT_UP_TO` or `MOST_DEALINGS`: the normal
 * approximation with the variance corrected for ties, without correction for continuity (Lehmann, §1.4).
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
  if (distance === 0) return 1;
  const [second, first, ...walked] = totals
    .flatMap((n, at) => (n > 0 ? { n, rank: ranks[at] ?? 0 } : []))
    .sort((a, b) => b.n - a.n) as [Category, Category, ...Category[]];
  const dealings = walked.reduce((product, { n }) => product * (n + 1), 1);
  if (all > EXACT_UP_TO || dealings > MOST_DEALINGS)
    return normalTail(distance / (2 * standardDeviation(totals, size)));
  const far = farDealings([first, second], walked, { size, mean, distance });
  return Math.min(1, far / chooseAll(all)[size]!);
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

/** One category of the pooled answers: how many there are, and twice their mean rank. */
type Category = { n: number; rank: number };

type Sought = { size: number; mean: number; distance: number };

/** In how many ways a sample of this size can be dealt so that its doubled rank sum lies at least `distance` (above 0) away. */
function farDealings(last: [Category, Category], walked: readonly Category[], sought: Sought): number {
  const { size, mean, distance } = sought;
  const [low, high] = last.sort((a, b) => a.rank - b.rank) as [Category, Category];
  const apart = high.rank - low.rank;
  const tails: { from: number; to: number; upTo: number[] }[] = [];

  /** Of the last two categories so many are wanted: the more come from the lower one, the lower is the sum. */
  function farOfLast(wanted: number, rankSum: number): number {
    const { from, to, upTo } = tails[wanted] ?? tailOf(wanted);
    const waysUpTo = (k: number) => upTo[Math.min(to, Math.max(from - 1, k)) - from + 1] ?? 0;
    const above = rankSum + wanted * high.rank - mean;
    const fewest = Math.floor((above - distance) / apart);
    const most = Math.ceil((above + distance) / apart);
    return waysUpTo(fewest) + waysUpTo(to) - waysUpTo(most - 1);
  }

  function tailOf(wanted: number) {
    const [from, to] = [Math.max(0, wanted - high.n), Math.min(low.n, wanted)];
    // upTo[k - from + 1]: in how many ways k or fewer of what is wanted come from the lower category.
    const upTo = [0];
    for (let k = from; k <= to; k++) upTo.push(upTo.at(-1)! + chooseAll(low.n)[k]! * chooseAll(high.n)[wanted - k]!);
    const tail = { from, to, upTo };
    tails[wanted] = tail;
    return tail;
  }

  function walk(place: number, wanted: number, rankSum: number): number {
    const category = walked[place];
    if (!category) return wanted > low.n + high.n ? 0 : farOfLast(wanted, rankSum);
    const ways = chooseAll(category.n);
    let far = 0;
    for (let k = 0; k <= Math.min(category.n, wanted); k++) {
      far += ways[k]! * walk(place + 1, wanted - k, rankSum + k * category.rank);
    }
    return far;
  }
  return walk(0, size, 0);
}

const chosen = new Map<number, number[]>();

/** In how many ways 0 to n of n can be chosen; kept for the next call. Exact to the last digits up to `EXACT_UP_TO`. */
function chooseAll(n: number): number[] {
  const known = chosen.get(n);
  if (known) return known;
  const ways = [1];
  for (let k = 1; k <= n; k++) ways.push((ways[k - 1]! * (n - k + 1)) / k);
  chosen.set(n, ways);
  return ways;
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
