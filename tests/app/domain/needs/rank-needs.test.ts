import fc from "fast-check";
import { expect, test } from "vitest";
import type { ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import { rankNeeds } from "#app/domain/needs/rank-needs.ts";

const CODES = [1, 2, 3, 4, 5].map((n) => ({ code: String(n), number: n, label: { de: String(n) } }));
const MISSING = { code: "wn", label: { de: "weiß nicht" }, missing: true };
const REGION = { breakdown: "region5", code: "nord", label: { de: "Nord" }, n: 9 };

/** What a release holds of answers to one row: how often each step was given. */
function figures(answers: readonly (number | "wn")[], group = { breakdown: "total", code: "all" }): ItemFigures {
  const counts = [...CODES, MISSING].map(({ code }) => ({
    ...{ code, rank: null },
    n: answers.filter((one) => String(one) === code).length,
  }));
  const empty = { respondents: null, unanswered: 0, mean: null, sd: null, q1: null, median: null, q3: null };
  const derived = { top: null, net: null, meanRanks: [], ranges: [] };
  const base = answers.filter((one) => one !== "wn").length;
  return { ...empty, group: group.code, breakdown: group.breakdown, base, counts, derived };
}

function block(question: string, rows: Record<string, ItemFigures[]>, withheld: string[] = []): ReportBlock {
  const items = Object.entries(rows).map(
    ([row, list]): ReportItem => ({
      ...{ key: `${question}/${row}`, question, scale: "ordinal", title: { de: question }, label: { de: row } },
      ...{ codes: [...CODES, MISSING], polarity: "neutral", coded: false, quotes: [], figures: list },
      withheld: withheld.includes(row),
    }),
  );
  return { question, title: { de: question }, items };
}

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
