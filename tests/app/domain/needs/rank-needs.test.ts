import fc from "fast-check";
import { expect, test } from "vitest";
import { rankNeeds } from "#app/domain/needs/rank-needs.ts";
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
