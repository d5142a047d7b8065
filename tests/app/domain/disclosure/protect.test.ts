import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectedCount } from "#app/domain/disclosure/protect.ts";
import { recordKey } from "#app/domain/disclosure/record-keys.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";

const STANDARD = ruleFor({ strict: false });
const STRICT = ruleFor({ strict: true });
const PLACE = { item: "bed/zugang", code: "5", rank: null };
const keyOf = (n: number) => Uint8Array.from({ length: 32 }, (_, i) => (n >> (8 * (i % 4))) & 255);
const KEY = keyOf(1);

/** The same count under many keys. */
const drawn = (count: number, rule: typeof STANDARD, draws = 10_000) =>
  Array.from({ length: draws }, (_, i) => protectedCount(count, PLACE, 77n, keyOf(i), rule));
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const anyPlace = fc.record({
  item: fc.string({ maxLength: 12 }),
  code: fc.string({ maxLength: 6 }),
  rank: fc.option(fc.integer({ min: 1, max: 9 })),
});
const anyRule = fc.constantFrom(STANDARD, STRICT);

describe("a protected count", () => {
  it("is a multiple, never below nought, and 0 for nobody where no group is named", () => {
    fc.assert(
      fc.property(fc.nat(500), anyPlace, fc.bigInt({ min: 0n, max: 2n ** 57n }), anyRule, (n, place, records, rule) => {
        const shown = protectedCount(n, place, records, KEY, rule);
        expect(shown % rule.multiple).toBe(0);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(protectedCount(0, place, records, KEY, rule)).toBe(0);
        expect(protectedCount(n, place, records, KEY, { multiple: 1, noise: 0 })).toBe(n);
      }),
    );
  });

  it("has noise for nobody in a group too: as often above 0 as the rule says, another in each group, the same each time", () => {
    for (const rule of [STANDARD, STRICT]) {
      const shown = Array.from({ length: 10_000 }, (_, i) =>
        protectedCount(0, { ...PLACE, empty: `ansatz/${i}` }, 0n, KEY, rule),
      );
      const { noise, multiple } = rule;
      let above = 0;
      for (let e = 1; e < 60; e++) above += ((1 - noise) / (1 + noise)) * noise ** e * Math.min(1, e / multiple);
      expect(Math.abs(shown.filter((n) => n > 0).length / shown.length - above)).toBeLessThan(0.015);
      expect(protectedCount(0, { ...PLACE, empty: "ansatz/7" }, 0n, KEY, rule)).toBe(shown[7]);
    }
    const named = protectedCount(20, { ...PLACE, empty: "ansatz/7" }, 9n, KEY, STANDARD);
    expect(named).toBe(protectedCount(20, PLACE, 9n, KEY, STANDARD));
  });

  it("is the same wherever the same answers are counted, and follows from key, place and set alone", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 }), anyPlace, anyRule, (ids, place, rule) => {
        const sum = (list: string[]) => list.reduce((total, id) => total + BigInt(recordKey(KEY, id)), 0n);
        const shown = protectedCount(ids.length, place, sum(ids), KEY, rule);
        expect(protectedCount(ids.length, { ...place }, sum(ids.toReversed()), Uint8Array.from(KEY), rule)).toBe(shown);
      }),
    );
    const others = (of: (i: number) => number) => new Set(Array.from({ length: 60 }, (_, i) => of(i))).size;
    expect(others((i) => protectedCount(20, PLACE, BigInt(i), KEY, STANDARD))).toBeGreaterThan(1);
    expect(others((i) => protectedCount(20, { ...PLACE, code: String(i) }, 1n, KEY, STANDARD))).toBeGreaterThan(1);
    expect(others((i) => protectedCount(20, PLACE, 1n, keyOf(i), STANDARD))).toBeGreaterThan(1);
  });

  it.each([20, 31, 50])("is right on average: %i", (count) => {
    for (const rule of [STANDARD, STRICT]) expect(Math.abs(mean(drawn(count, rule)) - count)).toBeLessThan(0.12);
  });

  it("is noisy as the rule says: P(e) = (1 − α)/(1 + α) · α^|e|", () => {
    for (const alpha of [STANDARD.noise, STRICT.noise]) {
      const errors = drawn(1000, { ...STANDARD, multiple: 1, noise: alpha }).map((shown) => shown - 1000);
      for (const e of [-3, -2, -1, 0, 1, 2, 3]) {
        const expected = ((1 - alpha) / (1 + alpha)) * alpha ** Math.abs(e);
        const share = errors.filter((one) => one === e).length / errors.length;
        expect(Math.abs(share - expected), `α ${alpha}, e ${e}`).toBeLessThan(0.02);
      }
      // No bound: the more draws, the farther the farthest.
      expect(Math.max(...errors.map(Math.abs))).toBeGreaterThan(5);
    }
  });

  it("leaves no count certain: every small one can come from every other", () => {
    const shownOf = (count: number) => new Set(drawn(count, STANDARD, 4000));
    for (const count of [1, 2, 3, 4, 5, 6]) expect([...shownOf(count)]).toEqual(expect.arrayContaining([0, 3, 6]));
  });
});

describe("a record key", () => {
  it("is a whole number below 2^40, the same for the same response and unlike that of others", () => {
    const keys = Array.from({ length: 2000 }, (_, i) => recordKey(KEY, `response ${i}`));
    for (const key of keys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 40).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.abs(mean(keys) / 2 ** 40 - 0.5)).toBeLessThan(0.03);
    expect(recordKey(KEY, "response 7")).toBe(keys[7]);
    expect(recordKey(keyOf(2), "response 7")).not.toBe(keys[7]);
  });
});
