import { describe, expect, it } from "vitest";
import { sampleAnswers } from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import type { SampleAttributes } from "#db/seed/sample.ts";
import { at, bothNumbers, correlation, mean, numbers, share } from "./statistics.ts";

/** The recipe's means of importance and coverage, written down once more so that the tables cannot drift unseen. */
const recipe: Record<string, [number, number]> = {
  finanz_stabil: [4.8, 1.9],
  personal: [4.6, 2.3],
  recht_schutz: [4.6, 2.0],
  eigensicherung: [4.2, 2.7],
  interessen: [4.2, 2.4],
  supervision: [4.5, 3.4],
  fortbildung: [4.4, 3.3],
  austausch: [4.2, 3.0],
  phaenomenwissen: [4.3, 3.3],
  evaluation: [3.7, 2.4],
  zugang: [4.2, 2.9],
  online_arbeit: [4.3, 2.2],
  umfeld: [4.1, 3.1],
  gender_intersekt: [3.9, 2.8],
  sprachen: [3.6, 2.5],
  psych_netz: [4.5, 1.9],
  jugendhilfe: [4.3, 2.9],
  sicherheit: [4.0, 3.1],
  haft_uebergang: [3.8, 2.8],
  standards: [4.0, 3.2],
};

/** Twelve networks: one alone is too small to see a correlation of −.1. */
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const waves = [0, 1, 2].map((wave) =>
  seeds.flatMap((seed) => {
    const network = sampleNetwork(seed);
    const attributes = new Map(network.projects.map((project) => [project.id, project.attributes]));
    return [...sampleAnswers(network, "bedarfe", wave, seed)].map(([id, answer]) => ({
      id: `${seed} ${id}`,
      answer,
      attributes: attributes.get(id)!,
    }));
  }),
);
const [first, second, third] = waves as [Sampled, Sampled, Sampled];
type Sampled = { id: string; answer: Record<string, unknown>; attributes: SampleAttributes }[];

const values = (of: Sampled, ...path: string[]) => numbers(of.map(({ answer }) => at(answer, ...path)));

/** Mean of those to whom something applies minus the mean of the others. */
function difference(path: [string, string], applies: (attributes: SampleAttributes) => boolean): number {
  const inside = first.filter(({ attributes }) => applies(attributes));
  const outside = first.filter(({ attributes }) => !applies(attributes));
  return mean(values(inside, ...path)) - mean(values(outside, ...path));
}

