import { type Change, concord } from "#surveys/concordance.ts";
import type { Code, Item, Text } from "#surveys/model.ts";
import type { ItemFigures, ReportItem } from "../figures.ts";
import { UNLISTED } from "../microdata/variables.ts";
import { asAsked } from "../report/as-asked.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import type { Sampling } from "../report/derived.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { Interval } from "../statistics/interval.ts";
import { type Difference, differenceBetween, mostChanged, type Quiet, quietOf } from "./compare-waves.ts";
import { type PanelChange, type PanelReport, panelChange } from "./panel.ts";

/** The totals of one release. */
export type Wave = {
  release: ReleaseSummary;
  sampling: Sampling;
  blocks: ReleaseBlock[];
  /** keys of the items whose total may not be shown */
  hidden: string[];
};

/**
 * What a line follows: of ordered scales the share of their upper end, of choices the share of one code, of rankings the mean
 * place of one code, of numbers the mean.
 */
export type Measure = "top" | "share" | "place" | "mean";

/** One wave of a line. */
export type Point = {
  /** as it was asked in that wave */
  item: ReportItem;
  /** shares from 0 to 1; places from 1; means in the unit of the item */
  value: number;
  /** who said so, or who ranked it; null of means */
  n: number | null;
  base: number;
  /** those whose entries are counted, where entries are; null where each counts once */
  respondents: number | null;
  range: Interval | null;
  /** of ordered scales on which every step is a number */
  mean: number | null;
  /** counted as it is, one per respondent: only then can a difference be tested */
  isExact: boolean;
};

/** How the item of a wave follows from that of the wave that showed it last. */
export type Step = Extract<Change, "identical" | "reworded" | "recoded">;

export type Line = {
  key: string;
  measure: Measure;
  /** as it is asked now */
  item: ReportItem;
  /** of choices and rankings */
  code: Code | null;
  /** by wave; null where it was not asked, may not be shown, or has no such figure */
  points: (Point | null)[];
  /** by wave; null where it is not shown or was not before, and after a wave without it unless it is asked otherwise since */
  steps: (Step | null)[];
  /** by wave, where the step is not that it stayed identical: the item as it was asked before, and as it is asked since */
  changes: ({ before: Item; after: Item } | null)[];
  /** by wave, from the wave before it; null where the line is broken */
  differences: (Difference | null)[];
  /** from the wave before to the newest one, of those who answered both times; null where a release has no such figures */
  panel: PanelChange | "withheld" | null;
};

/** A question of the newest wave with the lines of its items, and what rose and fell most among them. */
export type TrendBlock = {
  question: string;
  title: Text;
  items: ReportItem[];
  lines: Line[];
  most: ReturnType<typeof mostChanged> & { quiet: Quiet };
};

export type Trends = {
  /** questions with a line at least; a line has two points at least */
  blocks: TrendBlock[];
  /** asked now and not in the wave before, and the other way round */
  added: ReportItem[];
  dropped: ReportItem[];
};

/**
 * Follows every item of the newest wave (the last one) through those before it. What stays comparable is judged by what the
 * releases themselves hold: scale, codes and words as they were asked. Everything is worked out from released totals, and
 * beside them from the panel of the newest release.
 */
export function followItems(waves: readonly Wave[], panel: PanelReport | null = null): Trends {
  const byWave = waves.map(({ blocks }) => new Map(blocks.flatMap(({ items }) => items.map((one) => [one.key, one]))));
  const now = waves.at(-1);
  const [current, before] = [byWave.at(-1), byWave.at(-2)];
  const blocks = (now?.blocks ?? []).map(({ question, title, items }): TrendBlock => {
    const lines = items
      .flatMap((item) =>
        followItem(
          item,
          waves.map(({ sampling }, i) => ({ sampling, item: byWave[i]?.get(item.key) })),
          panel,
        ),
      )
      .filter(({ points }) => points.filter(Boolean).length > 1);
    return { question, title, items, lines, most: mostOf(lines) };
  });
  const missingIn = (wave: Wave | undefined, known: Map<string, ReportItem> | undefined) => (item: ReportItem) =>
    !known?.has(item.key) && !wave?.hidden.includes(item.key);
  return {
    blocks: blocks.filter(({ lines }) => lines.length > 0),
    added: [...(current?.values() ?? [])].filter(missingIn(waves.at(-2), before)),
    dropped: [...(before?.values() ?? [])].filter(missingIn(now, current)),
  };
}

