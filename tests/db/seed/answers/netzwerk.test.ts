import { describe, expect, it } from "vitest";
import { sampleAnswers } from "#db/seed/answers/index.ts";
import { sampleTies } from "#db/seed/answers/ties.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { at, mean } from "./statistics.ts";

const network = sampleNetwork(2025);
const ids = network.projects.map(({ id }) => id);
const attributes = new Map(network.projects.map((project) => [project.id, project.attributes]));
const ends = (pair: string) => pair.split(" ") as [string, string];

function degrees(pairs: Set<string>): number[] {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const pair of pairs) for (const id of ends(pair)) counts.set(id, counts.get(id)! + 1);
  return [...counts.values()].sort((a, b) => a - b);
}

describe("sample ties", () => {
  it.each([
    [0, 0.06, 5, 6],
    [1, 0.08, 7, 3],
    [2, 0.1, 9, 1],
  ])("have density, skew, hubs and isolates of wave %i", (wave, density, median, isolates) => {
    const { pairs } = sampleTies(network, wave, 2025);
    const sorted = degrees(pairs);
    expect(pairs.size).toBe(Math.round((density * 120 * 119) / 2));
    expect(sorted.filter((degree) => degree === 0)).toHaveLength(isolates);
    expect(Math.abs((sorted[59]! + sorted[60]!) / 2 - median)).toBeLessThanOrEqual(1.5);
    expect(mean(sorted)).toBeGreaterThan(sorted[59]!);
    for (const degree of sorted.slice(-5)) {
      expect(degree).toBeGreaterThanOrEqual(30);
      expect(degree).toBeLessThanOrEqual(50);
    }
  });

  it("are returned in 55 of 100 cases", () => {
    const { named } = sampleTies(network, 2, 2025);
    const reports = [...named].flatMap(([from, to]) => to.map((other) => Number(named.get(other)!.includes(from))));
    expect(Math.abs(mean(reports) - 0.55)).toBeLessThan(0.06);
  });

  it("are likelier within a phenomenon and a region", () => {
    const odds = (alike: (a: string, b: string) => boolean) => {
      const table = { true: [0, 0], false: [0, 0] };
      for (let seed = 1; seed <= 4; seed++) {
        const { pairs } = sampleTies(network, 1, seed);
        for (const [i, a] of ids.entries())
          for (const b of ids.slice(i + 1)) table[`${alike(a, b)}`][Number(pairs.has(`${a} ${b}`))]! += 1;
      }
      return table.true[1]! / table.true[0]! / (table.false[1]! / table.false[0]!);
    };
    const same = (key: "ph_haupt" | "region5") => (a: string, b: string) =>
      attributes.get(a)![key] === attributes.get(b)![key];
    expect(odds(same("ph_haupt"))).toBeGreaterThan(2.6);
    expect(odds(same("ph_haupt"))).toBeLessThan(5);
    expect(odds(same("region5"))).toBeGreaterThan(1.9);
    expect(odds(same("region5"))).toBeLessThan(4);
  });

  it("mostly last", () => {
    const [before, after] = [sampleTies(network, 0, 2025).pairs, sampleTies(network, 1, 2025).pairs];
    expect([...before].filter((pair) => after.has(pair)).length / before.size).toBeGreaterThan(0.55);
  });
});

describe("sample answers to netzwerk", () => {
  const answers = sampleAnswers(network, "netzwerk", 1, 2025);

  it("are the same for the same seed", () => {
    expect(sampleAnswers(sampleNetwork(2025), "netzwerk", 1, 2025)).toEqual(answers);
  });

  it("name no project itself, describe only the closest, at most ten, and each once", () => {
    for (const [id, answer] of answers) {
      if (answer.nw_ok === false) {
        expect(Object.keys(answer)).toEqual(["nw_ok"]);
        continue;
      }
      const list = (question: string) => (Array.isArray(answer[question]) ? answer[question].map(String) : []);
      const contacts = list("nw_kontakt");
      expect(contacts.length).toBeGreaterThan(0);
      expect(contacts).not.toContain(id);
      expect(list("nw_wunsch")).not.toContain(id);
      expect(list("nw_top").length).toBeLessThanOrEqual(10);
      expect(contacts).toEqual(expect.arrayContaining(list("nw_top")));
      const described = (Array.isArray(answer.nw_tie) ? answer.nw_tie : []).map((entry) => at(entry, "projekt"));
      expect(new Set(described).size).toBe(described.length);
      expect(list("nw_top")).toEqual(expect.arrayContaining(described));
    }
  });
});
