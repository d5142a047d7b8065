import fc from "fast-check";
import { expect, test } from "vitest";
import { leftOut, rankNeeds } from "#app/domain/needs/rank-needs.ts";
import { block, figures, REGION } from "./blocks.ts";

test("where everybody answered both, it is Borich's mean of each respondent's weighted distance", () => {
  const step = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 60 }), (people) => {
      const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      const important = mean(people.map(([w]) => w));
      const borich = mean(people.map(([w, g]) => (w - g) * important));
      const [need] = rankNeeds(
        block("w", { a: [figures(people.map(([w]) => w))] }),
        block("g", { a: [figures(people.map(([, g]) => g))] }),
        [],
      );
      expect(need?.total.score).toBeCloseTo(borich, 9);
    }),
  );
});

test("the most pressing comes first, whoever cannot judge does not count, and rows without a partner are left out", () => {
  const needs = rankNeeds(
    block("w", { a: [figures([4, 4, 4, 4])], b: [figures([5, 5, "wn", 4])], c: [figures([5, 5])] }),
    block("g", { b: [figures([1, 2, 3, "wn"])], a: [figures([3, 3, 3, 3])], d: [figures([1])] }),
    [],
  );
  expect(needs.map(({ label }) => label.de)).toEqual(["b", "a"]);
  const [b, a] = needs.map(({ total }) => total);
  expect(b?.importance).toEqual({ mean: 14 / 3, base: 3 });
  expect(b?.coverage).toEqual({ mean: 2, base: 3 });
  expect(b?.score).toBeCloseTo((14 / 3 - 2) * (14 / 3), 12);
  expect(b?.lacking).toEqual({ n: 2, base: 3 });
  expect(a).toMatchObject({ importance: { mean: 4 }, coverage: { mean: 3 }, score: 4, lacking: { n: 0, base: 4 } });
});

test("says which rows are in no ranking: too few answered one of both questions, or the steps are no common numbers", () => {
  const importance = block("w", { a: [figures([5, 5])], b: [figures([5])], c: [figures([5])], e: [figures(["wn"])] });
  const coverage = block("g", { a: [figures([2, 2])], c: [figures([1])], d: [figures([2])], e: [figures([1])] });
  const withheld = { ...coverage, hidden: [{ de: "b" }] };
  const names = (left: ReturnType<typeof leftOut>) => Object.values(left).map((list) => list.map(({ de }) => de));
  expect(rankNeeds(importance, coverage, []).map(({ label, ends }) => [label.de, ends])).toEqual([
    ["c", { low: 1, high: 5 }],
    ["a", { low: 1, high: 5 }],
  ]);
  expect(names(leftOut(importance, withheld))).toEqual([["d", "e", "b"], []]);
  // Steps 0 to 4 against 1 to 5, and steps that are words: nothing is missing, but no distance means anything.
  for (const change of [-1, undefined]) {
    const [a, c] = withheld.items;
    const codes = c?.codes.map(({ number, ...code }) =>
      number === undefined || change === undefined ? code : { ...code, number: number + change },
    );
    const items = withheld.items.map((item) => (item === c && codes ? { ...item, codes } : item));
    expect(rankNeeds(importance, { ...withheld, items }, []).map(({ label }) => label)).toEqual([a?.label]);
    expect(names(leftOut(importance, { ...withheld, items }))).toEqual([["d", "e", "b"], ["c"]]);
  }
});

test("a group that may not be shown, or in which nobody answered, says nothing", () => {
  const both = (all: number[], group: number[]) => [figures(all), figures(group, REGION)];
  const needs = (withheld: string[], group: number[]) =>
    rankNeeds(block("w", { a: both([5, 5], [4]) }, withheld), block("g", { a: both([2, 2], group) }), [REGION]).flatMap(
      (need) => need.groups,
    );
  expect(needs([], [2])).toMatchObject([{ score: 8 }]);
  expect(needs(["a"], [2])).toEqual([null]);
  expect(needs([], [])).toEqual([null]);
});
