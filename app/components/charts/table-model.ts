import type { Breakdown, ItemFigures, ReportItem } from "#app/domain/figures.ts";
import type { Interval } from "#app/domain/statistics/interval.ts";
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatShares,
  textIn,
} from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { Code } from "#surveys/model.ts";
import { chartTexts } from "./chart-texts.ts";
import {
  countOf,
  countsEntries,
  groupsOf,
  isOpen,
  meanRankOf,
  type Panel,
  placesOf,
  rangeOf,
  totalOf,
  validCodes,
} from "./figure-model.ts";

/** The table twin of a chart: every figure of the panel, formatted. */
export type TableModel = { heads: string[]; rows: { key: string; heads: string[]; cells: string[] }[] };

type Series = { key: string; label: string; figures: ItemFigures };

export function tableFor(panel: Panel, breakdown: Breakdown | null, locale: Locale): TableModel {
  const item = panel.items[0];
  if (!item) return { heads: [], rows: [] };
  if (panel.items.length > 1) return rowsByItem(panel.items, breakdown, locale, "all");
  if (item.scale === "rank" && !breakdown) return rowsByPlace(item, locale);
  return rowsByCode(item, breakdown, locale);
}

/** The same for paper: counts and statistics of a matrix apart, because together they are wider than a page. */
export function tablesOnPaper(panel: Panel, breakdown: Breakdown | null, locale: Locale): TableModel[] {
  if (panel.items.length < 2) return [tableFor(panel, breakdown, locale)];
  return (["counts", "statistics"] as const).map((part) => rowsByItem(panel.items, breakdown, locale, part));
}

/** What the base and the blanks are called: entries where they are counted, and who gave none. */
function countedWords(item: ReportItem, locale: Locale): { base: string; blank: string } {
  const texts = chartTexts(locale);
  return countsEntries(item)
    ? { base: texts.validEntries, blank: texts.withoutEntry }
    : { base: texts.validAnswers, blank: texts.unanswered };
}

function seriesOf(item: ReportItem, breakdown: Breakdown | null, locale: Locale): Series[] {
  const total = totalOf(item);
  const series: Series[] = total ? [{ key: "total", label: chartTexts(locale).total, figures: total }] : [];
  if (!breakdown) return series;
  for (const { group, figures } of groupsOf(item, breakdown)) {
    if (figures) series.push({ key: `group ${group.code}`, label: textIn(group.label, locale), figures });
  }
  return series;
}

type Column = { head: string; cell: (figures: ItemFigures) => string };

/**
 * Items (and groups) downwards, the answers of their common scale across, and what follows from them. On paper that is too
 * wide for one table: `part` gives the counts or the statistics alone.
 */
function rowsByItem(
  items: ReportItem[],
  breakdown: Breakdown | null,
  locale: Locale,
  part: "all" | "counts" | "statistics",
): TableModel {
  const texts = chartTexts(locale);
  const first = items[0]!;
  const words = countedWords(first, locale);
  const hasNet = items.some(({ figures }) => figures.some(({ derived }) => derived.net !== null));
  const codes = validCodes(first).map(
    ({ code, label }): Column => ({
      head: textIn(label, locale),
      cell: (figures) => shareCell(figures, code, locale),
    }),
  );
  const statistics: Column[] = [
    { head: texts.upperEnd, cell: (figures) => upperCell(figures, locale) },
    ...(hasNet ? [{ head: texts.net, cell: (figures: ItemFigures) => netCell(figures, locale) }] : []),
    { head: texts.mean, cell: ({ mean }) => decimalCell(mean, locale) },
    { head: texts.sd, cell: ({ sd }) => decimalCell(sd, locale) },
  ];
  const base: Column = { head: words.base, cell: (figures) => formatCount(figures.base, locale) };
  const apart = [
    ...missingCodes(items).map(
      ({ code, label }): Column => ({
        head: textIn(label, locale),
        cell: (figures) => formatCount(countOf(figures, code), locale),
      }),
    ),
    { head: words.blank, cell: (figures: ItemFigures) => formatCount(figures.unanswered, locale) },
  ];
  const columns = {
    all: [...codes, ...statistics, base, ...apart],
    counts: [...codes, base, ...apart],
    statistics: [...statistics, base],
  }[part];
  return {
    heads: [texts.item, ...(breakdown ? [texts.group] : []), ...columns.map(({ head }) => head)],
    rows: items.flatMap((item) =>
      seriesOf(item, breakdown, locale).map(({ key, label, figures }) => ({
        key: `${item.key} ${key}`,
        heads: [textIn(item.label, locale), ...(breakdown ? [label] : [])],
        cells: columns.map(({ cell }) => cell(figures)),
      })),
    ),
  };
}

