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

/**
 * Park, Choi, Jeong, Seo, Kim & Seo (2024), "Interprofessional educational needs for shared governance of integrated care",
 * International Journal of Integrated Care, doi:10.5334/ijic.7674, table 2, its first sixteen items, by printed rank: item,
 * mean importance, mean performance, importance minus performance, Borich score. The table is headed N = 210, but the counts
 * of table 1 sum to 241, and that fits what is printed: whole answers of 210 people cannot give ten of these scores.
 */
const INTEGRATED_CARE = [
  { item: "16", importance: "4.25", performance: "3.62", difference: "0.63", score: "2.70" },
  { item: "15", importance: "4.31", performance: "3.74", difference: "0.57", score: "2.45" },
  { item: "13", importance: "4.24", performance: "3.68", difference: "0.56", score: "2.36" },
  { item: "7", importance: "4.19", performance: "3.65", difference: "0.54", score: "2.26" },
  { item: "10", importance: "4.14", performance: "3.60", difference: "0.54", score: "2.23" },
  { item: "5", importance: "4.35", performance: "3.84", difference: "0.51", score: "2.22" },
  { item: "11", importance: "4.21", performance: "3.70", difference: "0.51", score: "2.15" },
  { item: "9", importance: "4.16", performance: "3.65", difference: "0.51", score: "2.10" },
  { item: "12", importance: "4.16", performance: "3.66", difference: "0.50", score: "2.07" },
  { item: "14", importance: "4.10", performance: "3.61", difference: "0.50", score: "2.04" },
  { item: "6", importance: "4.29", performance: "3.83", difference: "0.46", score: "1.96" },
  { item: "8", importance: "4.13", performance: "3.70", difference: "0.43", score: "1.76" },
  { item: "1", importance: "4.22", performance: "3.81", difference: "0.41", score: "1.71" },
  { item: "4", importance: "4.20", performance: "3.81", difference: "0.39", score: "1.66" },
  { item: "2", importance: "4.11", performance: "3.73", difference: "0.38", score: "1.57" },
  { item: "3", importance: "4.03", performance: "3.68", difference: "0.35", score: "1.41" },
];
const ASKED = 241;

/** Answers of everybody asked with this sum, as even as whole steps allow. */
const answersOf = (sum: number): number[] =>
  Array.from({ length: ASKED }, (_, n) => Math.floor(sum / ASKED) + (n < sum % ASKED ? 1 : 0));

/** The sums of answers whose mean is printed so. */
const sumsOf = (printed: string): number[] =>
  [-3, -2, -1, 0, 1, 2, 3]
    .map((step) => Math.round(Number(printed) * ASKED) + step)
    .filter((sum) => (sum / ASKED).toFixed(2) === printed);

test.each(INTEGRATED_CARE)(
  "the score is the one published of Park et al.'s item $item, as far as its means are printed",
  (row) => {
    const pairs = sumsOf(row.importance).flatMap((w) => sumsOf(row.performance).map((g) => [w, g] as const));
    const admitted = pairs.filter(([w, g]) => ((w - g) / ASKED).toFixed(2) === row.difference);
    const scores = admitted.map(
      ([w, g]) =>
        rankNeeds(block("w", { a: [figures(answersOf(w))] }), block("g", { a: [figures(answersOf(g))] }), [])[0]?.total
          .score ?? Number.NaN,
    );
    // Printed with two decimals, the means leave a few sums: one gives the very score, and the others are as near as a
    // hundredth more or less of importance and of distance allow.
    expect(scores.map((score) => score.toFixed(2))).toContain(row.score);
    const room = 0.01 * Number(row.importance) + 0.01 * Number(row.difference) + 0.005;
    for (const score of scores) expect(Math.abs(score - Number(row.score))).toBeLessThan(room);
  },
);

test("the order of needs is the one published by Park et al.", () => {
  const answersTo = (mean: "importance" | "performance") =>
    Object.fromEntries(
      INTEGRATED_CARE.map((row) => [row.item, [figures(answersOf(Math.round(Number(row[mean]) * ASKED)))]]),
    );
  const needs = rankNeeds(block("w", answersTo("importance")), block("g", answersTo("performance")), []);
  expect(needs.map(({ label }) => label.de)).toEqual(INTEGRATED_CARE.map(({ item }) => item));
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
