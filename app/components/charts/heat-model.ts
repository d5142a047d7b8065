import type { Breakdown, ItemFigures, ReportItem } from "#app/domain/figures.ts";
import { formatCount, formatList, formatNumber, formatPercent, formatQuantity, quote, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import { chartTexts } from "./chart-texts.ts";
import {
  countOf,
  countsEntries,
  groupsOf,
  meanRankOf,
  placesOf,
  topCodes,
  topShare,
  totalOf,
  validCodes,
} from "./figure-model.ts";
import { stepOf } from "./palette.ts";

/** A value with its words and its colour step; `empty` where nobody gave one; null where it may not be shown. */
type HeatCell =
  | {
      value: number;
      text: string;
      /** what stands below it, small: counts */
      detail?: string;
      /** 0 has no colour */
      step: 0 | 1 | 2 | 3 | 4 | 5;
      /** rests on few answers: no sentence is made of it */
      few?: boolean;
    }
  | "empty"
  | null;

/** A mean place that fewer have given is shown, but says nothing about the group. */
const FEW_BELOW = 5;

type HeatRow = { key: string; label: string; cells: HeatCell[] };

/** A table of coloured values: rows × groups. `div` goes from lacking to good, `seq` from much to little. */
export type HeatModel = {
  scale: "div" | "seq";
  /** what the values are */
  key: string;
  columns: { key: string; label: string; n: string }[];
  rows: HeatRow[];
  /** labels of groups without a single figure */
  hidden: string[];
};

type Column = { key: string; label: string; n: number; figures: (item: ReportItem) => ItemFigures | undefined };

/** Items of one ordered scale × groups: the mean where every group has one, else the share of the upper end. */
export function ordinalHeat(items: ReportItem[], breakdown: Breakdown, locale: Locale, polarity: Polarity): HeatModel {
  const { columns, hidden } = columnsOf(items, breakdown, locale);
  const first = items[0];
  const shown = items
    .flatMap((item) => columns.map((column) => column.figures(item)))
    .filter((figures) => figures !== undefined);
  const byMean = shown.every((figures) => figures.mean !== null);
  const numbers = first ? validCodes(first).map((code, index) => code.number ?? index + 1) : [];
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const texts = chartTexts(locale);
  return {
    scale: polarity === "neutral" ? "seq" : "div",
    key: byMean
      ? texts.heatKeyMean(formatQuantity(low, locale), formatQuantity(high, locale))
      : texts.heatKeyTop(first ? topLabels(first, locale) : ""),
    columns: heads(columns, locale),
    hidden,
    rows: items.map((item) => ({
      key: item.key,
      label: textIn(item.label, locale),
      cells: columns.map((column) => {
        const figures = column.figures(item);
        if (!figures) return null;
        const value = byMean ? (figures.mean as number) : topShare(figures);
        const step = byMean ? stepOf(value, low, high) : stepOf(value, 0, 1);
        // On the ramp of `seq` the first step is the strongest.
        return {
          value,
          text: byMean ? formatNumber(value, locale) : formatPercent(value, locale),
          step: polarity === "high-good" ? step : turned(step),
        };
      }),
    })),
  };
}

/** Codes of one item × groups: the share of each code in each group. */
export function choiceHeat(item: ReportItem, breakdown: Breakdown, locale: Locale): HeatModel {
  const { columns, hidden } = columnsOf([item], breakdown, locale);
  const rows = validCodes(item).map((code) => ({
    code,
    values: columns.map((column) => {
      const figures = column.figures(item);
      return figures && figures.base > 0 ? countOf(figures, code.code) / figures.base : undefined;
    }),
  }));
  const high = Math.max(0.01, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
  return {
    scale: "seq",
    key: countsEntries(item) ? chartTexts(locale).heatKeyShareEntries : chartTexts(locale).heatKeyShare,
    columns: heads(columns, locale),
    hidden,
    rows: rows.map(({ code, values }) => ({
      key: code.code,
      label: textIn(code.label, locale),
      cells: values.map((value) =>
        value === undefined
          ? null
          : { value, text: formatPercent(value, locale), step: turned(stepOf(value, 0, high)) },
      ),
    })),
  };
}

/** Codes of a ranking × groups: the mean place. */
export function rankHeat(item: ReportItem, breakdown: Breakdown, locale: Locale): HeatModel {
  const { columns, hidden } = columnsOf([item], breakdown, locale);
  const places = placesOf(item);
  return {
    scale: "seq",
    key: chartTexts(locale).heatKeyRank,
    columns: heads(columns, locale),
    hidden,
    rows: validCodes(item).map((code) => ({
      key: code.code,
      label: textIn(code.label, locale),
      cells: columns.map((column) => {
        const figures = column.figures(item);
        if (!figures) return null;
        const value = meanRankOf(figures, code.code);
        return value === null
          ? "empty"
          : {
              value,
              text: formatNumber(value, locale),
              step: stepOf(value, 1, places),
              few: countOf(figures, code.code) < FEW_BELOW,
            };
      }),
    })),
  };
}

function columnsOf(items: ReportItem[], breakdown: Breakdown, locale: Locale): { columns: Column[]; hidden: string[] } {
  const hidden: string[] = [];
  const columns: Column[] = [
    {
      key: "total",
      label: chartTexts(locale).total,
      n: Math.max(0, ...items.map((item) => totalOf(item)?.base ?? 0)),
      figures: totalOf,
    },
  ];
  breakdown.groups.forEach((group, index) => {
    const figures = (item: ReportItem) => groupsOf(item, breakdown)[index]?.figures;
    const label = textIn(group.label, locale);
    const n = Math.max(0, ...items.map((item) => figures(item)?.base ?? 0));
    if (items.some((item) => figures(item))) columns.push({ key: group.code, label, n, figures });
    else hidden.push(label);
  });
  return { columns, hidden };
}

function heads(columns: Column[], locale: Locale): HeatModel["columns"] {
  const texts = chartTexts(locale);
  return columns.map(({ key, label, n }) => ({ key, label, n: texts.n(formatCount(n, locale)) }));
}

function turned(step: 1 | 2 | 3 | 4 | 5): 1 | 2 | 3 | 4 | 5 {
  return (6 - step) as 1 | 2 | 3 | 4 | 5;
}

/** The names of the upper end: „ziemlich wichtig“ oder „sehr wichtig“. */
export function topLabels(item: ReportItem, locale: Locale): string {
  const labels = topCodes(item).map((code) => quote(textIn(code.label, locale), locale));
  return labels.length === 2 ? `${labels[0]} ${chartTexts(locale).or} ${labels[1]}` : formatList(labels, locale);
}
