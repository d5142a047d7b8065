import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Respondent } from "#app/domain/disclosure/groups.ts";
import { formPanel, type PanelSide } from "#app/domain/disclosure/panel.ts";
import { compositionOf, type DisclosureRule, ruleFor, satisfies } from "#app/domain/disclosure/rule.ts";
import { combinationsOf } from "./combinations.ts";

const STANDARD = ruleFor({ strict: false });
const STRICT = ruleFor({ strict: true });

const person = (wave: string, i: number, organisation = `o${i}`): Respondent => ({
  ...{ id: `${wave}${i}`, organisation, values: {} },
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
/** Those numbered from one to the other, in a wave. */
const wave = (name: string, numbers: readonly number[], organisationOf?: (i: number) => string): PanelSide => ({
  answering: numbers.map((i) => person(name, i, organisationOf?.(i))),
  groups: [],
});
const partnersIn = (numbers: readonly number[]) => new Map(numbers.map((i) => [`b${i}`, `a${i}`]));
const EVERYBODY = partnersIn(range(0, 100));

describe("the panel of those who answered both times", () => {
  it("holds the same projects in both waves, whatever their order", () => {
    const [before, now] = [wave("a", range(0, 30)), wave("b", range(8, 40))];
    const panel = formPanel(now, before, EVERYBODY, STANDARD);
    expect(panel?.now).toEqual(range(8, 30).map((i) => `b${i}`));
    expect(panel?.before).toEqual(range(8, 30).map((i) => `a${i}`));
    const turned = formPanel({ ...now, answering: now.answering.toReversed() }, before, EVERYBODY, STANDARD);
    expect(turned?.now.sort()).toEqual(panel?.now.sort());
  });

  it.each([
    ["five stayed", range(0, 30), range(25, 60)],
    ["five joined", range(0, 30), range(8, 35)],
    ["five left", range(0, 30), range(5, 40)],
    ["nobody joined, so that it is everybody of this wave", range(0, 30), range(8, 30)],
    ["nobody left", range(0, 30), range(0, 40)],
  ])("is not shown where %s", (_, before, now) => {
    expect(formPanel(wave("b", now), wave("a", before), EVERYBODY, STANDARD)).toBeUndefined();
  });

  it("is not shown where one organisation has most of those who stayed, joined or left, in the wave in question", () => {
    const [before, now] = [range(0, 30), range(8, 40)];
    const ofOne = (set: readonly number[]) => (i: number) => (set.includes(i) ? "same" : `o${i}`);
    for (const set of [range(0, 5), range(8, 20)])
      expect(formPanel(wave("b", now), wave("a", before, ofOne(set)), EVERYBODY, STANDARD)).toBeUndefined();
    for (const set of [range(34, 40), range(18, 30)])
      expect(formPanel(wave("b", now, ofOne(set)), wave("a", before), EVERYBODY, STANDARD)).toBeUndefined();
    // In strict rounds two together.
    const ofTwo = (i: number) => (i >= 30 && i < 36 ? `x${i % 2}` : `o${i}`);
    expect(formPanel(wave("b", range(11, 40), ofTwo), wave("a", range(0, 30)), EVERYBODY, STRICT)).toBeUndefined();
    expect(formPanel(wave("b", range(11, 40)), wave("a", range(0, 30)), EVERYBODY, STRICT)).toBeDefined();
  });

  it("is given up where it exposes somebody beside what either wave shows already, and only then", () => {
    const [before, now] = [wave("a", range(0, 30)), wave("b", range(8, 40))];
    const cut = (name: string, at: number, of: readonly number[]) => [
      of.filter((i) => i < at).map((i) => `${name}${i}`),
      of.filter((i) => i >= at).map((i) => `${name}${i}`),
    ];
    // Groups that end where the panel does say nothing new; one that ends a step further shows who stands between.
    const [same, next] = [30, 32].map((at) => ({ ...now, groups: cut("b", at, range(8, 40)) }));
    expect(formPanel(same as PanelSide, before, EVERYBODY, STANDARD)).toBeDefined();
    expect(formPanel(next as PanelSide, before, EVERYBODY, STANDARD)).toBeUndefined();
    const earlier = { ...before, groups: cut("a", 10, range(0, 30)) };
    expect(formPanel(now, earlier, EVERYBODY, STANDARD)).toBeUndefined();
    expect(formPanel(now, earlier, EVERYBODY, { ...STANDARD, subtraction: "allowed" })).toBeDefined();
    // The panel that the wave before has itself is a group like any other.
    const chained = { ...before, groups: [range(0, 29).map((i) => `a${i}`)] };
    expect(formPanel(now, chained, EVERYBODY, STANDARD)).toBeUndefined();
  });

  it("leaves no set that fails the rule to be computed in either wave", () => {
    const small: DisclosureRule = { ...STANDARD, minimum: 2, organisations: 2, largestShare: 0.7 };
    const SIZE = 12;
    const anySide = (name: string) =>
      fc
        .record({
          present: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: SIZE, maxLength: SIZE }),
          organisations: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: SIZE, maxLength: SIZE }),
          cuts: fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: SIZE, maxLength: SIZE }), {
            maxLength: 2,
          }),
        })
        .map(({ present, organisations, cuts }): PanelSide => {
          const numbers = range(0, SIZE).filter((i) => present[i] !== 0);
          const groups = cuts.flatMap((cut) =>
            [0, 1].map((side) => numbers.filter((i) => cut[i] === side).map((i) => `${name}${i}`)),
          );
          return { answering: numbers.map((i) => person(name, i, `o${organisations[i]}`)), groups };
        });
    let shown = 0;
    fc.assert(
      fc.property(anySide("b"), anySide("a"), (now, before) => {
        const panel = formPanel(now, before, EVERYBODY, small);
        if (!panel) return;
        shown += 1;
        for (const [side, ids] of [
          [now, panel.now],
          [before, panel.before],
        ] as const) {
          const organisationOf = new Map(side.answering.map(({ id, organisation }) => [id, organisation]));
          const all = [...organisationOf.keys()];
          for (const set of combinationsOf([all, ...side.groups, ids], all)) {
            if (set.length === 0) continue;
            expect(satisfies(small, compositionOf(set.map((id) => organisationOf.get(id) ?? "")))).toBe(true);
          }
        }
      }),
      { numRuns: 150, seed: 42 },
    );
    expect(shown).toBeGreaterThan(5);
  });
});
