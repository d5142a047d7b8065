import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formGroups, joinGroups } from "#app/domain/disclosure/groups.ts";
import { ATTRIBUTES, withParents } from "#app/domain/disclosure/hierarchy.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import { ownGroupOf } from "#app/domain/mirror/own-group.ts";

const RULE = ruleFor({ strict: false });

/** Projects of a few organisations, most of which have a value of every attribute. */
const projects = fc.array(
  fc.record({
    organisation: fc.integer({ min: 1, max: 12 }).map(String),
    values: fc
      .record(Object.fromEntries(ATTRIBUTES.map(({ code, codes }) => [code, fc.constantFrom(...codes.slice(0, 9))])), {
        requiredKeys: ["land"],
      })
      .map(withParents),
  }),
  { minLength: 20, maxLength: 120 },
);

describe("the own group", () => {
  it.each(ATTRIBUTES.map((attribute) => [attribute.code, attribute] as const))(
    "of %s is the one in which the project was counted",
    (breakdown, attribute) => {
      fc.assert(
        fc.property(projects, (list) => {
          const respondents = list.map((one, i) => ({ id: String(i), ...one }));
          const formed = formGroups(respondents, attribute, RULE) ?? [];
          const groups = formed.map(({ code, ids }) => ({ breakdown, code, label: { de: code }, n: ids.length }));
          if (formed.length === 0) return;
          for (const { id, values } of respondents) {
            const group = ownGroupOf({ code: breakdown, label: { de: breakdown }, groups }, values);
            expect(formed.find(({ code }) => code === group?.code)?.ids).toContain(id);
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it("is found under both codes where two groups were joined", () => {
    const [a, b] = ["nord", "west"].map((code) => ({ code, codes: [code], ids: [code] }));
    const [attribute] = ATTRIBUTES;
    if (!a || !b || !attribute) throw new Error("no attribute");
    const { code } = joinGroups(a, b, attribute);
    const groups = [{ breakdown: "region5", code, label: { de: "Norden und Westen" }, n: 9 }];
    const breakdown = { code: "region5", label: { de: "Region" }, groups };
    expect(ownGroupOf(breakdown, { region5: "west" })).toBe(groups[0]);
    expect(ownGroupOf(breakdown, { region5: "sued" })).toBeUndefined();
    expect(ownGroupOf({ ...breakdown, code: "unbekannt" }, { region5: "west" })).toBeUndefined();
  });
});