describe("sample answers to bedarfe", () => {
  it("are the same for the same seed", () => {
    const network = sampleNetwork(7);
    expect(sampleAnswers(network, "bedarfe", 1, 7)).toEqual(sampleAnswers(sampleNetwork(7), "bedarfe", 1, 7));
    expect(sampleAnswers(network, "bedarfe", 1, 8)).not.toEqual(sampleAnswers(network, "bedarfe", 1, 7));
  });

  it.each(Object.entries(recipe))("have the recipe's means for %s", (need, [importance, coverage]) => {
    expect(Math.abs(mean(values(first, "bed_wichtig", need)) - importance)).toBeLessThan(0.1);
    expect(Math.abs(mean(values(first, "bed_gedeckt", need)) - coverage)).toBeLessThan(0.16);
  });

  it("grow by what the recipe says a year", () => {
    const growth = (need: string) =>
      (mean(values(third, "bed_gedeckt", need)) - mean(values(first, "bed_gedeckt", need))) / 2;
    const wanted = {
      austausch: 0.3,
      standards: 0.2,
      online_arbeit: 0.15,
      fortbildung: 0.15,
      psych_netz: 0.1,
      recht_schutz: 0,
    };
    for (const [need, each] of Object.entries(wanted)) expect(Math.abs(growth(need) - each), need).toBeLessThan(0.07);
  });

  it("show the effects of attributes", () => {
    expect(difference(["bed_gedeckt", "finanz_stabil"], (a) => a.restlauf === "bis12")).toBeCloseTo(-0.6, 0.5);
    expect(difference(["bed_wichtig", "haft_uebergang"], (a) => a.setting.includes("justizvollzug"))).toBeGreaterThan(
      0.7,
    );
    expect(difference(["bed_gedeckt", "online_arbeit"], (a) => a.setting.includes("online"))).toBeGreaterThan(0.55);
    expect(difference(["bed_wichtig", "sicherheit"], (a) => a.ph_haupt === "ri")).toBeGreaterThan(0.2);
    expect(difference(["bed_wichtig", "umfeld"], (a) => a.ph_haupt === "ri")).toBeGreaterThan(0.15);
  });

  it("correlate: −.1 within a need, about .55 between waves", () => {
    const within = Object.keys(recipe).map((need) =>
      correlation(
        bothNumbers(first.map(({ answer }) => [at(answer, "bed_wichtig", need), at(answer, "bed_gedeckt", need)])),
      ),
    );
    expect(Math.abs(mean(within) + 0.1)).toBeLessThan(0.06);
    const later = new Map(second.map(({ id, answer }) => [id, answer]));
    const between = ["zugang", "umfeld", "standards", "gender_intersekt"].map((need) =>
      correlation(
        bothNumbers(
          first.map(({ id, answer }) => [at(answer, "bed_gedeckt", need), at(later.get(id), "bed_gedeckt", need)]),
        ),
      ),
    );
    expect(Math.abs(mean(between) - 0.55)).toBeLessThan(0.08);
  });

  it("tie strain to lacking personnel, lacking supervision, complex cases and small teams", () => {
    const both = [...first, ...third];
    const strained = both.map(({ answer }) => {
      const last = (row: string) => at(answer, "team_last", row);
      const rows = numbers([last("menge"), last("emotional"), last("inhalte"), last("bedrohung")]);
      const reversed = numbers([last("erholung"), last("rueckhalt")]).map((code) => 6 - code);
      return rows.length + reversed.length >= 4 ? mean([...rows, ...reversed]) : undefined;
    });
    const r = (other: (answer: unknown) => unknown) =>
      correlation(bothNumbers(both.map(({ answer }, i) => [strained[i], other(answer)])));
    const gap = (answer: unknown) =>
      Number(at(answer, "bed_wichtig", "personal")) - Number(at(answer, "bed_gedeckt", "personal"));
    const numeric = (value: number) => (Number.isNaN(value) ? undefined : value);
    expect(Math.abs(r((answer) => numeric(gap(answer))) - 0.45)).toBeLessThan(0.08);
    expect(Math.abs(r((answer) => at(answer, "bed_gedeckt", "supervision")) + 0.35)).toBeLessThan(0.08);
    const complex = (answer: unknown) =>
      Number(JSON.stringify(at(answer, "hf_rang") ?? []).includes("fallkomplexitaet"));
    expect(Math.abs(r(complex) - 0.3)).toBeLessThan(0.08);
    const of = (small: boolean) => numbers(strained.filter((_, i) => (both[i]!.attributes.vzae === "u2") === small));
    expect(Math.abs(mean(of(true)) - mean(of(false)) - 0.3)).toBeLessThan(0.12);
  });

  it("leave out what the recipe leaves out", () => {
    const cells = (question: string, need: string) => first.map(({ answer }) => at(answer, question, need));
    const is = (code: string) => (value: unknown) => value === code;
    expect(share(cells("bed_gedeckt", "evaluation"), is("wn"))).toBeCloseTo(0.12, 1);
    expect(Math.abs(share(cells("bed_gedeckt", "zugang"), is("wn")) - 0.04)).toBeLessThan(0.02);
    expect(Math.abs(share(cells("bed_gedeckt", "haft_uebergang"), is("nz")) - 0.25)).toBeLessThan(0.05);
    expect(Math.abs(share(cells("team_last", "menge"), is("ka")) - 0.05)).toBeLessThan(0.02);
    expect(Math.abs(share(cells("bed_wichtig", "zugang"), (value) => value === undefined) - 0.03)).toBeLessThan(0.015);
    expect(Math.abs(share(first, ({ answer }) => answer.bed_sonst !== undefined) - 0.35)).toBeLessThan(0.05);
    const straight = first.filter(({ answer }) => new Set(numbers(Object.values(answer.bed_gedeckt ?? {}))).size === 1);
    expect(Math.abs(straight.length / first.length - 0.03)).toBeLessThan(0.02);
  });
});
