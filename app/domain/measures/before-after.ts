import type { Code } from "#surveys/model.ts";
import type { ItemFigures, ReportItem } from "../figures.ts";
import { type PWord, rankSumTest, wordFor } from "../statistics/exact-tests.ts";
import type { Evidence } from "./read-evidence.server.ts";

/**
 * What the total of an item says in a line.
 * - `mean` of a scale, on its steps from `low` to `high`, or of a quantity, which has no such ends
 * - `shares` of each code of the valid answers, from 0 to 1 · `ranks` the mean place of each code, 1 first
 * - `base` of texts, dates and files: only how many
 */
export type Reading = { base: number } & (
  | { kind: "mean"; mean: number; low: number | null; high: number | null }
  | { kind: "shares" | "ranks"; codes: { code: Code; value: number }[] }
  | { kind: "base" }
);

export function readingOf(item: ReportItem): Reading {
  const figures = totalOf(item);
  const base = figures?.base ?? 0;
  if (!figures || base === 0) return { kind: "base", base };
  const valid = item.codes.filter(({ missing }) => !missing);
  switch (item.scale) {
    case "ordinal":
      return meanOf(item, figures) ?? { kind: "base", base };
    case "number":
      return figures.mean === null
        ? { kind: "base", base }
        : { kind: "mean", mean: figures.mean, low: null, high: null, base };
    case "rank": {
      const places = new Map(figures.derived.meanRanks.map(({ code, mean }) => [code, mean]));
      const codes = valid.flatMap((code) => {
        const value = places.get(code.code);
        return value === undefined ? [] : [{ code, value }];
      });
      return { kind: "ranks", codes, base };
    }
    case "choice":
    case "multiple":
      return {
        kind: "shares",
        codes: valid.map((code) => ({ code, value: countOf(figures, code.code) / base })),
        base,
      };
    default:
      return { kind: "base", base };
  }
}

/** What is said of an item in two waves, where the two may be compared. */
export type BeforeAfter = {
  before: Reading;
  after: Reading;
  /** of scales with exact totals: whether the difference may be chance (rank-sum test); null where it is not tested */
  word: PWord | null;
};

/** Null where there is no later wave, or where it measures something else. */
function compareEvidence({ before, after }: Evidence): BeforeAfter | null {
  if (!after?.item || (after.change !== "identical" && after.change !== "reworded")) return null;
  const isExact = [before, after].every(({ release }) => release.rule.totals !== "protected");
  return {
    before: readingOf(before.item),
    after: readingOf(after.item),
    word: isExact && before.item.scale === "ordinal" ? testOf(before.item, after.item) : null,
  };
}

/** Evidence with what its figures say. Worked out in the page, so that what is sent are figures of releases alone. */
export function readingsOf(
  evidence: readonly Evidence[],
): { evidence: Evidence; reading: Reading; compared: BeforeAfter | null }[] {
  return evidence.map((one) => ({
    evidence: one,
    reading: readingOf(one.before.item),
    compared: compareEvidence(one),
  }));
}

function testOf(before: ReportItem, after: ReportItem): PWord {
  const counts = (item: ReportItem) => stepsOf(item, totalOf(item)).map(({ n }) => n);
  return wordFor(rankSumTest({ before: counts(before), after: counts(after) }));
}

const totalOf = ({ figures }: ReportItem): ItemFigures | undefined => figures.find((one) => one.breakdown === "total");

function meanOf(item: ReportItem, figures: ItemFigures): Reading | null {
  const steps = stepsOf(item, figures);
  const base = steps.reduce((sum, { n }) => sum + n, 0);
  if (steps.length === 0 || base === 0) return null;
  const all = steps.map(({ step }) => step);
  const mean = steps.reduce((sum, { n, step }) => sum + n * step, 0) / base;
  return { kind: "mean", mean, low: Math.min(...all), high: Math.max(...all), base };
}

/** How often each step of an ordered scale was given. */
function stepsOf({ codes }: ReportItem, figures: ItemFigures | undefined): { step: number; n: number }[] {
  return codes.flatMap(({ code, number, missing }) =>
    missing || number === undefined ? [] : [{ step: number, n: figures ? countOf(figures, code) : 0 }],
  );
}

const countOf = ({ counts }: ItemFigures, code: string): number =>
  counts.reduce((sum, one) => (one.code === code ? sum + one.n : sum), 0);
