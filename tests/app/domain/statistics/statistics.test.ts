import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXACT_UP_TO, fisherExact, rankSumTest, wordFor } from "#app/domain/statistics/exact-tests.ts";
import { effectiveSize, shareInterval } from "#app/domain/statistics/interval.ts";

describe("intervals of shares", () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Newcombe 1998: %i of %i", (k, n, low, high) => {
    const interval = shareInterval(k, n, null);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  // Newcombe's 81 of 263, and with 1,000 asked: the ends by halving, which knows nothing of the closed form.
  test("Newcombe 1998, 81 of 263: both ends to 1e-9, without and with a finite population", () => {
    for (const population of [null, 1000]) {
      const m = population === null ? 263 : (263 * 999) / 737;
      const distance = (p: number) => Math.abs(81 / 263 - p) - 1.959963984540054 * Math.sqrt((p * (1 - p)) / m);
      const interval = shareInterval(81, 263, population);
      expect(Math.abs((interval?.low ?? 0) - rootOf(distance, 0, 81 / 263))).toBeLessThan(1e-9);
      expect(Math.abs((interval?.high ?? 0) - rootOf(distance, 1, 81 / 263))).toBeLessThan(1e-9);
    }
  });

  // Cochran (1977), §3.2: of 3,042 addresses 200 are looked at, 38 are wrong; the total is 578 with a standard error of 81.8.
  test("Cochran 1977: the standard error of a total out of 3,042 addresses is 81.8", () => {
    const [n, population, p] = [200, 3042, 38 / 200];
    // He estimates the variance from the sample: (n − 1)/n and (N − 1)/N beside the variance of a known share.
    const estimated = (effectiveSize(n, population) * (n - 1) * population) / (n * (population - 1));
    const error = population * Math.sqrt((p * (1 - p)) / estimated);
    expect(error).toBeCloseTo(81.8, 1);
    expect(Math.abs(error - Math.sqrt((3042 * 2842 * 0.19 * 0.81) / 199))).toBeLessThan(1e-9);
  });

  test("are the roots of the score equation to 1e-9, at the effective size", () => {
    const z = 1.959963984540054;
    const law = (k: number, n: number, population: number | null) => {
      const interval = shareInterval(k, n, population);
      const m = effectiveSize(n, population);
      for (const end of [interval?.low ?? 0, interval?.high ?? 0]) {
        if (end <= 0 || end >= 1) continue;
        expect(Math.abs((k / n - end) ** 2 - (z ** 2 * end * (1 - end)) / m)).toBeLessThan(1e-9);
      }
    };
    const shares = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(fc.property(shares, fc.integer({ min: 1, max: 400 }), ([k, n], more) => law(k, n, n + more)));
    fc.assert(fc.property(shares, ([k, n]) => law(k, n, null)));
  });

  test("shrink with the population, to nothing where everybody answered", () => {
    const width = (population: number | null) => {
      const { low, high } = shareInterval(30, 80, population) ?? { low: 0, high: 1 };
      return high - low;
    };
    expect(width(120)).toBeLessThan(width(1200));
    expect(width(1200)).toBeLessThan(width(null));
    expect(shareInterval(30, 80, 80)).toEqual({ low: 0.375, high: 0.375 });
    expect(shareInterval(0, 0, 100)).toBeNull();
  });
});

describe("exact tests", () => {
  // Fisher's tea (1935), and his convictions of twins (1962), with p as R's `fisher.test` prints them.
  test("Fisher's exact test: tea tasting 0.4857, convictions 0.0005367", () => {
    expect(fisherExact([3, 1], [1, 3])).toBeCloseTo(34 / 70, 12);
    expect(fisherExact([2, 10], [15, 3])).toBeCloseTo(0.0005367, 7);
  });

  // Hollander & Wolfe (1973), p. 69: permeability of chorioamnion, W = 35, one-sided p = 0.1272.
  test("the rank sums of Hollander and Wolfe: p = 2 · 0.1272", () => {
    const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const y = [1.15, 0.88, 0.9, 0.74, 1.21];
    const values = [...x, ...y].sort((a, b) => a - b);
    const counts = (sample: number[]) => values.map((value) => sample.filter((one) => one === value).length);
    expect(rankSumTest({ before: counts(x), after: counts(y) }) / 2).toBeCloseTo(0.1272, 4);
  });

  test("with ties the rank sum test is what counting every dealing gives", () => {
    const small = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(small, (pairs) => {
        const [before, after] = [pairs.map(([n]) => n), pairs.map(([, n]) => n)];
        expect(Math.abs(rankSumTest({ before, after }) - byCounting(before, after))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test("both are symmetrical, and say nothing of equal samples", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const before = a.map((n) => n);
        const after = a.map((_, at) => b[at] ?? 0);
        expect(Math.abs(rankSumTest({ before, after }) - rankSumTest({ before: after, after: before }))).toBeLessThan(
          1e-9,
        );
        expect(rankSumTest({ before, after: before })).toBeCloseTo(1, 9);
      }),
    );
    expect(fisherExact([10, 10], [20, 20])).toBeCloseTo(1, 12);
  });

  test("of many answers the normal distribution, close to the exact one where both are to be had", () => {
    const before = [5, 15, 30, 30, 20];
    const after = [2, 10, 25, 35, 28];
    expect(before.concat(after).reduce((total, n) => total + n, 0)).toBe(EXACT_UP_TO);
    const exact = rankSumTest({ before, after });
    const nearly = rankSumTest({ before: before.map((n, at) => n + (at === 2 ? 1 : 0)), after });
    expect(exact).toBeGreaterThan(0);
    expect(Math.abs(nearly - exact)).toBeLessThan(0.01);
    expect(rankSumTest({ before: before.map((n) => 4 * n), after: after.map((n) => 4 * n) })).toBeLessThan(exact);
  });

  test("p becomes one of three words", () => {
    expect([0.0099, 0.01, 0.0499, 0.05, 1].map(wordFor)).toEqual([
      "below-1",
      "below-5",
      "below-5",
      "unremarkable",
      "unremarkable",
    ]);
  });
});

/** Where the function becomes 0 between an end where it is positive and a middle where it is not. */
function rootOf(f: (x: number) => number, end: number, middle: number): number {
  let [outside, inside] = [end, middle];
  for (let i = 0; i < 80; i++) {
    const half = (outside + inside) / 2;
    if (f(half) > 0) outside = half;
    else inside = half;
  }
  return outside;
}

/** Deals the pooled answers in every way. */
function byCounting(before: readonly number[], after: readonly number[]): number {
  const answers = before.flatMap((n, at) => Array<number>(n + (after[at] ?? 0)).fill(at));
  const size = before.reduce((total, n) => total + n, 0);
  if (size === 0 || size === answers.length) return 1;
  const rankOf = (value: number) =>
    answers.filter((one) => one < value).length + (answers.filter((one) => one === value).length + 1) / 2;
  const ranks = answers.map(rankOf);
  const distance = (rankSum: number) => Math.abs(rankSum - (size * (answers.length + 1)) / 2);
  const seen = distance(before.reduce((total, n, at) => total + n * (n > 0 ? rankOf(at) : 0), 0));
  let [far, all] = [0, 0];
  const deal = (from: number, left: number, rankSum: number) => {
    if (left === 0) {
      all++;
      if (distance(rankSum) >= seen - 1e-9) far++;
      return;
    }
    for (let at = from; at <= ranks.length - left; at++) deal(at + 1, left - 1, rankSum + (ranks[at] ?? 0));
  };
  deal(0, size, 0);
  return far / all;
}
