import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf, type Pair } from "#app/domain/coding/agreement.ts";
import { kappaOf } from "#app/domain/coding/kappa.ts";

/** Fractions are worked out by hand with whole numbers; published figures are given as they were printed. */
describe("Cohen's κ", () => {
  it("is that of Cohen 1960 for 200 patients whom two psychologists diagnosed", () => {
    // Also the first example of Cohen 1968; psych::cohen.kappa in R names .492 as what Cohen reports.
    const { n, observed, expected, kappa, standardError } = kappaOf([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect(n).toBe(200);
    expect(observed).toBeCloseTo(0.7, 12);
    expect(expected).toBeCloseTo(0.41, 12);
    expect(kappa).toBeCloseTo(29 / 59, 9);
    expect(kappa?.toFixed(3)).toBe("0.492");
    expect(standardError).toBeCloseTo(Math.sqrt(63_039 / 24_234_722), 9);
  });

  it("is that of Fleiss, Levin & Paik 2003 (ch. 18) for 100 diagnoses: psychotic, neurotic, organic", () => {
    const { observed, expected, kappa, standardError } = kappaOf([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(observed).toBeCloseTo(0.89, 12);
    expect(expected).toBeCloseTo(0.66, 12);
    expect(kappa).toBeCloseTo(23 / 34, 9);
    expect(kappa?.toFixed(2)).toBe("0.68");
    expect(standardError).toBeCloseTo(Math.sqrt(256_971 / 33_408_400), 9);
  });

  it("has the standard error that SAS PROC FREQ prints (ASE), and with it the same interval", () => {
    // The printout against which statsmodels tests cohens_kappa: 0.4842, 0.1380, 0.2137 to 0.7547.
    const { kappa, standardError } = kappaOf([
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ]);
    expect(kappa).toBeCloseTo(107 / 221, 9);
    expect(standardError).toBeCloseTo(Math.sqrt(45_437_322 / 2_385_443_281), 9);
    const [estimate, error] = [kappa ?? 0, standardError ?? 0];
    const printed = [estimate, error, estimate - 1.959964 * error, estimate + 1.959964 * error];
    expect(printed.map((figure) => figure.toFixed(4))).toEqual(["0.4842", "0.1380", "0.2137", "0.7547"]);
  });

  it("has none where both put every case into one category, and nothing to say without cases", () => {
    expect(
      kappaOf([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual({ n: 7, observed: 1, expected: 1, kappa: null, standardError: null });
    expect(
      kappaOf([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ n: 0, observed: null, kappa: null });
  });

  it("is 1 for full agreement, 0 where one of the two never differs, and below 0 for disagreement", () => {
    expect(
      kappaOf([
        [3, 0],
        [0, 4],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0 });
    expect(
      kappaOf([
        [3, 4],
        [0, 0],
      ]).kappa,
    ).toBe(0);
    expect(
      kappaOf([
        [0, 5],
        [5, 0],
      ]).kappa,
    ).toBe(-1);
  });

  it("is the same with people or categories exchanged, and at most 1", () => {
    const count = fc.integer({ min: 0, max: 40 });
    const tables = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(tables, (table) => {
        const one = kappaOf(table);
        const exchanged = kappaOf(table.map((_, i) => table.map((row) => row[i] as number)));
        const turned = kappaOf(table.toReversed().map((row) => row.toReversed()));
        for (const other of [exchanged, turned]) {
          expect(other.kappa ?? -9).toBeCloseTo(one.kappa ?? -9, 9);
          expect(other.standardError ?? -9).toBeCloseTo(one.standardError ?? -9, 7);
        }
        expect(one.kappa ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const pair = (first: string[], second: string[]): Pair => ({ first: new Set(first), second: new Set(second) });

describe("agreement about texts with several codes", () => {
  it("takes each code as a decision of its own, and the mean of κ over those that have one", () => {
    const pairs = [pair(["a", "b"], ["a"]), pair(["a"], ["a"]), pair([], []), pair(["b"], ["b"])];
    const { texts, same, observed, meanKappa, defined, codes } = agreementOf(pairs, ["a", "b", "never"]);
    expect({ texts, same, defined }).toEqual({ texts: 4, same: 3, defined: 2 });
    expect(observed).toBeCloseTo(11 / 12, 12);
    expect(codes.map(({ code, first, second, both, kappa }) => ({ code, first, second, both, kappa }))).toEqual([
      { code: "a", first: 2, second: 2, both: 2, kappa: 1 },
      { code: "b", first: 2, second: 1, both: 1, kappa: 0.5 },
      { code: "never", first: 0, second: 0, both: 0, kappa: null },
    ]);
    expect(meanKappa).toBeCloseTo(0.75, 12);
  });

  it("says nothing where there is nothing", () => {
    expect(agreementOf([], ["a"])).toMatchObject({ texts: 0, same: 0, observed: null, meanKappa: null, defined: 0 });
    expect(agreementOf([pair([], [])], [])).toMatchObject({ same: 1, observed: null, meanKappa: null });
  });
});