/** Shares where the question has some, else places or means. */
function mostOf(lines: readonly Line[]): TrendBlock["most"] {
  const isOfShares = lines.some(({ measure }) => measure === "top" || measure === "share");
  const measures: Measure[] = isOfShares ? ["top", "share"] : [lines[0]?.measure ?? "place"];
  return { ...mostChanged(lines, 1, measures), quiet: quietOf(lines, measures) };
}

/** The lines of one item; `waves`: how it was asked in each, undefined where it was not asked or may not be shown. */
export function followItem(
  item: ReportItem,
  waves: readonly { sampling: Sampling; item: ReportItem | undefined }[],
  panel: PanelReport | null = null,
): Line[] {
  return measuresOf(item).map(({ measure, code }): Line => {
    const points = waves.map((wave) => (wave.item ? pointOf(wave.item, wave.sampling, measure, code) : null));
    const line = { key: `${item.key} ${code?.code ?? ""}`, measure, item, code, points, ...changesIn(points) };
    const followed = { ...line, differences: waves.map((_, i) => differenceBetween(line, i)) };
    return { ...followed, panel: panelChange(followed, panel) };
  });
}

function changesIn(points: Line["points"]): Pick<Line, "steps" | "changes"> {
  const found = points.map((point, i) => {
    const last = points.findLastIndex((one, j) => one !== null && j < i);
    if (!point || last < 0) return { step: null, change: null };
    const [before, after] = [asAsked((points[last] as Point).item), asAsked(point.item)];
    const step = (concord([before], [after])[0]?.change as Step | undefined) ?? null;
    // A hole ends a line anyhow; that it goes on as another one has to be said.
    if (step === "identical") return { step: last === i - 1 ? step : null, change: null };
    return { step, change: { before, after } };
  });
  return { steps: found.map(({ step }) => step), changes: found.map(({ change }) => change) };
}

/** What can be followed of an item; nothing of texts, dates and files, which are only counted. */
function measuresOf(item: ReportItem): { measure: Measure; code: Code | null }[] {
  const each = (measure: Measure) =>
    item.codes.flatMap((code) => (code.missing || code.code === UNLISTED ? [] : { measure, code }));
  switch (item.scale) {
    case "ordinal":
      return [{ measure: "top", code: null }];
    case "choice":
    case "multiple":
      return each("share");
    case "rank":
      return each("place");
    case "number":
      return [{ measure: "mean", code: null }];
    case "date":
    case "text":
    case "file":
      return [];
  }
}

function pointOf(item: ReportItem, sampling: Sampling, measure: Measure, code: Code | null): Point | null {
  const figures = item.figures[0];
  if (!figures || figures.base === 0) return null;
  const found = figureOf(item, figures, measure, code?.code ?? "");
  const { base, respondents, mean } = figures;
  const isExact = sampling.kind !== "protected" && respondents === null;
  return found && { item, base, respondents, isExact, mean, ...found };
}

function figureOf(
  { scale, codes }: ReportItem,
  { base, counts, mean, derived }: ItemFigures,
  measure: Measure,
  code: string,
): Pick<Point, "value" | "n" | "range"> | null {
  const n = counts.reduce((sum, one) => sum + (one.code === code ? one.n : 0), 0);
  if (measure === "mean") return scale === "number" && mean !== null ? { value: mean, n: null, range: null } : null;
  if (measure === "top") {
    const { top } = derived;
    if (!top || top.share === null) return null;
    return { value: top.share, n: Math.round(top.share * base), range: top.range };
  }
  if (measure === "place") {
    const place = derived.meanRanks.find((one) => one.code === code);
    return place ? { value: place.mean, n, range: null } : null;
  }
  // A code that was not offered then has no share, not a share of nought.
  if ((scale !== "choice" && scale !== "multiple") || !codes.some((one) => one.code === code)) return null;
  return { value: n / base, n, range: derived.ranges.find((one) => one.code === code) ?? null };
}
