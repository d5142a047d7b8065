import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type SampledQuestionnaire,
  sampleAnswers,
  sampleDrafts,
  sampleTraining,
  withProjectIds,
} from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { checkAnswers, checkValues } from "#surveys/answers.ts";
import { readDefinition } from "#surveys/definition.ts";
import { withRoster } from "#surveys/roster.ts";

const seed = 2025;
const network = sampleNetwork(seed);
const source = (name: string) => JSON.parse(readFileSync(`surveys/definitions/${name}/1.json`, "utf8"));

const names = ["bedarfe", "schnittstellen", "netzwerk", "ansaetze", "puls", "netzwerkziele"] as const;

function definitionOf(name: SampledQuestionnaire | "fortbildung") {
  const roster = network.projects.map((project) => ({ value: project.id, text: project.name }));
  const { definition, problems } = readDefinition(withRoster(source(name), roster));
  expect(problems).toEqual([]);
  return definition!;
}

/** Names of the questions on all pages. */
function questionsOf(name: string): Set<string> {
  const { pages } = source(name) as { pages: { elements: { type: string; name: string }[] }[] };
  const asked = pages.flatMap(({ elements }) => elements.filter(({ type }) => type !== "html"));
  return new Set(asked.map((element) => element.name));
}

describe.each(names)("sample answers to %s", (name) => {
  const definition = definitionOf(name);

  it("are values that the kinds accept, in every wave, drafts too", () => {
    for (const wave of [0, 1, 2])
      for (const sampled of [sampleAnswers, sampleDrafts])
        for (const [id, answer] of sampled(network, name, wave, seed))
          expect({ id, wave, problems: checkValues(definition, answer) }).toEqual({ id, wave, problems: [] });
  });

  it("are complete, and nothing of them is hidden by the conditions", { timeout: 60_000 }, () => {
    // Every sixth one of each wave: survey-core needs a tenth of a second for an answer with a roster.
    for (const wave of [0, 1, 2])
      for (const [i, [id, answer]] of [...sampleAnswers(network, name, wave, seed)].entries()) {
        if (i % 6 !== wave) continue;
        const { problems, invisible } = checkAnswers(definitionOf(name), answer, { complete: true });
        expect({ id, wave, problems, invisible }).toEqual({ id, wave, problems: [], invisible: [] });
      }
  });

  it("use every question of the definition", () => {
    const given = [0, 1, 2].flatMap((wave) =>
      [...sampleAnswers(network, name, wave, seed).values()].flatMap(Object.keys),
    );
    expect(new Set(given.filter((key) => !key.endsWith("-Comment")))).toEqual(questionsOf(name));
  });
});

describe("sample answers to fortbildung", () => {
  it("are complete at each of the three times, and nothing of them is hidden by the conditions", () => {
    const definition = definitionOf("fortbildung");
    const given = new Set<string>();
    for (const phase of ["vor", "nach", "monate3"] as const)
      for (const [i, answer] of sampleTraining(seed, "a", phase).entries()) {
        const { problems, invisible } = checkAnswers(definition, answer, { complete: true });
        expect({ phase, i, problems, invisible }).toEqual({ phase, i, problems: [], invisible: [] });
        for (const key of Object.keys(answer)) given.add(key);
      }
    given.delete("tr_hemm-Comment");
    expect(given).toEqual(questionsOf("fortbildung"));
  });
});

describe("withProjectIds", () => {
  it("replaces the roster's ids at every depth and nothing else", () => {
    const answer = {
      nw_kontakt: ["proj-001", "keine"],
      nw_tie: [{ projekt: "proj-002", freq: 3 }],
      note: "zu proj-001",
    };
    expect(withProjectIds(answer, (id) => id.replace("proj", "uuid"))).toEqual({
      nw_kontakt: ["uuid-001", "keine"],
      nw_tie: [{ projekt: "uuid-002", freq: 3 }],
      note: "zu proj-001",
    });
  });
});
