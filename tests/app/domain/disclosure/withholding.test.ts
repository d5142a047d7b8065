import { describe, expect, it } from "vitest";
import { type Composition, ruleFor } from "#app/domain/disclosure/rule.ts";
import { TOTAL, withheldBreakdowns } from "#app/domain/disclosure/withholding.ts";

const rule = ruleFor({ strict: false });
const sound: Composition = { n: 6, organisations: 3, largest: 2, second: 2 };
const small: Composition = { n: 5, organisations: 3, largest: 2, second: 2 };
const nobody: Composition = { n: 0, organisations: 0, largest: 0, second: 0 };

describe("withheld breakdowns of an item", () => {
  it("shows a breakdown of which every group is sound", () => {
    const bases = new Map([
      [TOTAL, [sound]],
      ["region5", [sound, sound]],
    ]);
    expect(withheldBreakdowns(bases, rule)).toEqual([]);
  });

  it.each([
    { name: "too small", failing: small },
    { name: "empty", failing: nobody },
  ])("withholds all groups when one is $name, for the total would give it away", ({ failing }) => {
    const bases = new Map([
      [TOTAL, [sound]],
      ["region5", [sound, failing]],
      ["ansatz", [sound, sound]],
    ]);
    expect(withheldBreakdowns(bases, rule)).toEqual(["region5"]);
  });

  it("withholds everything when the total fails", () => {
    const bases = new Map([
      [TOTAL, [small]],
      ["region5", [sound, sound]],
    ]);
    expect(withheldBreakdowns(bases, rule)).toEqual([TOTAL, "region5"]);
  });
});
