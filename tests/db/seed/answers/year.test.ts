import { describe, expect, it } from "vitest";
import { type SampledQuestionnaire, sampleAnswers } from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { at, bothNumbers, correlation, mean, numbers, share } from "./statistics.ts";

const seeds = Array.from({ length: 8 }, (_, i) => i + 1);
const networks = seeds.map((seed) => ({ seed, network: sampleNetwork(seed) }));

/** Answers of eight networks with the attributes of who gave them. */
function sampled(questionnaire: SampledQuestionnaire, wave: number) {
  return networks.flatMap(({ seed, network }) => {
    const attributes = new Map(network.projects.map((project) => [project.id, project.attributes]));
    return [...sampleAnswers(network, questionnaire, wave, seed)].map(([id, answer]) => ({
      ...{ id: `${seed} ${id}`, answer, attributes: attributes.get(id)! },
    }));
  });
}
type Sampled = ReturnType<typeof sampled>;
const values = (of: Sampled, ...path: string[]) => numbers(of.map(({ answer }) => at(answer, ...path)));
const has = (answer: unknown, question: string, code: string) => {
  const chosen = at(answer, question);
  return Array.isArray(chosen) && chosen.includes(code);
};

describe("sample answers to ansaetze", () => {
  const answers = sampled("ansaetze", 1);

  it("follow the register in phenomena and settings", () => {
    for (const { answer, attributes } of answers) {
      expect(answer.an_ph).toEqual(expect.arrayContaining(attributes.ph));
      expect(answer.an_setting).toEqual(expect.arrayContaining(attributes.setting));
    }
    expect(
      share(answers, ({ answer, attributes }) => (answer.an_ph as string[]).length > attributes.ph.length),
    ).toBeLessThan(0.1);
  });

  it("give weight to those whom the approach is for", () => {
    const weight = (key: string, ansatz: string) =>
      mean(
        values(
          answers.filter(({ attributes }) => attributes.ansatz === ansatz),
          "an_ziel",
          key,
        ),
      );
    expect(weight("radikalisierte", "person")).toBeGreaterThan(weight("radikalisierte", "umfeld") + 0.5);
    expect(weight("eltern", "umfeld")).toBeGreaterThan(weight("eltern", "person") + 0.5);
    expect(weight("fachkraefte", "fachkraefte")).toBeGreaterThan(weight("fachkraefte", "beides") + 0.3);
  });

  it("have more cases in larger teams, and refuse seldom", () => {
    const many = (vzae: string) =>
      share(
        answers.filter(({ answer, attributes }) => attributes.vzae === vzae && answer.an_faelle !== undefined),
        ({ answer }) => answer.an_faelle === "50plus",
      );
    expect(many("ab10")).toBeGreaterThan(many("2_u5") + 0.2);
    expect(Math.abs(share(answers, ({ answer }) => answer.an_faelle === "ka") - 0.07)).toBeLessThan(0.04);
  });

  it("let most fields stand in the directory, and of some projects none", () => {
    expect(share(answers, ({ answer }) => has(answer, "an_frei", "an_ph"))).toBeGreaterThan(0.75);
    expect(Math.abs(share(answers, ({ answer }) => has(answer, "an_frei", "keine")) - 0.06)).toBeLessThan(0.04);
  });
});

