import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findExposedSet } from "#app/domain/disclosure/gate.ts";
import type { Respondent } from "#app/domain/disclosure/groups.ts";
import { compositionOf, type DisclosureRule, ruleFor, satisfies } from "#app/domain/disclosure/rule.ts";
import { combinationsOf } from "./combinations.ts";

const STANDARD = ruleFor({ strict: false });
const STRICT = ruleFor({ strict: true });

/** Respondents of as many organisations, unless `organisationOf` says otherwise. */
const people = (n: number, organisationOf = (i: number) => `o${i}`): Respondent[] =>
  Array.from({ length: n }, (_, i) => ({ id: `r${i}`, organisation: organisationOf(i), values: {} }));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `r${from + i}`);

describe("the gate", () => {
  it("lets one breakdown through", () => {
    expect(findExposedSet([range(0, 30), range(0, 10), range(10, 30)], people(30), STANDARD)).toBeUndefined();
  });

  it("finds who is in one group and not in the other", () => {
    const groups = [range(0, 30), range(0, 10), range(10, 30), range(0, 12), range(12, 30)];
    expect(findExposedSet(groups, people(30), STANDARD)?.ids.sort()).toEqual(["r10", "r11"]);
  });

  it("finds what only several breakdowns give away together", () => {
    // A ∪ B without C leaves one person: no two groups differ by fewer than six.
    const all = range(0, 40);
    const without = (ids: string[]) => all.filter((id) => !ids.includes(id));
    const [a, b, c] = [range(0, 8), range(8, 16), [...range(0, 15), ...range(20, 20)]];
    const groups = [all, a, without(a), b, without(b), c, without(c)];
    expect(findExposedSet(groups, people(40), STANDARD)?.ids).toEqual(["r15"]);
    expect(findExposedSet(groups.slice(0, 5), people(40), STANDARD)).toBeUndefined();
  });

  it("finds a set that is large enough but belongs to one organisation, or in strict rounds to two", () => {
    const groups = [range(0, 60), range(0, 20), range(20, 60), range(0, 32), range(32, 60)];
    const set = range(20, 32).sort();
    const one = people(60, (i) => (i >= 20 && i < 27 ? "same" : `o${i}`));
    expect(findExposedSet(groups, one, STANDARD)?.ids.sort()).toEqual(set);
    expect(findExposedSet(groups, people(60), STANDARD)).toBeUndefined();
    const two = people(60, (i) => (i >= 20 && i < 28 ? `o${i % 2}` : `x${i}`));
    expect(findExposedSet(groups, two, STANDARD)).toBeUndefined();
    expect(findExposedSet(groups, two, STRICT)?.ids.sort()).toEqual(set);
  });

  it("finds a dominated set in a network of more patterns than it looks at first", () => {
    const [size, from] = [3000, 1200];
    const by = (n: number) => people(size, (i) => (i >= from && i < from + n ? "same" : `o${i % 300}`));
    const chance = fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: 2 })[0] as Iterator<number>;
    const groups = [5, 4, 6, 3, 7].flatMap((parts) => [
      ...Map.groupBy(range(0, size), () => (chance.next().value as number) % parts).values(),
    ]);
    const moved = range(from, from + 30);
    const [first = [], second = []] = groups.slice(0, 2).map((ids) => ids.filter((id) => !moved.includes(id)));
    // Of the first breakdown the moved are in its first group, of the copy in its second.
    const own = [
      [...first, ...moved],
      second,
      ...groups.slice(2, 5).map((ids) => ids.filter((id) => !moved.includes(id))),
    ];
    const copy = [first, [...second, ...moved], ...own.slice(2)];
    const shown = [range(0, size), ...own, ...copy, ...groups.slice(5)];
    expect(findExposedSet(shown, by(16), STANDARD)?.ids.toSorted()).toEqual(moved.toSorted());
    expect(findExposedSet(shown, by(13), STANDARD)).toBeUndefined();
  });

  it("counts patterns, not respondents: a large network takes no longer to search", () => {
    const many = people(20_000, (i) => `o${i % 40}`);
    const chance = fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: 1 })[0] as Iterator<number>;
    const groups = [5, 4, 6, 3, 7].flatMap((parts) => [
      ...Map.groupBy(range(0, 20_000), () => (chance.next().value as number) % parts).values(),
    ]);
    expect(findExposedSet(groups, many, STRICT)).toBeUndefined();
    const few = new Set([...range(0, 3), ...(groups[0] ?? [])]);
    expect(findExposedSet([...groups, [...few]], many, STANDARD)?.ids.every((id) => range(0, 3).includes(id))).toBe(
      true,
    );
  });
});

/** The breakdowns are like each other, so that something can often be subtracted. */
const someone = fc.record({
  organisation: fc.integer({ min: 0, max: 4 }).map((n) => `o${n}`),
  value: fc.nat(1),
  others: fc.tuple(
    ...Array.from({ length: 4 }, () => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.nat(1))),
  ),
});
const anyRule = fc.record({
  minimum: fc.integer({ min: 2, max: 4 }),
  organisations: fc.constantFrom(1, 1, 2, 3),
  largestShare: fc.constantFrom(0.5, 0.7, 1, 1),
  withoutTwo: fc.option(fc.constant(1), { freq: 4 }),
});

it("finds a set exactly where there is one among all sets that the groups give", () => {
  const seen = { exposed: 0, safe: 0 };
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 8, maxLength: 12 }),
      anyRule,
      fc.integer({ min: 2, max: 4 }),
      (list, given, breakdowns) => {
        const rule: DisclosureRule = { ...STANDARD, ...given };
        const respondents = list.map(({ organisation }, i): Respondent => ({ id: `r${i}`, organisation, values: {} }));
        const ids = respondents.map(({ id }) => id);
        const isSound = (set: readonly string[]) =>
          satisfies(rule, compositionOf(set.map((id) => respondents[ids.indexOf(id)]?.organisation ?? "")));
        const groups = [ids];
        for (let b = 0; b < breakdowns; b++) {
          const own = [...Map.groupBy(ids, (_, i) => list[i]?.others[b] ?? list[i]?.value).values()];
          if (own.every(isSound)) groups.push(...own);
        }
        if (!isSound(ids)) return;
        const exposed = combinationsOf(groups, ids).filter((set) => set.length > 0 && !isSound(set));
        const found = findExposedSet(groups, respondents, rule);
        seen[exposed.length > 0 ? "exposed" : "safe"]++;
        if (exposed.length === 0) expect(found).toBeUndefined();
        else expect(exposed.map((set) => set.toSorted().join())).toContain(found?.ids.toSorted().join());
      },
    ),
    { numRuns: 1000 },
  );
  // Both have to occur often enough to mean something.
  expect(Math.min(seen.exposed, seen.safe)).toBeGreaterThan(100);
});
