import type { ReportItem } from "../figures.ts";
import { bySize } from "../report/by-size.ts";
import { fisherExact, type PWord, rankSumTest, wordFor } from "../statistics/exact-tests.ts";
import type { Line, Measure, Point, Trends } from "./follow-items.ts";

/** How a figure changed from one wave to the next. */
export type Difference = {
  before: Point;
  after: Point;
  /** after minus before, in the unit of the line */
  by: number;
  /** null where it is not tested: figures with noise, entries of one respondent, numbers without bands */
  word: PWord | null;
  /** the same of the means beside shares of ordered scales */
  meanWord: PWord | null;
  /** what the scale itself says of it; null where neither end is good */
  meaning: "better" | "worse" | null;
};

/** Null for the first wave, and where the line is broken: asked anew in another way, not asked, or not shown. */
export function differenceBetween(line: Omit<Line, "differences" | "panel">, wave: number): Difference | null {
  const [before, after, step] = [line.points[wave - 1], line.points[wave], line.steps[wave]];
  if (!before || !after || !step || step === "recoded") return null;
  const by = after.value - before.value;
  const isExact = before.isExact && after.isExact;
  const hasMeans = line.measure === "top" && before.mean !== null && after.mean !== null;
  return {
    ...{ before, after, by, meaning: meaningOf(line, by) },
    word: isExact ? testBetween(line, before, after) : null,
    meanWord: isExact && hasMeans ? rankTest(stepsOf(before.item), stepsOf(after.item)) : null,
  };
}

function meaningOf({ measure, item }: Pick<Line, "measure" | "item">, by: number): Difference["meaning"] {
  if (measure !== "top" || item.polarity === "neutral" || by === 0) return null;
  return by > 0 === (item.polarity === "high-good") ? "better" : "worse";
}

/**
 * Whether two exact totals differ by more than chance may explain. It follows from released counts, so it is worked out where
 * it is read. Shares: Fisher's exact test. Means of ordered scales and of numbers with bands, and places of a ranking (of
 * those who ranked the code): rank-sum test with ties over all steps, bands or places. Both take the waves for independent
 * samples. Many projects answer in both, and alike, so that the tests are on the safe side: they call too few differences
 * remarkable rather than too many.
 */
function testBetween({ measure, code }: Pick<Line, "measure" | "code">, before: Point, after: Point): PWord | null {
  if (measure === "top" || measure === "share") {
    const [n, m] = [before.n ?? 0, after.n ?? 0];
    return wordFor(fisherExact([n, m], [before.base - n, after.base - m]));
  }
  if (measure === "mean") return rankTest(stepsOf(before.item), stepsOf(after.item));
  const [one, other] = [before, after].map(({ item }) => placesOf(item, code?.code ?? "")) as [Counts, Counts];
  const places = [...new Set([...one.keys(), ...other.keys()])].sort(byNumber);
  const on = (counts: Counts) => new Map(places.map((place) => [place, counts.get(place) ?? 0]));
  return rankTest(on(one), on(other));
}

/** How often each of some ordered categories was given. */
type Counts = Map<string, number>;

/** Null where there are no categories to rank. */
function rankTest(before: Counts, after: Counts): PWord | null {
  if (before.size < 2) return null;
  const categories = [...before.keys()];
  return wordFor(
    rankSumTest({
      before: categories.map((one) => before.get(one) ?? 0),
      after: categories.map((one) => after.get(one) ?? 0),
    }),
  );
}

const byNumber = (a: string, b: string): number => Number(a) - Number(b);

/** How often each valid code was given, in the order of the scale. */
function stepsOf({ codes, figures }: ReportItem): Counts {
  const counts = new Map(figures[0]?.counts.map(({ code, n }) => [code, n]));
  return new Map(codes.flatMap(({ code, missing }) => (missing ? [] : [[code, counts.get(code) ?? 0] as const])));
}

/** How often a code was put on each place. */
function placesOf({ figures }: ReportItem, code: string): Counts {
  const placed = figures[0]?.counts.filter((one) => one.code === code && one.rank !== null) ?? [];
  return new Map(placed.map(({ rank, n }) => [String(rank), n]));
}