describe("sample answers to puls", () => {
  const quarters = [0, 1, 2].map((wave) => sampled("puls", wave)) as [Sampled, Sampled, Sampled];

  it("press where the project would rank highest in bedarfe", () => {
    const ranked = new Map(sampled("bedarfe", 1).map(({ id, answer }) => [id, answer.hf_rang as string[] | undefined]));
    const pairs = quarters[1].flatMap(({ id, answer }) => {
      const [first, rank] = [answer.pu_hf as string[] | undefined, ranked.get(id)];
      return first && rank ? [[first[0], rank[0]]] : [];
    });
    expect(pairs.length).toBeGreaterThan(200);
    expect(share(pairs, ([a, b]) => a === b)).toBe(1);
  });

  it("tie the limit of the team to the strain in bedarfe", () => {
    const strained = new Map(sampled("bedarfe", 1).map(({ id, answer }) => [id, at(answer, "team_last", "emotional")]));
    const r = correlation(bothNumbers(quarters[1].map(({ id, answer }) => [answer.pu_druck, strained.get(id)])));
    expect(r).toBeGreaterThan(0.35);
  });

  it("move from quarter to quarter, and meet news where they would be met", () => {
    const share14 = (of: Sampled) => share(of, ({ answer }) => has(answer, "pu_neu", "nihilistisch"));
    expect(share14(quarters[2])).toBeGreaterThan(share14(quarters[0]));
    expect(mean(values(quarters[2], "pu_lage"))).toBeGreaterThan(mean(values(quarters[0], "pu_lage")));
    const school = (at: boolean) =>
      share(
        quarters[0].filter(({ attributes }) => attributes.setting.includes("schule") === at),
        ({ answer }) => has(answer, "pu_neu", "kinder_u14"),
      );
    expect(school(true)).toBeGreaterThan(school(false) + 0.1);
  });

  it("leave out what the recipe leaves out", () => {
    const all = quarters.flat();
    expect(Math.abs(share(all, ({ answer }) => answer.pu_druck === "ka") - 0.05)).toBeLessThan(0.02);
    expect(Math.abs(share(all, ({ answer }) => answer.pu_lage === "wn") - 0.04)).toBeLessThan(0.02);
    const asked = all.filter(({ answer }) => answer.pu_neu !== undefined && !has(answer, "pu_neu", "keine"));
    expect(Math.abs(share(asked, ({ answer }) => answer.pu_text !== undefined) - 0.35)).toBeLessThan(0.05);
  });
});

describe("sample answers to netzwerkziele", () => {
  const [first, second] = [sampled("netzwerkziele", 0), sampled("netzwerkziele", 1)];

  it("move towards the targets without having reached them", () => {
    const agreed = (of: Sampled) => share(of, ({ answer }) => answer.zi_vereinb === "ja");
    const monthly = (of: Sampled) => share(values(of, "zi_plattform"), (code) => code >= 3);
    const adopted = (of: Sampled) =>
      share(of, ({ answer }) => ["1", "2", "3plus"].includes(String(answer.zi_uebernahme)));
    for (const figure of [agreed, monthly, adopted]) expect(figure(second)).toBeGreaterThan(figure(first) + 0.03);
    expect(agreed(second)).toBeLessThan(0.8);
    expect(monthly(second)).toBeLessThan(0.6);
  });

  it("are more attached where a project belongs and is funded", () => {
    const agreed = (status: string) =>
      share(
        first.filter(({ attributes }) => attributes.status === status),
        ({ answer }) => answer.zi_vereinb === "ja",
      );
    expect(agreed("assoziiert")).toBeGreaterThan(agreed("mitglied"));
    expect(agreed("mitglied")).toBeGreaterThan(agreed("interessiert"));
    const staying = (short: boolean) =>
      mean(
        values(
          first.filter(({ attributes }) => (attributes.restlauf === "bis12") === short),
          "zi_bleib",
        ),
      );
    expect(staying(true)).toBeLessThan(staying(false) - 0.15);
  });

  it("go with one another: who benefits has a say", () => {
    const r = correlation(
      bothNumbers(
        first.map(({ answer }) => [at(answer, "zi_nutzen", "fachlich"), at(answer, "zi_mitsprache", "themen")]),
      ),
    );
    expect(r).toBeGreaterThan(0.15);
  });

  it("keep half of their answers from wave to wave", () => {
    const later = new Map(second.map(({ id, answer }) => [id, answer]));
    const r = correlation(
      bothNumbers(
        first.map(({ id, answer }) => [
          at(answer, "zi_nutzen", "kontakte"),
          at(later.get(id), "zi_nutzen", "kontakte"),
        ]),
      ),
    );
    expect(Math.abs(r - 0.55)).toBeLessThan(0.12);
  });
});
