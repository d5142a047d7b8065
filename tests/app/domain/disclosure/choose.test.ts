import { describe, expect, it } from "vitest";
import { allowedBreakdowns, type Candidate, chooseBreakdowns } from "#app/domain/disclosure/choose.ts";
import type { Respondent } from "#app/domain/disclosure/groups.ts";
import { ATTRIBUTES, type Attribute } from "#app/domain/disclosure/hierarchy.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";

const rule = ruleFor({ strict: false });
const respondents = Array.from(
  { length: 60 },
  (_, i): Respondent => ({ id: `r${i}`, organisation: `o${i % 20}`, values: {} }),
);
const attribute = (code: string) => ATTRIBUTES.find((one) => one.code === code) as Attribute;

/** Groups of the attribute's first codes, cut at these positions. */
function candidate(code: string, ...cuts: number[]): Candidate {
  const by = attribute(code);
  const ends = [0, ...cuts, respondents.length];
  const groups = ends.slice(1).map((end, g) => ({
    code: by.codes[g] as string,
    codes: [by.codes[g] as string],
    ids: respondents.slice(ends[g], end).map(({ id }) => id),
  }));
  return { attribute: by, groups };
}
const shapes = (chosen: Candidate[]) =>
  chosen.map((one) => [one.attribute.code, one.groups.map(({ ids }) => ids.length)]);

describe("choosing breakdowns", () => {
  it("keeps all where nothing can be subtracted", () => {
    const all = [candidate("region5", 20, 40), candidate("land", 10, 20, 30, 40), candidate("ansatz", 20, 40)];
    expect(chooseBreakdowns(all, respondents, rule)).toEqual(all);
  });

  it("merges the smallest groups of the later one until nothing can be subtracted any more", () => {
    const chosen = chooseBreakdowns([candidate("ansatz", 30), candidate("vzae", 20, 29, 40)], respondents, rule);
    expect(shapes(chosen)).toEqual([
      ["ansatz", [30, 30]],
      ["vzae", [20, 20, 20]],
    ]);
    expect(chosen[1]?.groups[1]).toMatchObject({ code: "2_u5+5_u10", codes: ["2_u5", "5_u10"] });
  });

  it("leaves out what two groups would still give away, and tries what refines another last", () => {
    const all = [candidate("region5", 30), candidate("land", 30, 41), candidate("ansatz", 40)];
    expect(shapes(chooseBreakdowns(all, respondents, rule))).toEqual([
      ["region5", [30, 30]],
      ["land", [30, 30]],
      ["ansatz", [40, 20]],
    ]);
    expect(shapes(chooseBreakdowns([candidate("ansatz", 30), candidate("vzae", 31)], respondents, rule))).toEqual([
      ["ansatz", [30, 30]],
    ]);
  });

  it("refuses nothing where subtraction is allowed, as tests do to see what the gate is for", () => {
    const all = [candidate("ansatz", 30), candidate("vzae", 31)];
    expect(chooseBreakdowns(all, respondents, { ...rule, subtraction: "allowed" })).toEqual(all);
  });
});

it("shows for an item what goes together among those who answered it", () => {
  const groupsOf = ({ groups }: Candidate, gone: string[]) =>
    groups.map(({ ids }) => ids.filter((id) => !gone.includes(id)));
  const asked = (gone: string[]) =>
    allowedBreakdowns(
      new Map([
        ["ansatz", groupsOf(candidate("ansatz", 20), gone)],
        ["vzae", groupsOf(candidate("vzae", 27), gone)],
        ["traeger", groupsOf(candidate("traeger", 40), gone)],
      ]),
      respondents.filter(({ id }) => !gone.includes(id)),
      rule,
    );
  expect(asked([])).toEqual(["ansatz", "vzae", "traeger"]);
  // Of the seven between the two cuts five remain, so that one breakdown would give them away beside the other.
  expect(asked(["r21", "r22"])).toEqual(["ansatz", "traeger"]);
});
