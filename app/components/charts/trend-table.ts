import type { Line, Point } from "#app/domain/trends/follow-items.ts";
import type { PanelPoint } from "#app/domain/trends/panel.ts";
import { formatCount, formatNumber, formatPoints, formatShares, textIn } from "#app/format.ts";
import type { Locale, Texts } from "#app/locales/index.ts";
import type { Text } from "#surveys/model.ts";
import { isOpen } from "./figure-model.ts";
import { topLabels } from "./heat-model.ts";
import type { TableModel } from "./table-model.ts";
import { valueInWords } from "./trend-model.ts";

/** The table twin of lines over the waves: every figure with its base and range, the last difference and its test. */
export function trendTable(
  lines: readonly { line: Line; label: Text }[],
  waves: readonly string[],
  texts: Texts["trends"],
  locale: Locale,
): TableModel {
  const t = texts.table;
  const isByCode = lines[0]?.line.code !== null;
  const hasPanel = lines.some(({ line }) => line.panel !== null);
  return {
    heads: [
      isByCode ? t.answer : t.item,
      t.measure,
      ...waves,
      ...(waves.length > 1 ? [t.change(waves.at(-2) ?? ""), t.test] : []),
      ...(hasPanel ? [texts.panel.head] : []),
    ],
    rows: lines.flatMap(({ line, label }) => {
      const heads = (measure: string) => [textIn(label, locale), measure];
      const rows = [
        {
          key: line.key,
          heads: heads(measureInWords(line, texts, locale)),
          cells: [
            ...line.points.map((point) => (point ? cellOf(point, line, t, locale) : "–")),
            changeCell(line, t, locale),
            texts.words[line.differences.at(-1)?.word ?? "none"],
            ...(hasPanel
              ? [panelCell(line, texts, locale, ({ value }) => valueInWords(value, line.measure, locale))]
              : []),
          ],
        },
      ];
      if (line.measure !== "top" || line.points.every((point) => !point || point.mean === null)) return rows;
      const mean = ({ mean: one }: PanelPoint) => (one === null ? "–" : formatNumber(one, locale));
      const cells = [...meanCells(line, texts, locale), ...(hasPanel ? [panelCell(line, texts, locale, mean)] : [])];
      return [...rows, { key: `${line.key} mean`, heads: heads(texts.measures.mean), cells }];
    }),
  };
}

function measureInWords({ measure, item }: Line, { measures }: Texts["trends"], locale: Locale): string {
  return measure === "top" ? measures.top(topLabels(item, locale)) : measures[measure];
}

/** "52 % (43–61 %), 48 von 92" */
function cellOf(
  { value, range, n, base }: Point,
  { measure }: Line,
  t: Texts["trends"]["table"],
  locale: Locale,
): string {
  const count = (one: number) => formatCount(one, locale);
  const shown = valueInWords(value, measure, locale);
  if (measure === "mean") return `${shown} (${t.answers(count(base))})`;
  if (measure === "place") return `${shown} (${t.mentions(count(n ?? 0))})`;
  const spread = range && isOpen(range) ? ` (${formatShares(range, locale)})` : "";
  return `${shown}${spread}, ${t.of(count(n ?? 0), count(base))}`;
}

/** "erst etwa 41 %, jetzt etwa 47 % (n etwa 57)" */
function panelCell(
  { panel }: Line,
  { panel: t }: Texts["trends"],
  locale: Locale,
  say: (point: PanelPoint) => string,
): string {
  if (panel === null) return "–";
  if (panel === "withheld") return t.withheldCell;
  return t.cell(say(panel.before), say(panel.after), formatCount(panel.after.base, locale));
}

function changeCell({ measure, steps, differences }: Line, t: Texts["trends"]["table"], locale: Locale): string {
  const difference = differences.at(-1);
  if (!difference) return steps.at(-1) === "recoded" ? t.recoded : "–";
  return measure === "top" || measure === "share" ? formatPoints(difference.by, locale) : signed(difference.by, locale);
}

function meanCells({ points, differences }: Line, { table: t, words }: Texts["trends"], locale: Locale): string[] {
  const means = points.map((point) => point?.mean ?? null);
  const [before = null, after = null] = means.slice(-2);
  const difference = differences.at(-1);
  const isComparable = difference && before !== null && after !== null;
  return [
    ...means.map((mean, i) =>
      mean === null ? "–" : `${formatNumber(mean, locale)} (${t.answers(formatCount(points[i]?.base ?? 0, locale))})`,
    ),
    isComparable ? signed(after - before, locale) : "–",
    words[difference?.meanWord ?? "none"],
  ];
}

/** "+0,3", "−0,3", "0,0" */
function signed(value: number, locale: Locale): string {
  const shown = formatNumber(Math.abs(value), locale);
  if (Number(shown.replace(",", ".")) === 0) return shown;
  return `${value > 0 ? "+" : "−"}${shown}`;
}