/** Answers downwards, everybody (with the range of each share) and the groups across; statistics and missing kinds below. */
function rowsByCode(item: ReportItem, breakdown: Breakdown | null, locale: Locale): TableModel {
  const texts = chartTexts(locale);
  const series = seriesOf(item, breakdown, locale);
  const words = countedWords(item, locale);
  const hasRanges = item.scale !== "rank" && series.some(({ figures }) => figures.derived.ranges.some(isOpen));
  const row = (
    key: string,
    label: string,
    cell: (figures: ItemFigures) => string,
    range: (figures: ItemFigures) => Interval | null = () => null,
  ) => ({
    key,
    heads: [label],
    cells: series.flatMap(({ key: of, figures }) => [
      cell(figures),
      ...(hasRanges && of === "total" ? [rangeCell(range(figures), locale)] : []),
    ]),
  });
  const statistic = (key: "mean" | "sd" | "q1" | "median" | "q3", label: string) =>
    series.some(({ figures }) => figures[key] !== null)
      ? [
          row(key, label, (figures) => {
            const value = figures[key];
            if (key === "mean" || key === "sd") return decimalCell(value, locale);
            return value === null ? "–" : formatQuantity(value, locale);
          }),
        ]
      : [];
  const upper = series.some(({ figures }) => figures.derived.top)
    ? [
        row(
          "upper",
          texts.upperEnd,
          ({ derived }) => (derived.top?.share == null ? "–" : formatPercent(derived.top.share, locale)),
          ({ derived }) => derived.top?.range ?? null,
        ),
      ]
    : [];
  const net = series.some(({ figures }) => figures.derived.net !== null)
    ? [row("net", texts.net, (figures) => netCell(figures, locale))]
    : [];
  const ranked = (code: Code) => (figures: ItemFigures) => {
    const mean = meanRankOf(figures, code.code);
    return mean === null ? "–" : `${formatNumber(mean, locale)} (${formatCount(countOf(figures, code.code), locale)})`;
  };
  return {
    heads: [
      item.scale === "rank" ? texts.meanRank : texts.answer,
      ...series.flatMap(({ key, label }) => [label, ...(hasRanges && key === "total" ? [texts.range] : [])]),
    ],
    rows: [
      ...validCodes(item).map((code) =>
        row(
          `code ${code.code}`,
          textIn(code.label, locale),
          item.scale === "rank" ? ranked(code) : (figures) => shareCell(figures, code.code, locale),
          item.scale === "rank" ? undefined : (figures) => rangeOf(figures, code.code),
        ),
      ),
      ...upper,
      ...net,
      ...statistic("q1", texts.lowerQuartile),
      ...statistic("median", texts.median),
      ...statistic("q3", texts.upperQuartile),
      ...statistic("mean", texts.mean),
      ...statistic("sd", texts.sd),
      row("base", words.base, (figures) => formatCount(figures.base, locale)),
      ...missingCodes([item]).map((code) =>
        row(`missing ${code.code}`, textIn(code.label, locale), (figures) =>
          formatCount(countOf(figures, code.code), locale),
        ),
      ),
      row("unanswered", words.blank, (figures) => formatCount(figures.unanswered, locale)),
    ],
  };
}

/** Ranked codes downwards, places across. */
function rowsByPlace(item: ReportItem, locale: Locale): TableModel {
  const texts = chartTexts(locale);
  const total = totalOf(item);
  const places = Array.from({ length: placesOf(item) }, (_, index) => index + 1);
  return {
    heads: [texts.answer, ...places.map((place) => texts.place(String(place))), texts.meanRank, texts.count],
    rows: total
      ? validCodes(item).map((code) => {
          const mean = meanRankOf(total, code.code);
          return {
            key: code.code,
            heads: [textIn(code.label, locale)],
            cells: [
              ...places.map((place) => shareCell(total, code.code, locale, place)),
              mean === null ? "–" : formatNumber(mean, locale),
              formatCount(countOf(total, code.code), locale),
            ],
          };
        })
      : [],
  };
}

function shareCell(figures: ItemFigures, code: string, locale: Locale, rank?: number): string {
  const n = countOf(figures, code, rank);
  const share = figures.base > 0 ? n / figures.base : 0;
  return `${formatPercent(share, locale)} (${formatCount(n, locale)})`;
}

/** Share and range of the upper end in one cell. */
function upperCell({ derived: { top } }: ItemFigures, locale: Locale): string {
  if (!top || top.share === null) return "–";
  const share = formatPercent(top.share, locale);
  return top.range && isOpen(top.range) ? `${share} (${formatShares(top.range, locale)})` : share;
}

const netCell = ({ derived }: ItemFigures, locale: Locale): string =>
  derived.net === null ? "–" : formatPoints(derived.net, locale);

const decimalCell = (value: number | null, locale: Locale): string =>
  value === null ? "–" : formatNumber(value, locale);

const rangeCell = (range: Interval | null, locale: Locale): string =>
  range && isOpen(range) ? formatShares(range, locale) : "";

function missingCodes(items: ReportItem[]): Code[] {
  const found = new Map<string, Code>();
  for (const item of items) for (const code of item.codes) if (code.missing) found.set(code.code, code);
  return [...found.values()];
}
