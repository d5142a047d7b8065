import { describe, expect, it } from "vitest";
import { isolatedSets } from "./attacker/isolation.ts";
import { panelsOf, thinned, withoutPanel } from "./attacker/panels.ts";
import { RULES } from "./modes.ts";
import { drawNetwork } from "./network.ts";
import { publishNetwork } from "./publish.ts";
import { QUESTIONS } from "./questions.ts";
import { RESPONDENTS, RULE, release } from "./sample-release.ts";

describe("what the attacker makes of those who answered two waves", () => {
  it("finds the one who joined, and the one who left", () => {
    const figures = { panel: { now: { ja: 12, nein: 11 }, before: { ja: 12, nein: 11 } } };
    const before = { releases: [release({ ja: 12, nein: 12 }, {}, RULE)], respondents: RESPONDENTS };
    const newcomer = { ...RESPONDENTS[0], id: "new", project: "new", organisation: "new", values: {}, after: 0 };
    const now = {
      releases: [release({ ja: 12, nein: 12 }, figures, RULE)],
      respondents: [...RESPONDENTS.slice(1), newcomer],
    };
    const [earlier = [], later = []] = panelsOf([before, now]);
    expect([earlier, later].map((panels) => panels.map(({ name }) => name))).toEqual([["panel before"], ["panel now"]]);
    for (const [wave, panels, alone] of [
      [before, earlier, 0],
      [now, later, 23],
    ] as const) {
      const everybody = wave.respondents.map((_, position) => position);
      const groups = [everybody, ...panels.map(({ members }) => members.map(({ here }) => here))];
      expect(isolatedSets(groups, wave.respondents, RULE, 2)).toContainEqual([alone]);
    }
  });

  it("takes into account that a member may not be counted", () => {
    const fits = Float64Array.from({ length: 9 }, (_, count) => (count === 3 ? 1 : 0));
    expect([...thinned(fits, 8, 1)]).toEqual([...fits]);
    // Three of five, each with probability 0.9.
    expect(thinned(fits, 8, 0.9)[5]).toBeCloseTo(10 * 0.9 ** 3 * 0.1 ** 2, 12);
    expect(thinned(fits, 8, 0.9)[2]).toBe(0);
  });

  it("sees what production published: the same projects, counted where they answered both times", () => {
    const network = drawNetwork(2);
    const waves = publishNetwork(network, RULES.unprotected, true);
    const panels = panelsOf(waves);
    expect(panels.map((list) => list.map(({ name }) => name))).toEqual([
      ["panel before"],
      ["panel now", "panel before"],
      ["panel now"],
    ]);
    for (const [wave, list] of panels.entries()) {
      for (const { members, figures, other, items } of list) {
        expect(items.size).toBeGreaterThan(0);
        for (const { item, counts, base, unanswered } of figures) {
          const question = QUESTIONS.find(({ key }) => key === item);
          const valid = (w: number, position: number) =>
            waves[w]?.sheets[position]?.answers[item]?.filter((code) => code !== question?.missing?.code) ?? [];
          const counted = members.filter(
            ({ here, there }) => valid(wave, here).length > 0 && valid(other, there).length > 0,
          );
          const codes = Object.entries(
            Object.groupBy(
              counted.flatMap(({ here }) => valid(wave, here)),
              (code) => code,
            ),
          );
          expect(base).toBe(counted.length);
          expect(unanswered).toBe(0);
          expect(Object.fromEntries(counts.map(({ code, n }) => [code, n]))).toEqual(
            Object.fromEntries(codes.map(([code, given]) => [code, given?.length])),
          );
        }
      }
    }
    expect(publishNetwork(network, RULES.unprotected, true)).toEqual(waves);
    expect(waves.flatMap(({ releases }) => withoutPanel(releases.at(-1) as never).figures)).toEqual(
      publishNetwork(network, RULES.unprotected).flatMap(({ releases }) => releases.at(-1)?.figures),
    );
  });
});
