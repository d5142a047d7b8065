import type { ReportBlock, ReportItem } from "../figures.ts";
import { type Sampling, shareRange } from "../report/derived.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { Interval } from "../statistics/interval.ts";
import { type Formula, itemsOf } from "./formula.ts";

/** What a goal needs of a release: its head, and the questions that are asked for. Nothing else is ever looked at. */
export type Evidence = {
  questionnaire: string;
  release: ReleaseSummary;
  sampling: Sampling;
  /** every question of the release, in its order */
  questions: string[];
  blocks: ReportBlock[];
};

/** A formula's number in one release. */
export type GoalValue = {
  /** in the unit of the formula */
  value: number;
  /** of one share: where it would lie, had everybody answered */
  range: Interval | null;
  /** of shares: who was counted; of rows: those that reach the share */
  n: number | null;
  /** valid answers, of several rows the fewest and the most; of returns everybody who was asked */
  base: { least: number; most: number };
  /** of rows: how many of them there are figures for */
  rows: number | null;
  /** the totals of the release have noise */
  approximate: boolean;
};

/**
 * Works out a formula from what a release holds. Null where it gives no number: the question was not asked or its figures
 * are withheld, nobody answered, or nobody knows how many were asked.
 */
export function evaluate(formula: Formula, evidence: Evidence): GoalValue | null {
  const { release, sampling } = evidence;
  const approximate = sampling.kind === "protected";
  if (formula.kind === "returns") {
    const { invited, submitted } = release;
    if (!invited) return null;
    return {
      ...{ value: submitted / invited, range: null, n: submitted, rows: null },
      ...only(invited),
      approximate: false,
    };
  }
  const known = new Map(evidence.blocks.flatMap(({ items }) => items).map((item) => [item.key, item]));
  const asked = itemsOf(formula).flatMap((key) => known.get(key) ?? []);
  const counted = asked.flatMap((item) => countedIn(item) ?? []);
  const bases = {
    base: { least: Math.min(...counted.map(({ base }) => base)), most: Math.max(...counted.map(({ base }) => base)) },
  };
  const [first] = counted;
  if (!first) return null;
  switch (formula.kind) {
    case "share":
    case "top": {
      const codes = formula.kind === "share" ? formula.codes : (first.figures.derived.top?.codes ?? []);
      if (codes.length === 0 || !codes.every((code) => first.item.codes.some((one) => one.code === code))) return null;
      const n = sumOf(first, codes);
      return {
        value: n / first.base,
        range: shareRange(n, first.figures, sampling),
        n,
        rows: null,
        ...only(first.base),
        approximate,
      };
    }
    case "mean": {
      const means = counted.flatMap((one) => meanOf(one) ?? []);
      // One row that may not be shown would make another mean of it.
      if (means.length < formula.items.length) return null;
      const value = means.reduce((sum, one) => sum + one, 0) / means.length;
      return { value, range: null, n: null, rows: null, ...bases, approximate };
    }
    case "rows": {
      if (!formula.codes.every((code) => counted.every(({ item }) => item.codes.some((one) => one.code === code))))
        return null;
      const n = counted.filter((one) => sumOf(one, formula.codes) / one.base >= formula.least).length;
      return { value: n, range: null, n, rows: counted.length, ...bases, approximate };
    }
  }
}

const only = (base: number) => ({ base: { least: base, most: base } });

type Counted = { item: ReportItem; figures: ReportItem["figures"][number]; base: number };

/** An item with its total, where somebody answered. */
function countedIn(item: ReportItem): Counted | null {
  const figures = item.figures.find(({ breakdown }) => breakdown === "total");
  return figures && figures.base > 0 ? { item, figures, base: figures.base } : null;
}

const sumOf = ({ figures }: Counted, codes: readonly string[]): number =>
  figures.counts.reduce((sum, { code, n }) => sum + (codes.includes(code) ? n : 0), 0);

/** The mean on the steps of the scale; null where a valid code has none. */
function meanOf({ item, figures, base }: Counted): number | null {
  const steps = new Map(item.codes.flatMap(({ code, number, missing }) => (missing ? [] : [[code, number] as const])));
  const sum = figures.counts.reduce((all, { code, n }) => {
    return steps.has(code) ? all + n * (steps.get(code) ?? Number.NaN) : all;
  }, 0);
  return Number.isNaN(sum) ? null : sum / base;
}
