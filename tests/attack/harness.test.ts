import { describe, expect, it } from "vitest";
import { attributesFor, formBreakdowns } from "#app/domain/release/breakdowns.ts";
import { keyOf, membersOf } from "./attacker/published.ts";
import { type Mode, RULES } from "./modes.ts";
import { drawNetwork } from "./network.ts";
import { publishNetwork } from "./publish.ts";
import { QUESTIONS } from "./questions.ts";

// Without the gate: what is looked at here does not depend on it, and it takes the longest.
const RULE = RULES.ungated;

describe("random networks", () => {
  const networks = Array.from({ length: 30 }, (_, seed) => drawNetwork(seed));

  it("are the same for the same seed, and different for another", () => {
    expect(drawNetwork(3)).toEqual(networks[3]);
    expect(drawNetwork(4).projects).not.toEqual(networks[3]?.projects);
  });

  it("have 100 to 300 projects of a few large and many small organisations, of which most answer", () => {
    for (const { projects, waves } of networks) {
      expect(projects.length).toBeGreaterThanOrEqual(100);
      expect(projects.length).toBeLessThanOrEqual(300);
      const sizes = [...Map.groupBy(projects, (one) => one.organisation).values()].map((list) => list.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(projects.length / 3);
      expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(sizes.length / 3);
      for (const sheets of waves) {
        expect(sheets.length / projects.length).toBeGreaterThan(0.5);
        expect(sheets.length / projects.length).toBeLessThan(0.9);
      }
    }
  });
});

describe("what is published", () => {
  it("is read by the attacker as production formed it: every group holds the same respondents", () => {
    // The gate merges groups in network 9.
    const cases: [number, Mode][] = [
      [1, "ungated"],
      [2, "standard"],
      [9, "strict"],
    ];
    for (const [seed, mode] of cases) {
      const rule = RULES[mode];
      for (const { releases, respondents, sheets } of publishNetwork(drawNetwork(seed), rule)) {
        const formed = formBreakdowns(
          sheets.map(({ id, project: { organisation, values } }) => ({ id, organisation, values })),
          attributesFor("confidential"),
          rule,
        );
        const read = membersOf(releases.at(-1) as (typeof releases)[number], respondents);
        for (const { breakdown, group_code, ids } of formed) {
          const positions = read.get(keyOf(breakdown, group_code)) ?? [];
          expect(positions.map((position) => respondents[position]?.id).sort()).toEqual([...ids].sort());
        }
      }
    }
  });

  it("has exact totals in the final release alone, and the same figures whenever it is made", () => {
    const network = drawNetwork(5);
    const waves = publishNetwork(network, RULE);
    expect(publishNetwork(network, RULE)).toEqual(waves);
    for (const { releases, sheets } of waves) {
      const final = releases.at(-1);
      for (const { key, shares } of QUESTIONS) {
        const total = final?.figures.find(({ item, breakdown }) => item === key && breakdown === "total");
        for (const code of Object.keys(shares)) {
          const n = sheets.filter(({ answers }) => answers[key]?.includes(code)).length;
          expect(total?.counts.find((one) => one.code === code)?.n ?? 0).toBe(n);
        }
        expect(total?.unanswered).toBe(sheets.filter(({ answers }) => answers[key]?.length === 0).length);
      }
      const interim = releases.find(({ kind }) => kind === "interim");
      const figures = interim?.figures.flatMap(({ counts }) => counts.map(({ n }) => n % RULE.multiple));
      expect(new Set(figures)).toEqual(new Set([0]));
      expect(interim?.groups.map(({ code }) => code)).toEqual(["all"]);
    }
  });
});
