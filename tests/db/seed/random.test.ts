import { describe, expect, it } from "vitest";
import { normal, randomFor, sample, shuffle, weighted, whole } from "#db/seed/random.ts";

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);

describe("seeded randomness", () => {
  it("gives an address the same numbers and another address others", () => {
    const numbers = (seed: number, address: string) => draws(5, randomFor(seed, address));
    expect(numbers(1, "a")).toEqual(numbers(1, "a"));
    expect(numbers(1, "a")).not.toEqual(numbers(1, "b"));
    expect(numbers(1, "a")).not.toEqual(numbers(2, "a"));
  });

  it("is uniform, also over the first number of neighbouring addresses", () => {
    const firsts = Array.from({ length: 10_000 }, (_, i) => randomFor(1, "proj", i)());
    const tenths = new Map<number, number>();
    for (const u of firsts) tenths.set(Math.floor(u * 10), (tenths.get(Math.floor(u * 10)) ?? 0) + 1);
    expect(tenths.size).toBe(10);
    for (const count of tenths.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  it("draws standard normal numbers", () => {
    const random = randomFor(1, "normal");
    const values = draws(20_000, () => normal(random));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it("weighs: never what weighs nothing, in proportion otherwise", () => {
    const random = randomFor(1, "weighted");
    const codes = draws(10_000, () => weighted(random, { never: 0, one: 1, three: 3 }));
    expect(codes).not.toContain("never");
    expect(codes.filter((code) => code === "three").length / codes.length).toBeCloseTo(0.75, 1);
  });

  it("samples without repeating, and shuffles without losing", () => {
    const random = randomFor(1, "sample");
    const from = Array.from({ length: 50 }, (_, i) => i);
    expect(new Set(sample(random, from, 20)).size).toBe(20);
    expect(shuffle(random, from).sort((a, b) => a - b)).toEqual(from);
    expect(new Set(draws(500, () => whole(random, 2, 4)))).toEqual(new Set([2, 3, 4]));
  });
});
