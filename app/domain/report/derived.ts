import type { CodeCount } from "#db/tables/figures.ts";
import type { Code, Scale } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import { type Interval, populationOf, possibleShares } from "../statistics/interval.ts";

/**
 * The one place for what follows from the counts of a release: it is stored nowhere. Report, print view and every file ask
 * here, so that all say the same.
 */

/** What an item gives. */
type Measure = { scale: Scale; codes: readonly Code[]; polarity: Polarity };
/** What a figure gives. */
type Counted = {
  breakdown: string;
  base: number;
  respondents: number | null;
  counts: readonly CodeCount[];
};

/**
 * How far the answers of a release stand for everybody who was asked.
 * - `census` everybody answered: nothing is missing
 * - `part` some did not · `unknown` an open link went round: nobody knows how many could have answered
 * - `protected` totals have noise too, so that no range is given
 */
export type Sampling = { kind: "census" | "part" | "unknown" | "protected"; fraction: number | null };

export function samplingOf({
  invited,
  submitted,
  rule,
}: {
  invited: number | null;
  submitted: number;
  rule: { totals?: unknown };
}): Sampling {
  const fraction = invited === null ? null : Math.min(1, submitted / Math.max(1, invited));
  if (rule.totals === "protected") return { kind: "protected", fraction };
  if (fraction === null) return { kind: "unknown", fraction };
  return { kind: fraction === 1 ? "census" : "part", fraction };
}

/** What is derived of one item in one group. Shares are from 0 to 1. */
export type Derived = {
  /** of ordered scales: the codes of the upper end, their share (null without answers), and the range of that share */
  top: { codes: string[]; share: number | null; range: Interval | null } | null;
  /** from −1 to 1, see `netScore` */
  net: number | null;
  /** of rankings: the mean place of each code among those who ranked it */
  meanRanks: { code: string; mean: number }[];
  /** the range of the share of each valid code; of rankings: of those who ranked it at all. Empty where none is given */
  ranges: (Interval & { code: string })[];
};

export function deriveFigure(item: Measure, figure: Counted, sampling: Sampling): Derived {
  const valid = validCodes(item);
  const range = (n: number) => shareRange(n, figure, sampling);
  const top = topOf(item).map(({ code }) => code);
  const n = sumOf(figure, top);
  const share = figure.base > 0 ? n / figure.base : null;
  return {
    top: top.length > 0 ? { codes: top, share, range: range(n) } : null,
    net: netScore(item, figure),
    meanRanks: item.scale === "rank" ? meanRanks(figure) : [],
    ranges: valid.flatMap(({ code }) => {
      const found = range(sumOf(figure, [code]));
      return found ? [{ code, ...found }] : [];
    }),
  };
}

/**
 * Where a share would lie with 95 % confidence, had everybody answered: Wilson's interval with the correction for a finite
 * population, widened to shares that so many people can have. It follows from released counts, so it is no part of the
 * method by which a release was made: older releases have the ranges of today. Given where a count is what was counted,
 * one per respondent:
 * - not in breakdowns nor for protected totals. Their counts and their base have noise, and how much of it is in one figure
 *   nobody may know: an interval around them would pretend to know the size of the group. Widened by the variance of the
 *   noise it would be as wide as the scale in most groups, and say no more than the sentence "figures of groups are rounded".
 *   Nor would the bounds of what is possible hold: a count with noise is not a number of people who said so.
 * - not of entries of repeated groups: those of one respondent are alike, and count as fewer than they are.
 */
export function shareRange(n: number, figure: Counted, sampling: Sampling): Interval | null {
  if (figure.breakdown !== TOTAL || sampling.kind === "protected" || figure.respondents !== null) return null;
  return possibleShares(Math.min(n, figure.base), figure.base, populationOf(figure.base, sampling.fraction));
}

const validCodes = ({ codes }: Pick<Measure, "codes">): Code[] => codes.filter(({ missing }) => !missing);

const sumOf = ({ counts }: Counted, codes: readonly string[]): number =>
  counts.reduce((sum, { code, n }) => sum + (codes.includes(code) ? n : 0), 0);

/** Scales with this many codes or more have two at each end. */
const TWO_AT_THE_END_FROM = 4;

/** The upper end of an ordered scale: two codes of four or more, else one. None on other scales. */
export function topOf(item: Pick<Measure, "scale" | "codes">): Code[] {
  if (item.scale !== "ordinal") return [];
  const codes = validCodes(item);
  return codes.slice(codes.length >= TWO_AT_THE_END_FROM ? -2 : -1);
}

/** Steps from which a scale has something between its two upper and its two lower codes. */
const NET_FROM = 5;
/** The scale on which recommending is asked: 0 to 10. */
const RECOMMENDING = Array.from({ length: 11 }, (_, step) => step);
/** Its upper two are promoters, all below 7 are detractors. */
const DETRACTORS_BELOW = 7;

/**
 * Upper minus lower end as shares of the base, from −1 to 1:
 * - scales from 0 to 10: 9 and 10 minus 0 to 6 (Reichheld 2003, "The one number you need to grow", Harvard Business Review 81(12))
 * - scales of five steps and more: the two upper minus the two lower codes, as usual of agreement (top-two minus bottom-two box)
 * Null where it means nothing: where neither end is good or bad (how often, how many), because then the lower end is not
 * the opposite of the upper one, and on shorter scales, where it is the share of the upper end in other words.
 */
export function netScore(item: Measure, figure: Counted): number | null {
  if (item.scale !== "ordinal" || item.polarity === "neutral" || figure.base === 0) return null;
  const codes = validCodes(item);
  if (codes.length < NET_FROM) return null;
  const isRecommending =
    codes.length === RECOMMENDING.length && codes.every(({ number }, step) => number === RECOMMENDING[step]);
  const low = isRecommending ? codes.slice(0, DETRACTORS_BELOW) : codes.slice(0, 2);
  const sum = (list: readonly Code[]) =>
    sumOf(
      figure,
      list.map(({ code }) => code),
    );
  return (sum(codes.slice(-2)) - sum(low)) / figure.base;
}

function meanRanks({ counts }: Counted): Derived["meanRanks"] {
  const ranked = counts.flatMap(({ code, rank, n }) => (rank === null || n === 0 ? [] : [{ code, rank, n }]));
  return [...Map.groupBy(ranked, ({ code }) => code)].map(([code, rows]) => {
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    return { code, mean: rows.reduce((sum, row) => sum + row.rank * row.n, 0) / n };
  });
}
