import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AudienceMember, failingDifferences } from "#app/domain/disclosure/audience.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";

const STANDARD = ruleFor({ strict: false });
const STRICT = ruleFor({ strict: true });

const network = (size: number, organisations: number): AudienceMember[] =>
  Array.from({ length: size }, (_, i) => ({ id: `p${i}`, organisation: `o${i % organisations}` }));

describe("audiences of two rounds", () => {
  const all = network(60, 12);

  it("may be the same, whatever their order", () => {
    expect(failingDifferences(all, all.toReversed(), STRICT)).toEqual([]);
  });

  it("may not differ by one project, in either direction", () => {
    expect(failingDifferences(all, all.slice(1), STANDARD)).toEqual([{ side: "only-here", size: 1 }]);
    expect(failingDifferences(all.slice(1), all, STANDARD)).toEqual([{ side: "only-there", size: 1 }]);
    expect(failingDifferences(all.slice(1), all.slice(0, -1), STANDARD)).toEqual([
      { side: "only-here", size: 1 },
      { side: "only-there", size: 1 },
    ]);
  });

  it("may differ by six projects of three organisations, and not by six of two", () => {
    expect(failingDifferences(all, all.slice(6), STANDARD)).toEqual([]);
    const ofTwo = all.filter((one) => ["o0", "o1"].includes(one.organisation ?? "")).slice(0, 6);
    const rest = all.filter((one) => !ofTwo.includes(one));
    expect(failingDifferences(all, rest, STANDARD)).toEqual([{ side: "only-here", size: 6 }]);
    expect(failingDifferences(all, all.slice(6), STRICT)).toEqual([{ side: "only-here", size: 6 }]);
  });

  it("compares people by link by size alone, and strangers not at all", () => {
    const people = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => ({ id: `person ${from + i}`, organisation: null }));
    expect(failingDifferences(people(0, 14), people(0, 13), STANDARD)).toEqual([{ side: "only-here", size: 1 }]);
    expect(failingDifferences(people(0, 14), people(0, 8), STANDARD)).toEqual([]);
    expect(failingDifferences(people(0, 4), people(20, 25), STANDARD)).toEqual([]);
    expect(failingDifferences(people(0, 5), all, STANDARD)).toEqual([]);
  });
});

/** Rule 2 written down anew, straight from its sentence. */
function fails(set: AudienceMember[], minimum: number, strict: boolean): boolean {
  const organisations = [...new Set(set.map((one) => one.organisation))];
  const without = (...gone: (string | null)[]) => set.filter((one) => !gone.includes(one.organisation)).length;
  if (set.length < minimum || organisations.length < 3) return true;
  if (organisations.some((one) => set.length - without(one) > set.length / 2)) return true;
  return strict && organisations.some((a) => organisations.some((b) => a !== b && without(a, b) < 5));
}

it("refuses exactly the differences that fail rule 2, the same both ways round", () => {
  const member = fc.record({
    in: fc.constantFrom("here", "there", "both"),
    organisation: fc.constantFrom("a", "b", "c", "d", "e"),
  });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 60 }), fc.boolean(), (members, strict) => {
      const placed = members.map((one, i) => ({ in: one.in, id: String(i), organisation: one.organisation }));
      const here = placed.filter((one) => one.in !== "there");
      const there = placed.filter((one) => one.in !== "here");
      const found = failingDifferences(here, there, strict ? STRICT : STANDARD);
      const expected = (["here", "there"] as const).flatMap((side) => {
        const set = placed.filter((one) => one.in === side);
        const refused = set.length > 0 && fails(set, strict ? 10 : 6, strict);
        return refused ? [{ side: `only-${side}` as const, size: set.length }] : [];
      });
      expect(found).toEqual(expected);
      const swapped = { "only-here": "only-there", "only-there": "only-here" } as const;
      expect(
        failingDifferences(there, here, strict ? STRICT : STANDARD)
          .map(({ side, size }) => ({ side: swapped[side], size }))
          .reverse(),
      ).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});
