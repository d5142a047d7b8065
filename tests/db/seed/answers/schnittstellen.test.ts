import { describe, expect, it } from "vitest";
import { sampleAnswers } from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { at, bothNumbers, correlation, mean, numbers, share } from "./statistics.ts";

const trust: Record<string, number> = {
  jugendhilfe: 3.9,
  gesundheit: 3.6,
  polizei: 3.3,
  verfassungsschutz: 2.6,
  schule: 3.7,
  justizvollzug: 3.6,
  bewaehrung: 3.9,
  arbeit: 3.1,
  wissenschaft: 3.9,
  politik: 3.0,
  religion_migration: 3.6,
  meldestellen: 3.4,
};
const monthly = { jugendhilfe: 0.7, schule: 0.6, polizei: 0.5, gesundheit: 0.3, verfassungsschutz: 0.2 };

const answers = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((seed) => [
  ...sampleAnswers(sampleNetwork(seed), "schnittstellen", 1, seed).values(),
]);
const cells = (question: string, ...path: string[]) => answers.map((answer) => at(answer, question, ...path));

describe("sample answers to schnittstellen", () => {
  it.each(Object.entries(trust))("trust %s as the recipe says", (partner, wanted) => {
    expect(Math.abs(mean(numbers(cells("ss_detail", partner, "vertr"))) - wanted)).toBeLessThan(0.12);
  });

  it.each(Object.entries(monthly))("meet %s monthly as often as the recipe says", (partner, wanted) => {
    const frequencies = numbers(cells("ss_freq", partner));
    expect(Math.abs(share(frequencies, (code) => code >= 3) - wanted)).toBeLessThan(0.05);
  });

  it("correlate within partners: trust and quality, frequency and quality, form and reliability", () => {
    const r = (x: (partner: string) => unknown[], y: (partner: string) => unknown[]) =>
      mean(
        Object.keys(trust).map((partner) => {
          const [a, b] = [x(partner), y(partner)];
          return correlation(bothNumbers(a.map((value, i) => [value, b[i]])));
        }),
      );
    const column = (name: string) => (partner: string) => cells("ss_detail", partner, name);
    expect(Math.abs(r(column("vertr"), column("guete")) - 0.65)).toBeLessThan(0.06);
    expect(Math.abs(r((partner) => cells("ss_freq", partner), column("guete")) - 0.45)).toBeLessThan(0.06);
    expect(Math.abs(r(column("form"), column("verl")) - 0.35)).toBeLessThan(0.06);
  });

  it("name the missing right of refusal at the police and waiting lists in health", () => {
    const entries = answers.flatMap(({ ss_hind }) => (Array.isArray(ss_hind) ? ss_hind : []));
    const named = (partner: string, code: string) =>
      share(
        entries.filter((entry) => at(entry, "partner") === partner),
        (entry) => JSON.stringify(at(entry, "hind")).includes(code),
      );
    expect(Math.abs(named("polizei", "zvr_fehlt") - 0.55)).toBeLessThan(0.1);
    expect(Math.abs(named("gesundheit", "warteliste") - 0.6)).toBeLessThan(0.1);
  });

  it("describe only partners with contact, and say why there is none only where there is none", () => {
    for (const answer of answers) {
      for (const partner of Object.keys(answer.ss_detail ?? {}))
        expect(at(answer, "ss_freq", partner)).toBeGreaterThan(0);
      for (const partner of Object.keys(answer.ss_kein ?? {})) expect(at(answer, "ss_freq", partner)).toBe(0);
    }
  });
});
