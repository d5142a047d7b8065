import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { populationOf, possibleShares, shareInterval } from "#app/domain/statistics/interval.ts";

describe("intervals of shares that are possible", () => {
  const none = { low: Number.NaN, high: Number.NaN };

  test("of 54 out of 60: nobody missing among them is no proof for the other six", () => {
    expect(possibleShares(54, 54, 60)).toEqual({ low: 59 / 60, high: 1 });
    expect(possibleShares(0, 54, 60)).toEqual({ low: 0, high: 1 / 60 });
    // Wilson's interval is 0.3762 to 0.4395: 22.57 to 26.37 of 60.
    expect(possibleShares(22, 54, 60)).toEqual({ low: 22 / 60, high: 27 / 60 });
    // Wilson's interval reaches down to 0.4 of 10; one was counted.
    expect(possibleShares(1, 6, 10)?.low).toBe(1 / 10);
  });

  test("are single points where everybody answered, and Wilson's where nobody knows how many could have", () => {
    expect(possibleShares(30, 80, 80)).toEqual({ low: 0.375, high: 0.375 });
    expect(possibleShares(81, 263, null)).toEqual(shareInterval(81, 263, null));
    expect(possibleShares(0, 0, 100)).toBeNull();
  });

  test("have ends that are whole people, go outward by less than one, and hold the estimate", () => {
    const of = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.integer({ min: 0, max: 400 })));
    fc.assert(
      fc.property(of, ([k, n, others]) => {
        const population = n + others;
        const wilson = shareInterval(k, n, population) ?? none;
        const { low, high } = possibleShares(k, n, population) ?? none;
        for (const end of [low, high])
          expect(Math.abs(end * population - Math.round(end * population))).toBeLessThan(1e-9);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
        // Outward, unless it is not possible, and no further than to the next one.
        expect(low).toBeLessThanOrEqual(Math.max(wilson.low, k / population) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(Math.min(wilson.high, 1 - (n - k) / population) - 1e-9);
        expect(low).toBeGreaterThan(wilson.low - 1 / population - 1e-9);
        expect(high).toBeLessThan(wilson.high + 1 / population + 1e-9);
        expect(low * population).toBeGreaterThanOrEqual(k - 1e-9);
        expect((1 - high) * population).toBeGreaterThanOrEqual(n - k - 1e-9);
      }),
    );
  });

  // Every sample of every population: where fewer than half answered, 95 % are missed by 1.2 % at most.
  test("hold the share of the whole population in 95 of 100 samples, counted exactly", () => {
    const [least, sum] = [
      { half: 1, third: 1 },
      { wide: 0, wilson: 0, cases: 0 },
    ];
    for (let population = 6; population <= 50; population += 1) {
      for (let n = Math.ceil(0.3 * population); n <= population; n += 1) {
        const ranges = Array.from({ length: n + 1 }, (_, k) => possibleShares(k, n, population) ?? none);
        const narrow = Array.from({ length: n + 1 }, (_, k) => shareInterval(k, n, population) ?? none);
        for (let yes = 0; yes <= population; yes += 1) {
          const chances = drawn(yes, population, n);
          const holding = (list: typeof ranges) =>
            chances.reduce((all, chance, k) => {
              const { low, high } = list[k] ?? none;
              return low <= yes / population + 1e-9 && yes / population <= high + 1e-9 ? all + chance : all;
            }, 0);
          const coverage = holding(ranges);
          if (n >= population / 2) least.half = Math.min(least.half, coverage);
          least.third = Math.min(least.third, coverage);
          sum.wide += coverage;
          sum.wilson += holding(narrow);
          sum.cases += 1;
        }
      }
    }
    expect(least.half).toBeGreaterThanOrEqual(0.95);
    expect(least.third).toBeGreaterThanOrEqual(0.95 - 0.012);
    expect(sum.wide / sum.cases).toBeGreaterThan(sum.wilson / sum.cases + 0.02);
  });

  test("stand for whole people where their number is estimated, one more rather than one fewer", () => {
    expect(populationOf(54, 54 / 60)).toBe(60);
    expect(populationOf(49, 54 / 60)).toBe(55);
    expect(populationOf(49, null)).toBeNull();
    for (let invited = 1; invited <= 400; invited += 1)
      for (let n = 1; n <= invited; n += 1) expect(populationOf(n, n / invited)).toBe(invited);
  });
});

/** The chance of each number of yes among n drawn out of a population with so many, one by one (hypergeometric distribution). */
function drawn(yes: number, population: number, n: number): number[] {
  const least = Math.max(0, n - (population - yes));
  const most = Math.min(n, yes);
  const weights: number[] = [];
  for (let k = 0; k <= n; k += 1) {
    if (k < least || k > most) weights.push(0);
    else if (k === least) weights.push(1);
    else weights.push(((weights[k - 1] ?? 0) * (yes - k + 1) * (n - k + 1)) / (k * (population - yes - n + k)));
  }
  const all = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / all);
}
