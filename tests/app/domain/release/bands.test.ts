import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandCodes, bandOf, countBands } from "#app/domain/release/bands.ts";

/** Limits in rising order, whole and broken, below and above 0. */
const limits = fc
  .uniqueArray(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 11 })
  .map((list) => list.map((one) => Math.round(one * 4) / 4 + 0))
  .map((list) => [...new Set(list)].sort((a, b) => a - b));
const number = fc.double({ min: -2000, max: 2000, noNaN: true });

describe("bands of numbers", () => {
  it("are called as in the register", () => {
    expect(bandCodes([2, 5, 10])).toEqual([
      { code: "u2", label: { de: "unter 2", en: "under 2" } },
      { code: "2_u5", label: { de: "2 bis unter 5", en: "2 to under 5" } },
      { code: "5_u10", label: { de: "5 bis unter 10", en: "5 to under 10" } },
      { code: "ab10", label: { de: "ab 10", en: "10 and more" } },
    ]);
    expect(bandCodes([2.5])[1]?.label).toEqual({ de: "ab 2,5", en: "2.5 and more" });
    expect([1.99, 2, 4.99, 10, -3].map((value) => bandOf(value, [2, 5, 10]))).toEqual([
      ...["u2", "2_u5", "2_u5", "ab10", "u2"],
    ]);
  });

  it("hold every number exactly once, in rising order", () => {
    fc.assert(
      fc.property(limits, fc.array(number), (cuts, values) => {
        const codes = bandCodes(cuts).map(({ code }) => code);
        expect(new Set(codes).size).toBe(cuts.length + 1);
        const places = values.toSorted((a, b) => a - b).map((value) => codes.indexOf(bandOf(value, cuts)));
        expect(places).not.toContain(-1);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const [i, cut] of cuts.entries()) expect(bandOf(cut, cuts)).toBe(codes[i + 1]);
      }),
    );
  });

  it("count what was counted by number, and keep whose answers it was", () => {
    const place = { item: "faelle", breakdown: "ansatz", group: "person" };
    const counted = fc.array(fc.tuple(number, fc.integer({ min: 1, max: 9 }), fc.bigInt({ min: 0n, max: 2n ** 40n })));
    fc.assert(
      fc.property(limits, counted, (cuts, list) => {
        const rows = list.map(([value, n, records]) => ({ ...place, value, n, records: records.toString() }));
        const bands = countBands(rows, cuts);
        expect(new Set(bands.map(({ code }) => code)).size).toBe(bands.length);
        expect(bands.reduce((sum, row) => sum + row.n, 0)).toBe(rows.reduce((sum, row) => sum + row.n, 0));
        const records = (all: { records: string }[]) => all.reduce((sum, row) => sum + BigInt(row.records), 0n);
        expect(records(bands)).toBe(records(rows));
        for (const row of bands) expect(row).toMatchObject({ ...place, rank: null });
      }),
    );
  });
});
