import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compositionOf, compositionsIn, ruleFor, satisfies } from "#app/domain/disclosure/rule.ts";

const rule = ruleFor({ strict: false });
const strict = ruleFor({ strict: true });
const of = (...sizes: number[]) =>
  compositionOf(sizes.flatMap((size, i) => Array.from({ length: size }, () => `org ${i}`)));

describe("rule 2", () => {
  it("counts respondents, organisations and the two largest of these", () => {
    expect(of(3, 1, 2)).toEqual({ n: 6, organisations: 3, largest: 3, second: 2 });
    expect(of()).toEqual({ n: 0, organisations: 0, largest: 0, second: 0 });
  });

  it.each([
    { sizes: [2, 2, 2], shown: true },
    { sizes: [2, 2, 1], shown: false },
    { sizes: [3, 3], shown: false },
    { sizes: [3, 2, 1], shown: true },
    { sizes: [4, 2, 1], shown: false },
    { sizes: [4, 2, 2], shown: true },
  ])("organisations with $sizes respondents: shown = $shown", ({ sizes, shown }) => {
    expect(satisfies(rule, of(...sizes))).toBe(shown);
  });

  it.each([
    { sizes: [3, 3, 3], shown: false },
    { sizes: [3, 3, 4], shown: false },
    { sizes: [3, 2, 2, 2, 1], shown: true },
    { sizes: [5, 2, 2, 1], shown: false },
    { sizes: [4, 3, 3, 2], shown: true },
  ])("strict, organisations with $sizes respondents: shown = $shown", ({ sizes, shown }) => {
    expect(satisfies(strict, of(...sizes))).toBe(shown);
  });

  it("never shows in a strict round what it would not show otherwise", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (sizes) => {
        const who = of(...sizes);
        return !satisfies(strict, who) || satisfies(rule, who);
      }),
    );
  });

  it("knows any set by positions as it knows it by names, one after the other", () => {
    const organisations = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(organisations, fc.array(fc.array(fc.boolean(), { maxLength: 30 })), (list, sets) => {
        const compositionIn = compositionsIn(Int32Array.from(list));
        for (const isIn of sets) {
          const positions = [...list.keys()].filter((at) => isIn[at]);
          expect(compositionIn(positions)).toEqual(compositionOf(positions.map((at) => `o${list[at]}`)));
        }
      }),
    );
  });
});