/** A line with its last difference. */
export type Changed = { line: Line; difference: Difference };

/** So many of either kind. */
const MOST = 3;
/** With fewer answers in a wave a share jumps without meaning. */
export const LEAST_BASE = 20;
const SHARES: readonly Measure[] = ["top", "share"];

/**
 * What changed most from the wave before to the newest one: up to `most` figures that rose and that fell. Compared are shares
 * (or other measures, one at a time), of lines that are not broken there, with 20 valid answers or more in both waves (places:
 * of those who ranked the code), and only where it was tested: between figures with noise the largest difference would mostly
 * be the largest noise. Of an item with several codes that exclude each other the one that changed most. First come
 * those that chance hardly explains, then the others, each the largest first. What would be shown as no change at all is left
 * out. A place rises when it comes nearer to the first.
 */
export function mostChanged(
  lines: readonly Line[],
  most = MOST,
  measures: readonly Measure[] = SHARES,
): {
  up: Changed[];
  down: Changed[];
} {
  const changed = lines
    .flatMap((line): Changed | [] => {
      const difference = line.differences.at(-1);
      return difference && measures.includes(line.measure) && isCompared(line, difference) ? { line, difference } : [];
    })
    .sort((a, b) => Number(isRemarkable(b)) - Number(isRemarkable(a)) || bySize(sizeOf(a), sizeOf(b)));
  const seen = new Set<string>();
  const first = changed.filter(({ line: { item } }) => {
    if (item.scale !== "choice") return true;
    const isFirst = !seen.has(item.key);
    seen.add(item.key);
    return isFirst;
  });
  return {
    up: first.filter(rises).slice(0, most),
    down: first.filter((one) => !rises(one)).slice(0, most),
  };
}

const rises = ({ line: { measure }, difference: { by } }: Changed): boolean => (measure === "place" ? by < 0 : by > 0);

/** What changed most since the wave before, in all questions together; where nothing did, why. */
export function whatChanged({ blocks }: Pick<Trends, "blocks">) {
  const lines = blocks.flatMap(({ lines }) => lines);
  return { ...mostChanged(lines), quiet: quietOf(lines) };
}

/** Why nothing is said to have changed: it stayed as it was, was not tested, had too few answers, or there was nothing to compare. */
export type Quiet = "unchanged" | "untested" | "few" | "incomparable";

export function quietOf(lines: readonly Line[], measures: readonly Measure[] = SHARES): Quiet {
  const compared = lines.flatMap(({ measure, differences }): Measured | [] => {
    const difference = differences.at(-1);
    return difference && measures.includes(measure) ? { measure, difference } : [];
  });
  if (compared.length === 0) return "incomparable";
  const tested = compared.filter(({ difference }) => difference.word !== null);
  if (tested.length === 0) return "untested";
  return tested.some(hasEnough) ? "unchanged" : "few";
}

/** True where chance hardly explains a difference. */
export const isRemarkable = ({ difference: { word } }: Changed): boolean => word === "below-1" || word === "below-5";

const sizeOf = ({ difference: { by } }: Changed): number => Math.abs(by);

function isCompared({ measure }: Line, difference: Difference): boolean {
  const steps = measure === "top" || measure === "share" ? 100 : 10;
  const isTested = difference.word !== null;
  return isTested && hasEnough({ measure, difference }) && Math.round(Math.abs(difference.by) * steps) > 0;
}

type Measured = Pick<Line, "measure"> & { difference: Difference };

/** Of places those count who ranked the code. */
function hasEnough({ measure, difference: { before, after } }: Measured): boolean {
  const answers = ({ n, base }: Point) => (measure === "place" ? (n ?? 0) : base);
  return Math.min(answers(before), answers(after)) >= LEAST_BASE;
}

/** How many differences to the wave before are tested. */
export const countTests = ({ blocks }: Trends): number =>
  blocks
    .flatMap(({ lines }) => lines.flatMap(({ differences }) => differences.at(-1) ?? []))
    .reduce((sum, { word, meanWord }) => sum + Number(word !== null) + Number(meanWord !== null), 0);
