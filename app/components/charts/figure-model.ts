import type { Breakdown, ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import type { Interval } from "#app/domain/statistics/interval.ts";
import type { Code, Scale, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";

/** What charts, sentences and tables share: pure readings of the frozen figures. */

/** Items that are drawn together: the rows of a matrix that share one ordered scale, else a single item. */
export type Panel = {
  key: string;
  scale: Scale;
  polarity: Polarity;
  items: ReportItem[];
  /** the column that all items have in common; it is left out of their labels */
  column?: Text;
  /** other rows of the same scale mean the opposite: they stand in a panel of their own */
  opposed: boolean;
};

/** A code with its count and its share of the base (0–1). */
export type Share = { code: Code; n: number; share: number };

/** Ordinal rows with the same codes and the same polarity become one panel; every other item stands alone. */
export function panelsOf(block: ReportBlock): Panel[] {
  const together = (item: ReportItem) => (item.scale === "ordinal" ? codeSignature(item) : item.key);
  const scales = Map.groupBy(block.items, together);
  const panels = Map.groupBy(block.items, (item) => `${together(item)} ${item.polarity}`);
  return [...panels.values()].map((items) => {
    const { key, scale, polarity } = items[0]!;
    const opposed = scales.get(together(items[0]!))!.length > items.length;
    return { key, scale, polarity, opposed, ...withoutColumn(items) };
  });
}

function codeSignature(item: ReportItem): string {
  return JSON.stringify(validCodes(item).map((code) => [code.code, code.label.de]));
}

/** Between row and column in the labels of a table's items. */
const BETWEEN = ": ";

/** Items of one column of a table by their rows alone: the column is the panel's name. */
function withoutColumn(items: ReportItem[]): Pick<Panel, "items" | "column"> {
  const de = columnIn(items.map(({ label }) => label.de));
  if (de === undefined) return { items };
  const en = columnIn(items.map(({ label }) => label.en ?? label.de));
  const row = (label: string, column: string) => label.slice(0, -(BETWEEN.length + column.length));
  return {
    column: en === undefined ? { de } : { de, en },
    items: items.map((item) => {
      const { label } = item;
      const english = en === undefined ? label.en : row(label.en ?? label.de, en);
      return { ...item, label: { de: row(label.de, de), ...(english === undefined ? {} : { en: english }) } };
    }),
  };
}

/** The longest text after a colon with which all labels end; undefined where there is none, or only one label. */
function columnIn(labels: string[]): string | undefined {
  const [first = "", ...others] = labels;
  if (others.length === 0) return undefined;
  const parts = first.split(BETWEEN);
  return parts
    .map((_, i) => parts.slice(i + 1).join(BETWEEN))
    .find((column) => column !== "" && others.every((label) => label.endsWith(BETWEEN + column)));
}

/** Under this code a release counts whatever its definition does not list: names of projects, words of one's own. */
const UNLISTED = "-unlisted";

/** True where single values are never shown, so that there is nothing to draw: free text, dates, files, names from a roster. */
export function isOnlyCounted({ scale, items }: Panel): boolean {
  if (scale === "text" || scale === "date" || scale === "file") return true;
  const given = items.flatMap((item) => {
    const counts = item.figures.flatMap((figures) => figures.counts);
    return validCodes(item).filter(({ code }) => counts.some((count) => count.code === code && count.n > 0));
  });
  return given.length === 1 && given[0]?.code === UNLISTED;
}

/** True where the figures count entries of a repeated group instead of respondents. */
export function countsEntries(item: ReportItem): boolean {
  return item.figures.some(({ respondents }) => respondents !== null);
}

/** The codes that count, in their order; codes that only occur in the counts come last under their own name. */
export function validCodes(item: ReportItem): Code[] {
  const valid = item.codes.filter((code) => !code.missing);
  const known = new Set(item.codes.map((code) => code.code));
  const unnamed = new Set<string>();
  for (const figures of item.figures) {
    for (const count of figures.counts) if (!known.has(count.code)) unnamed.add(count.code);
  }
  const numeric = [...unnamed].every((code) => code.trim() !== "" && Number.isFinite(Number(code)));
  // An ordered scale has its order from its codes: a stray word has no place in it.
  if (item.scale === "ordinal" && !numeric) return valid;
  const rest = numeric ? [...unnamed].sort((a, b) => Number(a) - Number(b)) : [...unnamed];
  return [...valid, ...rest.map((code) => ({ code, label: { de: code } }))];
}

/** The figures of everybody. */
export function totalOf(item: ReportItem): ItemFigures | undefined {
  return item.figures.find((figures) => figures.breakdown === "total") ?? item.figures[0];
}

/** One entry per group of the breakdown, in its order; without figures where the group may not be shown. */
export function groupsOf(
  item: ReportItem,
  breakdown: Breakdown,
): { group: Breakdown["groups"][number]; figures?: ItemFigures }[] {
  return breakdown.groups.map((group) => ({
    group,
    figures: item.figures.find((figures) => figures.breakdown === breakdown.code && figures.group === group.code),
  }));
}

/** True when nothing of the breakdown may be shown for this item. */
export function isWithheld(item: ReportItem, breakdown: Breakdown): boolean {
  return item.withheld || groupsOf(item, breakdown).every((entry) => !entry.figures);
}

/** How often a code was given, whatever its position. */
export function countOf(figures: ItemFigures, code: string, rank?: number): number {
  let n = 0;
  for (const count of figures.counts) {
    if (count.code === code && (rank === undefined || count.rank === rank)) n += count.n;
  }
  return n;
}

/** Counts and shares of the valid codes, in the order of the scale. */
export function sharesOf(item: ReportItem, figures: ItemFigures): Share[] {
  return validCodes(item).map((code) => {
    const n = countOf(figures, code.code);
    return { code, n, share: figures.base > 0 ? n / figures.base : 0 };
  });
}

/** The upper end of an ordered scale. */
export function topCodes(item: ReportItem): Code[] {
  const top = item.figures[0]?.derived.top?.codes ?? [];
  return item.codes.filter(({ code }) => top.includes(code));
}

/** Share (0–1) of the answers at the upper end. */
export const topShare = ({ derived }: ItemFigures): number => derived.top?.share ?? 0;

/** The highest at the upper end first; among equals the one with the higher mean. */
export const byTop = (a: ItemFigures, b: ItemFigures): number =>
  topShare(b) - topShare(a) || (b.mean ?? 0) - (a.mean ?? 0);

/** Where the share of a code may lie; null where no range is given. */
export const rangeOf = ({ derived }: ItemFigures, code: string): Interval | null =>
  derived.ranges.find((range) => range.code === code) ?? null;

/** False where everybody answered: the share is what it is. */
export const isOpen = ({ low, high }: Interval): boolean => low < high;

/** The missing kinds that occurred, with their counts. */
export function missingOf(item: ReportItem, figures: ItemFigures): { code: Code; n: number }[] {
  return item.codes
    .filter((code) => code.missing)
    .map((code) => ({ code, n: countOf(figures, code.code) }))
    .filter((entry) => entry.n > 0);
}

/** The number of places given in a ranking. */
export function placesOf(item: ReportItem): number {
  return Math.max(1, ...item.figures.flatMap((figures) => figures.counts.map((count) => count.rank ?? 1)));
}

/** Mean place of a code among those who ranked it; null when nobody did. */
export const meanRankOf = ({ derived }: ItemFigures, code: string): number | null =>
  derived.meanRanks.find((one) => one.code === code)?.mean ?? null;
