import { expect, test } from "vitest";
import { attacked, certain, RESPONDENTS, RULE, release, SPREAD } from "./sample-release.ts";

test("hears what a withheld breakdown says: the only group that can have too few valid answers has lost some", () => {
  const uneven = RESPONDENTS.map((one, position) => ({ ...one, values: { vzae: position < 6 ? "u2" : "ab10" } }));
  const figures = release({ ja: 11, nein: 11, unanswered: 2 }, {}, RULE);
  const withheld = {
    ...figures,
    groups: [...figures.groups, ...["u2", "ab10"].map((code) => ({ breakdown: "vzae", code, values: [code] }))],
  };
  withheld.items = figures.items.map((item) => ({ ...item, withheld: ["vzae"] }));
  const own = Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`r${i}`, ["ja"]]));
  expect(certain(attacked([withheld], own, uneven))).toContain("0 -blank");
  expect(certain(attacked([figures], own, uneven))).not.toContain("0 -blank");
});

test("hears nothing where it may be withheld for what it would give away beside another that is shown", () => {
  const uneven = RESPONDENTS.map((one, position) => ({
    ...one,
    values: { ...one.values, vzae: position < 6 ? "u2" : "ab10" },
  }));
  const figures = release({ ja: 11, nein: 11, unanswered: 2 }, { reichweite: SPREAD }, { ...RULE, zeros: "noised" });
  const vzae = ["u2", "ab10"].map((code) => ({ breakdown: "vzae", code, values: [code] }));
  const items = figures.items.map((item) => ({ ...item, withheld: ["vzae"] }));
  const own = Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`r${i}`, ["ja"]]));
  const told = (groups: typeof figures.groups) => certain(attacked([{ ...figures, groups, items }], own, uneven));
  // Accepted before the other, it is withheld for a group of its own.
  expect(told([...vzae, ...figures.groups])).toContain("0 -blank");
  expect(told([...figures.groups, ...vzae])).not.toContain("0 -blank");
});

test("finds who is missing where one alone explains what is withheld, and who cannot be where all is shown", () => {
  // Three organisations with three, three and one: without the one they are two.
  const owners = ["a", "a", "a", "b", "b", "b", "c"];
  const people = RESPONDENTS.map((one, position) => ({
    ...one,
    organisation: owners[position] ?? one.organisation,
    values: { vzae: position < owners.length ? "u2" : "ab10" },
  }));
  const figures = release({ ja: 11, nein: 12, unanswered: 1 }, {}, { ...RULE, zeros: "noised" });
  const groups = [...["u2", "ab10"].map((code) => ({ breakdown: "vzae", code, values: [code] })), ...figures.groups];
  const told = (withheld: string[]) => {
    const items = figures.items.map((item) => ({ ...item, withheld }));
    return certain(attacked([{ ...figures, groups, items }], {}, people));
  };
  expect(told(["vzae"])).toEqual(["6 -blank"]);
  expect(told([])).toEqual([]);
  expect(certain(attacked([{ ...figures, groups }], { r0: ["ja"], r6: ["ja"] }, people))).toEqual(["0 ja", "6 ja"]);
});
