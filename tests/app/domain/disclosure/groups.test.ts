import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formGroups, REST, type Respondent } from "#app/domain/disclosure/groups.ts";
import { ATTRIBUTES, type Attribute, withParents } from "#app/domain/disclosure/hierarchy.ts";
import { compositionOf, ruleFor, satisfies } from "#app/domain/disclosure/rule.ts";

const rule = ruleFor({ strict: false });
const attribute = (code: string) => ATTRIBUTES.find((one) => one.code === code) as Attribute;
const land = attribute("land");
const region5 = attribute("region5");

/** So many respondents of each value; every one from another organisation unless `organisations` bounds them. */
function people(code: string, counts: Record<string, number>, organisations = Number.POSITIVE_INFINITY): Respondent[] {
  const values = Object.entries(counts).flatMap(([value, n]) => Array.from({ length: n }, () => value));
  return values.map((value, i) => ({
    id: `r${i}`,
    organisation: `org ${i % organisations}`,
    values: withParents({ [code]: value || undefined }),
  }));
}

const sizes = (respondents: Respondent[], by: Attribute, strict = false) =>
  formGroups(respondents, by, ruleFor({ strict }))?.map(({ code, ids }) => [code, ids.length]);

describe("groups of a breakdown", () => {
  it("keeps groups that are large enough and merges the others", () => {
    const respondents = people("ph_haupt", { re: 30, ri: 20, ab: 3, le: 2, vd: 1 });
    expect(sizes(respondents, attribute("ph_haupt"))).toEqual([
      ["re", 30],
      ["ri", 20],
      [REST, 6],
    ]);
  });

  it("adds the smallest sound group to a remainder that is too small", () => {
    const respondents = people("ansatz", { person: 20, umfeld: 8, beides: 30, fachkraefte: 2 });
    expect(sizes(respondents, attribute("ansatz"))).toEqual([
      ["person", 20],
      ["beides", 30],
      [REST, 10],
    ]);
  });

  it("gives no breakdown when fewer than two groups remain", () => {
    expect(sizes(people("ansatz", { person: 20, umfeld: 2 }), attribute("ansatz"))).toBeUndefined();
    expect(sizes(people("ansatz", { person: 20 }), attribute("ansatz"))).toBeUndefined();
    expect(sizes([], attribute("ansatz"))).toBeUndefined();
  });

  it("merges Länder inside their region before anything else", () => {
    const counts = { nw: 14, he: 9, rp: 4, sl: 3, bw: 9, by: 9, be: 12, bb: 2 };
    const respondents = people("land", counts);
    expect(sizes(respondents, land)).toEqual([
      ["nordost", 14],
      ["he", 9],
      ["nw", 14],
      ["west-uebrige", 7],
      ["bw", 9],
      ["by", 9],
    ]);
    expect(sizes(respondents, region5)).toEqual([
      ["nordost", 14],
      ["west", 30],
      ["sued", 18],
    ]);
  });

  it("gives no breakdown by Land that would be the one by region again", () => {
    const respondents = people("land", { nw: 5, he: 5, bw: 5, by: 5 });
    expect(sizes(respondents, region5)).toEqual([
      ["west", 10],
      ["sued", 10],
    ]);
    expect(sizes(respondents, land)).toBeUndefined();
  });

  it("puts values that nobody knows into the remainder", () => {
    const respondents = people("ansatz", { person: 9, umfeld: 9, "": 3, neu: 4 });
    expect(sizes(respondents, attribute("ansatz"))).toEqual([
      ["person", 9],
      ["umfeld", 9],
      [REST, 7],
    ]);
  });

  it("does not call a group sound that one organisation dominates", () => {
    const respondents = [
      ...people("ansatz", { person: 12 }),
      ...people("ansatz", { umfeld: 10 }, 1).map((one) => ({ ...one, id: `u${one.id}` })),
      ...people("ansatz", { beides: 12 }).map((one) => ({ ...one, id: `b${one.id}` })),
    ];
    expect(sizes(respondents, attribute("ansatz"))).toEqual([
      ["beides", 12],
      [REST, 22],
    ]);
  });
});

const anyRespondents = fc
  .array(
    fc.record({
      organisation: fc.integer({ min: 0, max: 14 }).map((n) => `org ${n}`),
      land: fc.option(fc.constantFrom(...land.codes, "unbekannt"), { nil: undefined }),
      region5: fc.option(fc.constantFrom(...region5.codes), { nil: undefined }),
      ansatz: fc.option(fc.constantFrom("person", "umfeld", "beides"), { nil: undefined }),
    }),
    { maxLength: 150 },
  )
  .map((list) =>
    list.map(
      ({ organisation, ...values }, i): Respondent => ({ id: `r${i}`, organisation, values: withParents(values) }),
    ),
  );

describe("groups of any respondents", () => {
  it("all satisfy the rule and hold everybody exactly once", () => {
    fc.assert(
      fc.property(anyRespondents, fc.constantFrom(...ATTRIBUTES), fc.boolean(), (respondents, by, isStrict) => {
        const used = ruleFor({ strict: isStrict });
        const groups = formGroups(respondents, by, used);
        if (!groups) return;
        const organisationOf = new Map(respondents.map((one) => [one.id, one.organisation]));
        for (const { ids } of groups) {
          expect(satisfies(used, compositionOf(ids.map((id) => organisationOf.get(id) as string)))).toBe(true);
        }
        expect(groups.flatMap(({ ids }) => ids).sort()).toEqual(respondents.map(({ id }) => id).sort());
        expect(new Set(groups.map(({ code }) => code)).size).toBe(groups.length);
        expect(groups.length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it("do not depend on the order of the respondents", () => {
    fc.assert(
      fc.property(
        anyRespondents.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([respondents, shuffled]) => {
          for (const by of ATTRIBUTES)
            expect(formGroups(shuffled, by, rule)).toEqual(formGroups(respondents, by, rule));
        },
      ),
    );
  });

  it("are nested: a group of Länder never lies in two groups of regions", () => {
    fc.assert(
      fc.property(anyRespondents, (respondents) => {
        const fine = formGroups(respondents, land, rule);
        const coarse = formGroups(respondents, region5, rule);
        if (!fine || !coarse) return;
        for (const { ids } of fine) {
          const above = coarse.filter((group) => ids.some((id) => group.ids.includes(id)));
          expect(above).toHaveLength(1);
        }
      }),
    );
  });
});
