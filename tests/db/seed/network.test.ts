import { describe, expect, it } from "vitest";
import { ansatzMix, landMix, phaenomenMix, regions, restlaufMix, vzaeMix } from "#db/seed/data/mix.ts";
import { projectNames } from "#db/seed/data/names.ts";
import { sampleNetwork } from "#db/seed/network.ts";

const network = sampleNetwork(2025);
const tally = (codes: string[]) => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
const present = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe("the sample network", () => {
  it("is the same for the same seed and another for another", () => {
    expect(sampleNetwork(2025)).toEqual(network);
    expect(sampleNetwork(2026)).not.toEqual(network);
  });

  it("names the five partners, gives them no projects, and marks everything else as an example", () => {
    const partners = network.organisations.filter(({ consortium }) => consortium);
    expect(partners.map(({ name }) => name)).toEqual([
      "Bundesarbeitsgemeinschaft Ausstieg zum Einstieg e. V.",
      "Grüner Vogel e. V.",
      "Interdisziplinäres Zentrum für Radikalisierungsprävention und Demokratieförderung e. V. (IZRD)",
      "Legato / Vereinigung Pestalozzi gGmbH",
      "Violence Prevention Network gGmbH",
    ]);
    for (const { id } of partners) expect(network.projects.some(({ organisation }) => organisation === id)).toBe(false);
    for (const { name, consortium } of network.organisations)
      expect(consortium || name.startsWith("Beispielträger ")).toBe(true);
    for (const { name } of network.projects) expect(name).toMatch(/^Beispielprojekt \S+$/);
    expect(new Set(projectNames).size).toBe(120);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("has exactly the mix of the recipe (seed %i)", (seed) => {
    const { projects } = sampleNetwork(seed);
    const of = (key: "land" | "ansatz" | "vzae" | "restlauf" | "ph_haupt", from = projects) =>
      tally(from.map(({ attributes }) => attributes[key]));
    expect(of("land")).toEqual(landMix);
    expect(of("ansatz")).toEqual(ansatzMix);
    expect(of("vzae")).toEqual(vzaeMix);
    expect(of("restlauf")).toEqual(restlaufMix);
    const east = projects.filter(({ attributes }) => attributes.region5 === "mitteost");
    expect(of("ph_haupt", east)).toEqual(present(phaenomenMix.mitteost));
    expect(of("ph_haupt")).toMatchObject({ re: 50, ri: 41, ueber: 20 });
  });

  it("derives the region, and keeps the main phenomenon among the phenomena", () => {
    for (const { attributes } of network.projects) {
      expect(regions[attributes.region5]).toContain(attributes.land);
      expect(attributes.ph).toContain(attributes.ph_haupt);
      expect(attributes.setting.length).toBeGreaterThan(0);
    }
  });

  it("has 45 sample organisations, some large, none above a tenth or above two in five of a Land", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { projects } = sampleNetwork(seed);
      const sizes = Object.values(tally(projects.map(({ organisation }) => organisation)));
      expect(sizes.length).toBe(45);
      expect(Math.max(...sizes)).toBe(8);
      for (const [key, count] of Object.entries(tally(projects.map((p) => `${p.attributes.land} ${p.organisation}`)))) {
        const land = key.slice(0, 2) as keyof typeof landMix;
        expect(count).toBeLessThanOrEqual(Math.max(1, landMix[land] * 0.4));
      }
    }
  });

  it("gives each project a team of one to five with exactly one lead, and staffs the consortium", () => {
    for (const { id, organisation } of network.projects) {
      const team = network.people.filter(({ project }) => project === id);
      expect(team.length).toBeGreaterThanOrEqual(1);
      expect(team.length).toBeLessThanOrEqual(5);
      expect(team.filter(({ role }) => role === "lead")).toHaveLength(1);
      expect(team.every((person) => person.organisation === organisation)).toBe(true);
    }
    const roles = tally(network.people.filter(({ project }) => project === null).map(({ role }) => role));
    expect(roles).toEqual({ coordination: 2, steering: 6, analyst: 1 });
    const steering = network.people.filter(({ role }) => role === "steering");
    expect(new Set(steering.map(({ organisation }) => organisation)).size).toBe(5);
  });

  it("writes to nobody: addresses are unique, plain ASCII and end in .example", () => {
    const addresses = network.people.map(({ email }) => email);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z-]+\.[a-z-]+@[a-z-]+\.example$/);
  });

  it("gives every row its own id and slug", () => {
    for (const rows of [network.organisations, network.projects, network.people])
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(network.projects.map(({ slug }) => slug)).size).toBe(120);
    expect(network.projects[6]!.id).toBe("proj-007");
  });
});
