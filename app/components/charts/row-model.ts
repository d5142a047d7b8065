import type { Breakdown, ItemFigures, ReportItem } from "#app/domain/figures.ts";
import { formatCount, formatNumber, formatPercent, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { ChartHeight } from "./chart-slot.tsx";
import { chartTexts } from "./chart-texts.ts";
import { countOf, groupsOf, meanRankOf, placesOf, sharesOf, topShare, totalOf, validCodes } from "./figure-model.ts";

/** Rows as the bar charts draw them, with every word already formatted. */

type Part = { label: string; share: number; n: number };

/** One stacked bar: parts in the order of the scale. */
export type StackRow = { key: string; label: string; note: string; detail: string; parts: Part[] };

/** One plain bar. */
export type BarRow = { key: string; label: string; share: number; note: string; detail: string };

/** One box: quartiles and mean in the item's unit. */
export type BoxRow = {
  key: string;
  label: string;
  note: string;
  detail: string;
  q1: number;
  median: number;
  q3: number;
  mean: number | null;
};

/** Everybody first, then the groups that may be shown. */
function series(
  item: ReportItem,
  breakdown: Breakdown | null,
  locale: Locale,
): { key: string; label: string; figures: ItemFigures }[] {
  const total = totalOf(item);
  const rows = total ? [{ key: "total", label: chartTexts(locale).total, figures: total }] : [];
  if (!breakdown) return rows;
  for (const { group, figures } of groupsOf(item, breakdown)) {
    if (figures) rows.push({ key: `group ${group.code}`, label: textIn(group.label, locale), figures });
  }
  return rows;
}

/** One row per item, the highest first; with a breakdown of a single item one row per group in the breakdown's order. */
export function stackRows(items: ReportItem[], breakdown: Breakdown | null, locale: Locale): StackRow[] {
  const texts = chartTexts(locale);
  const row = (key: string, label: string, item: ReportItem, figures: ItemFigures): StackRow => ({
    key,
    label,
    note:
      figures.mean === null
        ? formatPercent(topShare(figures), locale)
        : `${texts.meanShort} ${formatNumber(figures.mean, locale)}`,
    detail: texts.n(formatCount(figures.base, locale)),
    parts: sharesOf(item, figures).map(({ code, share, n }) => ({ label: textIn(code.label, locale), share, n })),
  });
  const single = items.length === 1 ? items[0] : undefined;
  if (single)
    return series(single, breakdown, locale).map(({ key, label, figures }) => row(key, label, single, figures));
  return items
    .flatMap((item) => {
      const figures = totalOf(item);
      return figures && figures.base > 0 ? [{ item, figures, height: figures.mean ?? topShare(figures) }] : [];
    })
    .sort((a, b) => b.height - a.height)
    .map(({ item, figures }) => row(item.key, textIn(item.label, locale), item, figures));
}

/** One bar per code, the most frequent first. */
export function barRows(item: ReportItem, locale: Locale): BarRow[] {
  const total = totalOf(item);
  if (!total) return [];
  return sharesOf(item, total)
    .map(({ code, share, n }) => ({
      key: code.code,
      label: textIn(code.label, locale),
      share,
      note: formatPercent(share, locale),
      detail: chartTexts(locale).ofBase(formatCount(n, locale), formatCount(total.base, locale)),
    }))
    .sort((a, b) => b.share - a.share);
}

/** One bar per band of a number, in the order of the bands. */
export function bandRows(item: ReportItem, locale: Locale): BarRow[] {
  const order = new Map(validCodes(item).map((code, index) => [code.code, index]));
  return barRows(item, locale).sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

/** One box for everybody and for every group that has quartiles; empty where the release gives none. */
export function boxRows(item: ReportItem, breakdown: Breakdown | null, locale: Locale): BoxRow[] {
  const texts = chartTexts(locale);
  return series(item, breakdown, locale).flatMap(({ key, label, figures }) => {
    const { q1, median, q3, mean } = figures;
    if (q1 === null || median === null || q3 === null) return [];
    const note = `${texts.medianShort} ${formatNumber(median, locale)}`;
    return [{ key, label, note, detail: texts.n(formatCount(figures.base, locale)), q1, median, q3, mean }];
  });
}

/** What is ranked most often comes first; among equals the better mean place. */
export function byRank(a: { n: number; mean: number | null }, b: { n: number; mean: number | null }): number {
  return b.n - a.n || (a.mean ?? 0) - (b.mean ?? 0);
}

/** One row per ranked code with the shares of its places; the best mean place among the often ranked first. */
export function rankRows(item: ReportItem, locale: Locale): StackRow[] {
  const texts = chartTexts(locale);
  const total = totalOf(item);
  if (!total || total.base === 0) return [];
  const places = Array.from({ length: placesOf(item) }, (_, index) => index + 1);
  return validCodes(item)
    .map((code) => ({ code, n: countOf(total, code.code), mean: meanRankOf(total, code.code) }))
    .filter((entry) => entry.n > 0)
    .sort(byRank)
    .map(({ code, n, mean }) => ({
      key: code.code,
      label: textIn(code.label, locale),
      note: mean === null ? "" : `${texts.meanShort} ${formatNumber(mean, locale)}`,
      detail: texts.n(formatCount(n, locale)),
      parts: places.map((place) => {
        const count = countOf(total, code.code, place);
        return { label: texts.place(String(place)), share: count / total.base, n: count };
      }),
    }));
}

/** The place the bars take: above a narrow bar long names need up to three lines. `axis` where a scale stands below. */
export function heightOf(rows: readonly { label: string }[], axis = false): ChartHeight {
  const foot = axis ? 32 : 0;
  const longest = Math.max(0, ...rows.map((row) => row.label.length));
  const narrow = longest > 50 ? 92 : longest > 25 ? 76 : 60;
  return { wide: rows.length * 42 + foot, narrow: rows.length * narrow + foot };
}
