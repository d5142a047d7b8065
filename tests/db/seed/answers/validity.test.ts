import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type SampledQuestionnaire, sampleAnswers, sampleDrafts, withProjectIds } from "#db/seed/answers/index.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { checkAnswers, checkValues } from "#surveys/answers.ts";
import { readDefinition } from "#surveys/definition.ts";
import { withRoster } from "#surveys/roster.ts";

const seed = 2025;
const network = sampleNetwork(seed);
const source = (name: string) => JSON.parse(readFileSync(`surveys/definitions/${name}/1.json`, "utf8"));

function definitionOf(name: SampledQuestionnaire) {
  const roster = network.projects.map((project) => ({ value: project.id, text: project.name }));
  const { definition, problems } = readDefinition(withRoster(source(name), roster));
  expect(problems).toEqual([]);
  return definition!;
}

describe.each(["bedarfe", "schnittstellen", "netzwerk"] as const)("sample answers to %s", (name) => {
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
    const asked = new Set(
      source(name).pages.flatMap((page: { elements: { type: string; name: string }[] }) =>
        page.elements.filter(({ type }) => type !== "html").map((element) => element.name),
      ),
    );
    const given = [0, 1, 2].flatMap((wave) =>
      [...sampleAnswers(network, name, wave, seed).values()].flatMap(Object.keys),
    );
    expect(new Set(given.filter((key) => !key.endsWith("-Comment")))).toEqual(asked);
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
