import { describe, expect, it } from "vitest";
import { sampleAnswers, sampleDrafts, sampleParticipation } from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { mean } from "./statistics.ts";

const seeds = Array.from({ length: 30 }, (_, i) => i + 1);

describe("sample participation", () => {
  it("has the recipe's rates and keeps three of four", () => {
    const network = sampleNetwork(1);
    const [first, second, third] = [0, 1, 2].map((wave) => sampleParticipation(network, wave, "bedarfe", 1)) as [
      Set<string>,
      Set<string>,
      Set<string>,
    ];
    expect([first.size, second.size, third.size]).toEqual([74, 82, 88]);
    expect([...first].filter((id) => second.has(id)).length).toBe(Math.round(74 * 0.75));
    expect([...second].filter((id) => third.has(id)).length).toBe(Math.round(82 * 0.75));
  });

  it("is the same for the same seed, and differs by wave and questionnaire", () => {
    const network = sampleNetwork(1);
    const of = (wave: number, questionnaire: string) => [...sampleParticipation(network, wave, questionnaire, 1)];
    expect(of(1, "bedarfe")).toEqual(of(1, "bedarfe"));
    expect(of(1, "bedarfe")).not.toEqual(of(1, "netzwerk"));
    expect(of(0, "bedarfe")).not.toEqual(of(1, "bedarfe"));
  });

  it("loses small projects more often", () => {
    const rates = seeds.map((seed) => {
      const network = sampleNetwork(seed);
      const here = sampleParticipation(network, 0, "bedarfe", seed);
      const rate = (small: boolean) =>
        mean(
          network.projects
            .filter(({ attributes }) => (attributes.vzae === "u2") === small)
            .map(({ id }) => Number(here.has(id))),
        );
      return [rate(true), rate(false)] as const;
    });
    const odds = (rate: number) => rate / (1 - rate);
    const ratio = odds(mean(rates.map(([small]) => small))) / odds(mean(rates.map(([, others]) => others)));
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.85);
  });

  it("answers in the order of arrival; drafts come from others and stop early", () => {
    const network = sampleNetwork(1);
    const answers = sampleAnswers(network, "bedarfe", 2, 1);
    const drafts = sampleDrafts(network, "bedarfe", 2, 1);
    expect([...answers.keys()]).toEqual([...sampleParticipation(network, 2, "bedarfe", 1)]);
    expect(drafts.size / (drafts.size + answers.size)).toBeCloseTo(0.07, 1);
    for (const [id, draft] of drafts) {
      expect(answers.has(id)).toBe(false);
      expect(Object.keys(draft)).not.toContain("hf_rang");
      expect(Object.keys(draft.bed_gedeckt ?? {}).length).toBeLessThanOrEqual(10);
    }
  });
});
