import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveFigure, netScore, type Sampling, samplingOf, shareRange } from "#app/domain/report/derived.ts";
import type { Code } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";

const steps = (from: number, to: number): Code[] =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const code = String(from + i);
    return { code, number: from + i, label: { de: code } };
  });
const ordinal = (codes: Code[], polarity: Polarity = "high-good") => ({ scale: "ordinal" as const, codes, polarity });
/** Counts in the order of the codes. */
const figure = (codes: Code[], counts: number[], more: { breakdown?: string; respondents?: number } = {}) => ({
  breakdown: "total",
  respondents: null,
  base: counts.reduce((sum, n) => sum + n, 0),
  counts: counts.map((n, i) => ({ code: codes[i]?.code ?? "", rank: null, n })),
  ...more,
});
const SAMPLE: Sampling = samplingOf({ invited: 120, submitted: 80, rule: { totals: "exact" } });

describe("the upper end and the net score", () => {
  it("takes two codes of four or more, else one, and never a missing kind", () => {
    const top = (codes: Code[], counts: number[]) => deriveFigure(ordinal(codes), figure(codes, counts), SAMPLE).top;
    expect(top(steps(1, 5), [1, 2, 3, 10, 4])).toMatchObject({ codes: ["4", "5"], share: 0.7 });
    expect(top(steps(1, 4), [1, 1, 1, 1])).toMatchObject({ codes: ["3", "4"], share: 0.5 });
    expect(top(steps(1, 3), [3, 3, 6])).toMatchObject({ codes: ["3"], share: 0.5 });
    const withMissing = [...steps(1, 5), { code: "wn", label: { de: "weiß nicht" }, missing: true }];
    expect(top(withMissing, [1, 2, 3, 10, 4])?.codes).toEqual(["4", "5"]);
    expect(top(steps(1, 5), [])).toMatchObject({ share: null, range: null });
  });

  it("is top two minus bottom two from five steps on", () => {
    const codes = steps(1, 5);
    expect(netScore(ordinal(codes), figure(codes, [2, 3, 5, 6, 4]))).toBeCloseTo(0.25, 12);
  });

  // Reichheld (2003): promoters give 9 or 10, detractors 0 to 6. Of ten answers 5 promoters, 2 passives, 3 detractors: +20.
  it("is promoters minus detractors on the scale from 0 to 10", () => {
    const codes = steps(0, 10);
    expect(netScore(ordinal(codes), figure(codes, [1, 0, 0, 1, 0, 0, 1, 1, 1, 2, 3]))).toBeCloseTo(0.2, 12);
  });

  it("is not given where it means nothing", () => {
    const [five, four] = [steps(1, 5), steps(1, 4)];
    expect(netScore(ordinal(five, "neutral"), figure(five, [1, 1, 1, 1, 1]))).toBeNull();
    expect(netScore(ordinal(four), figure(four, [1, 1, 1, 1]))).toBeNull();
    expect(netScore({ ...ordinal(five), scale: "choice" }, figure(five, [1, 1, 1, 1, 1]))).toBeNull();
    expect(netScore(ordinal(five), figure(five, []))).toBeNull();
  });

  it("stays within -1 and 1, and turns its sign with the scale", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(counts, (given) => {
        const codes = steps(1, given.length);
        const net = netScore(ordinal(codes), figure(codes, given));
        if (net === null) return;
        expect(Math.abs(net)).toBeLessThanOrEqual(1);
        expect(netScore(ordinal(codes), figure(codes, given.toReversed()))).toBeCloseTo(-net, 12);
      }),
    );
  });
});

it("gives mean places of a ranking", () => {
  const counts = [
    { code: "geld", rank: 1, n: 20 },
    { code: "geld", rank: 3, n: 5 },
    { code: "zeit", rank: 2, n: 4 },
  ];
  const ranking = { scale: "rank" as const, codes: [], polarity: "neutral" as const };
  const all = { breakdown: "total", base: 30, respondents: null, counts };
  expect(deriveFigure(ranking, all, SAMPLE).meanRanks).toEqual([
    { code: "geld", mean: 1.4 },
    { code: "zeit", mean: 2 },
  ]);
});

describe("ranges", () => {
  const codes = steps(1, 5);

  it("contain the share, narrow as more answer, and are nothing where all did", () => {
    const of = fc
      .integer({ min: 1, max: 200 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.integer({ min: 0, max: 200 })));
    fc.assert(
      fc.property(of, ([k, n, others]) => {
        const all = { breakdown: "total", base: n, respondents: null, counts: [] };
        const range = (invited: number) =>
          shareRange(k, all, samplingOf({ invited, submitted: n, rule: {} })) ?? { low: Number.NaN, high: Number.NaN };
        const { low, high } = range(n + others);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
        // Each end may have gone outward by less than one of them.
        const wider = range(n + others + 10);
        expect(wider.high - wider.low).toBeGreaterThanOrEqual(high - low - 2 / (n + others));
        expect(range(n)).toEqual({ low: k / n, high: k / n });
      }),
    );
  });

  it("end at shares that so many people can have: 54 of 54 out of 60 may be 59 of 60", () => {
    const most = samplingOf({ invited: 60, submitted: 54, rule: {} });
    const all = { breakdown: "total", base: 54, respondents: null, counts: [] };
    expect(shareRange(54, all, most)).toEqual({ low: 59 / 60, high: 1 });
    // 49 valid answers stand for 54.4 people: for 55.
    const { low = 0, high = 0 } = shareRange(21, { ...all, base: 49 }, most) ?? {};
    expect([low * 55, high * 55].map((end) => Number(end.toFixed(9)))).toEqual([21, 27]);
  });

  it("do not count those as missing who answered without a valid answer", () => {
    const everybody = samplingOf({ invited: 80, submitted: 80, rule: {} });
    expect(everybody.kind).toBe("census");
    expect(shareRange(12, figure(codes, [28, 12]), everybody)).toEqual({ low: 0.3, high: 0.3 });
  });

  it("stand at totals of responses only, and nowhere where totals have noise", () => {
    expect(shareRange(3, figure(codes, [3, 3]), SAMPLE)).not.toBeNull();
    expect(shareRange(3, figure(codes, [3, 3], { breakdown: "region5" }), SAMPLE)).toBeNull();
    expect(shareRange(3, figure(codes, [3, 3], { respondents: 4 }), SAMPLE)).toBeNull();
    const strict = samplingOf({ invited: 120, submitted: 80, rule: { totals: "protected" } });
    expect(strict.kind).toBe("protected");
    expect(shareRange(3, figure(codes, [3, 3]), strict)).toBeNull();
  });

  it("are those of an endless population where nobody knows how many could have answered", () => {
    const open = samplingOf({ invited: null, submitted: 80, rule: {} });
    expect(open.kind).toBe("unknown");
    const { low = 0, high = 0 } = shareRange(15, { ...figure(codes, []), base: 148 }, open) ?? {};
    // Newcombe (1998), table I, method 3.
    expect([low, high].map((end) => Number(end.toFixed(4)))).toEqual([0.0624, 0.1605]);
  });
});
