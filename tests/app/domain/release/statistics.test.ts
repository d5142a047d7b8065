import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeValues, NO_STATISTICS } from "#app/domain/release/statistics.ts";

const counted = (...values: number[]) => values.map((value) => ({ value, n: 1 }));

describe("statistics from counted values", () => {
  it("gives R's mean, sd and quantile(type = 7)", () => {
    // R: x <- c(1, 2, 2, 3, 5, 8); mean(x); sd(x); quantile(x)
    const { mean, sd, q1, median, q3 } = describeValues(counted(8, 2, 1, 5, 2, 3));
    expect(mean).toBe(3.5);
    expect(sd).toBeCloseTo(2.588436, 6);
    expect([q1, median, q3]).toEqual([2, 2.5, 4.5]);
  });

  it("has nothing to say about nobody, and no deviation of one value", () => {
    expect(describeValues([])).toEqual(NO_STATISTICS);
    expect(describeValues([{ value: 3, n: 0 }])).toEqual(NO_STATISTICS);
    expect(describeValues(counted(4))).toEqual({ mean: 4, sd: null, q1: 4, median: 4, q3: 4 });
  });

  it("is the same however the values are grouped and ordered", () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const grouped = [5, 4, 3, 2, 1].map((value) => ({ value, n: list.filter((one) => one === value).length }));
        const { sd, ...exact } = describeValues(grouped);
        const { sd: single, ...same } = describeValues(counted(...list));
        expect(exact.mean).toBeCloseTo(same.mean as number, 12);
        expect([exact.q1, exact.median, exact.q3]).toEqual([same.q1, same.median, same.q3]);
        expect(sd ?? -1).toBeCloseTo(single ?? -1, 12);
      }),
    );
  });

  it("keeps quartiles in order and inside the values", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (list) => {
        const { q1, median, q3 } = describeValues(counted(...list)) as Record<"q1" | "median" | "q3", number>;
        const slack = 1e-9 * Math.max(1, ...list.map(Math.abs));
        expect(q1).toBeGreaterThanOrEqual(Math.min(...list) - slack);
        expect(median).toBeGreaterThanOrEqual(q1 - slack);
        expect(q3).toBeGreaterThanOrEqual(median - slack);
        expect(q3).toBeLessThanOrEqual(Math.max(...list) + slack);
      }),
    );
  });
});
