import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { attack, readWave } from "./attacker/attack.ts";
import { isolatedSets } from "./attacker/isolation.ts";
import { isolatedByProgram } from "./attacker/isolation-program.ts";
import { likelihoodRatios } from "./attacker/likely.ts";
import { fittingOf } from "./attacker/mechanism.ts";
import type { KnownRespondent, PublicRule } from "./attacker/published.ts";
import { breaksRule } from "./attacker/sets.ts";
import { attacked, certain, OPEN, RESPONDENTS, RULE, release, SPREAD } from "./sample-release.ts";

describe("certainty", () => {
  it("sees a group that agrees where nothing is protected", () => {
    const ansatz = {
      person: { ja: 6 },
      umfeld: { ja: 2, nein: 4 },
      beides: { ja: 2, nein: 4 },
      fachkraefte: { ja: 2, nein: 4 },
    };
    const found = certain(attacked([release({ ja: 12, nein: 12 }, { ansatz, reichweite: SPREAD }, OPEN)]));
    expect(found).toEqual(["0 ja", "4 ja", "8 ja", "12 ja", "16 ja", "20 ja"]);
  });

  it("takes the own organisation's answers away", () => {
    const ansatz = {
      person: { ja: 5, nein: 1 },
      umfeld: { ja: 3, nein: 3 },
      beides: { ja: 2, nein: 4 },
      fachkraefte: { ja: 2, nein: 4 },
    };
    const releases = [release({ ja: 12, nein: 12 }, { ansatz, reichweite: SPREAD }, OPEN)];
    expect(certain(attacked(releases))).toEqual([]);
    const own = certain(attacked(releases, { r0: ["nein"], r12: ["ja"] }));
    expect(own).toEqual(expect.arrayContaining(["4 ja", "8 ja", "16 ja", "20 ja"]));
  });

  it("finds who alone gave a code by crossing the groups that show it, unless a 0 may be shown as more", () => {
    const half = { ja: 3, nein: 3 };
    const ansatz = { person: { ...half, selten: 3 }, umfeld: half, beides: half, fachkraefte: half };
    const reichweite = { lokal: half, land: { ...half, selten: 3 }, bund: half };
    // "selten" is shown for person (0, 4, 8, …) and for land (1, 4, 7, …): 4 or 16.
    const crossed = (rule: PublicRule) => [release({ ja: 12, nein: 11, selten: 1 }, { ansatz, reichweite }, rule)];
    expect(certain(attacked(crossed(RULE)))).toEqual([]);
    expect(certain(attacked(crossed(RULE), { r4: ["ja"] }))).toEqual(["4 ja", "16 selten"]);
    expect(certain(attacked(crossed({ ...RULE, zeros: "noised" }), { r4: ["ja"] }))).toEqual(["4 ja"]);
  });

  it("subtracts an interim release from the final one", () => {
    const late = RESPONDENTS.map((one, position) => ({ ...one, after: position < 20 ? 0 : 1 }));
    const releases = [release({ ja: 9, nein: 11 }, {}, OPEN, 1, "interim"), release({ ja: 9, nein: 15 }, {}, OPEN, 2)];
    expect(certain(attacked(releases, {}, late))).toEqual(["20 nein", "21 nein", "22 nein", "23 nein"]);
  });

  it("finds nothing in a sound release, from outside or inside", () => {
    const ansatz = {
      person: { ja: 3, nein: 3 },
      umfeld: { ja: 6 },
      beides: { ja: 3, nein: 6 },
      fachkraefte: { nein: 3 },
    };
    const sound = release({ ja: 12, nein: 12 }, { ansatz }, { ...RULE, zeros: "noised" });
    expect(certain(attacked([sound]))).toEqual([]);
    expect(certain(attacked([sound], { r1: ["ja"], r13: ["nein"] }))).toEqual(["1 ja", "13 nein"]);
    const { beliefs } = attacked([sound]);
    expect(Math.max(...(beliefs?.belief ?? [1]))).toBeLessThan(0.9);
  });
});

describe("belief", () => {
  it("is certain of a group that agrees where nothing is protected, and knows how often it may be wrong where it is", () => {
    const ansatz = {
      person: { ja: 6 },
      umfeld: { ja: 2, nein: 4 },
      beides: { ja: 2, nein: 4 },
      fachkraefte: { ja: 2, nein: 4 },
    };
    const open = attacked([release({ ja: 12, nein: 12 }, { ansatz }, OPEN)]);
    expect(open.beliefs?.belief[0]).toBeGreaterThan(0.99);
    const rounded = attacked([release({ ja: 12, nein: 12 }, { ansatz }, RULE)]);
    expect(rounded.beliefs?.belief[0]).toBeGreaterThan(0.6);
    expect(rounded.beliefs?.belief[0]).toBeLessThan(0.95);
  });

  it("carries over from one wave to the next as far as answers stay the same", () => {
    const ansatz = {
      person: { ja: 6 },
      umfeld: { ja: 2, nein: 4 },
      beides: { ja: 2, nein: 4 },
      fachkraefte: { ja: 2, nein: 4 },
    };
    const first = readWave([release({ ja: 12, nein: 12 }, { ansatz }, OPEN)], RESPONDENTS);
    const second = readWave([release({ ja: 12, nein: 12 }, {}, OPEN)], RESPONDENTS);
    const known = { respondents: RESPONDENTS, own: new Map() };
    const findings = [...attack([first, second], [known, known], { stability: 0.5, believes: true })];
    expect(findings[1]?.beliefs?.belief[0]).toBeCloseTo(0.75, 1);
  });

  it("knows the mechanism: chances add up to 1, and the published figure is right on average", () => {
    for (const zeros of ["kept", "noised"] as const) {
      const fitting = fittingOf({ multiple: 5, noise: 0.5, zeros });
      for (const count of [1, 7, 40, 200]) {
        const chances = Array.from({ length: 60 }, (_, step) => fitting(5 * step)[count] as number);
        expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        const mean = chances.reduce((sum, one, step) => sum + 5 * step * one, 0);
        // Near 0 what would be negative is shown as 0, so that small counts are overstated.
        if (count >= 40) expect(mean).toBeCloseTo(count, 6);
        else expect(mean).toBeGreaterThanOrEqual(count);
      }
    }
  });

  it("weighs a figure for each member as trying out everybody's answers does", () => {
    const chance = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance), { minLength: 1, maxLength: 7 }), chance, (members, last) => {
        const chances = Float64Array.from(members, ([p]) => p);
        const fits = Float64Array.from([...members.map(([, fit]) => fit), last]);
        const ratios = likelihoodRatios(chances, fits);
        for (const i of chances.keys()) {
          const weigh = (has: boolean) => {
            let sum = 0;
            for (let set = 0; set < 2 ** chances.length; set += 1) {
              if (Boolean(set & (1 << i)) !== has) continue;
              const bits = [...chances.keys()].map((j) => Boolean(set & (1 << j)));
              const weight = bits.reduce(
                (w, bit, j) => (j === i ? w : w * (bit ? (chances[j] ?? 0) : 1 - (chances[j] ?? 0))),
                1,
              );
              sum += weight * (fits[bits.filter(Boolean).length] as number);
            }
            return sum;
          };
          expect(ratios[i]).toBeCloseTo(weigh(true) / weigh(false), 6);
        }
      }),
    );
  });
});

describe("isolation", () => {
  const all = [...RESPONDENTS.keys()];
  const by = (test: (position: number) => boolean) => all.filter(test);

  it("finds a nested group, an overlap of two that cover everybody, and a union less another", () => {
    const nested = isolatedSets([all, by((i) => i < 16), by((i) => i < 13)], RESPONDENTS, RULE, 2);
    expect(nested).toContainEqual([13, 14, 15]);
    const overlap = isolatedSets([all, by((i) => i < 14), by((i) => i >= 10)], RESPONDENTS, RULE, 2);
    expect(overlap).toContainEqual([10, 11, 12, 13]);
    const union = isolatedSets(
      [all, by((i) => i < 7), by((i) => i >= 7 && i < 14), by((i) => i < 12)],
      RESPONDENTS,
      RULE,
      3,
    );
    expect(union).toContainEqual([12, 13]);
  });

  it("finds nothing among breakdowns that only cross", () => {
    const groups = [all, ...[0, 1].map((k) => by((i) => i % 2 === k)), ...[0, 1, 2].map((k) => by((i) => i % 3 === k))];
    expect(isolatedSets(groups, RESPONDENTS, RULE, 3)).toEqual([]);
  });

  it("finds by the integer program also what takes halves of groups", async () => {
    const highs = await loadHighs();
    const respondents = [...RESPONDENTS, ...RESPONDENTS].map((one, i) => ({
      ...one,
      id: `r${i}`,
      organisation: `o${i}`,
    }));
    const [x, y, z] = [0, 1, 2].map((k) => [...respondents.keys()].filter((i) => i < 18 && i % 3 === k)) as [
      number[],
      number[],
      number[],
    ];
    const groups = [[...x, ...y], [...y, ...z], [...x, ...z], [...respondents.keys()]];
    expect(isolatedByProgram(highs, groups, respondents, RULE).positions).toBeUndefined();
    const most = Array.from({ length: 14 }, (_, i) => i);
    expect(isolatedSets([...groups, most], respondents, RULE, 3)).toEqual([]);
    const { positions, unsolved } = isolatedByProgram(highs, [...groups, most], respondents, RULE);
    expect({ positions: positions?.toSorted((a, b) => a - b), unsolved }).toEqual({
      positions: [14, 15, 16, 17],
      unsolved: 0,
    });
  });

  it("breaks the rule by size, by organisations, by one of them, and in strict rounds by two", () => {
    const of = (...organisations: string[]) =>
      organisations.map((organisation, i) => ({ ...RESPONDENTS[i], organisation }) as KnownRespondent);
    const breaks = (rule: PublicRule, ...organisations: string[]) =>
      breaksRule(rule, of(...organisations), [...organisations.keys()]);
    expect(breaks(RULE, "a", "b", "c", "d", "e")).toBe(true);
    expect(breaks(RULE, "a", "a", "a", "b", "b", "b")).toBe(true);
    expect(breaks(RULE, "a", "a", "a", "a", "b", "c")).toBe(true);
    expect(breaks(RULE, "a", "a", "a", "b", "b", "c")).toBe(false);
    const strict = { ...RULE, minimum: 10, withoutTwo: 5 };
    expect(breaks(strict, ..."aaabbbcdef")).toBe(true);
    expect(breaks(strict, ..."aaabbcdefg")).toBe(false);
  });
});
