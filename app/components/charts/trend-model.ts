import type { Line, Measure, Point } from "#app/domain/trends/follow-items.ts";
import { formatNumber, formatPercent, formatQuantity, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { Text } from "#surveys/model.ts";
import type { ChartHeight } from "./chart-slot.tsx";

/** Lines over the waves as small multiples, with every word already formatted. */

export type TrendDot = { value: number; text: string; low: number; high: number; isReworded: boolean };

export type TrendTile = {
  key: string;
  label: string;
  /** by wave; null where there is nothing */
  dots: (TrendDot | null)[];
  /** by wave, how it hangs together with the wave before */
  joins: ("line" | "break" | "none")[];
  /** between the last two waves: values of those who answered both times */
  panel: { before: number; after: number } | null;
};

/** All tiles of a drawing share one scale, so that heights can be compared. */
export type TrendModel = {
  tiles: TrendTile[];
  waves: string[];
  low: number;
  high: number;
  /** rank 1 is at the top */
  isTurned: boolean;
};

export function trendModel(
  lines: readonly { line: Line; label: Text }[],
  waves: readonly string[],
  locale: Locale,
): TrendModel {
  const measure = lines[0]?.line.measure ?? "share";
  const tiles = lines.map(({ line, label }): TrendTile => {
    const dots = line.points.map((point, i) => point && dotOf(point, line.steps[i] === "reworded", measure, locale));
    const joins = line.steps.map((step, i) => (step === "recoded" ? "break" : step && dots[i - 1] ? "line" : "none"));
    const { panel: change } = line;
    const panel =
      change === null || change === "withheld" ? null : { before: change.before.value, after: change.after.value };
    return { key: line.key, label: textIn(label, locale), dots, joins, panel };
  });
  const ends = tiles.flatMap(({ dots, panel }) => [
    ...dots.flatMap((dot) => (dot ? [dot.low, dot.high] : [])),
    ...(panel ? [panel.before, panel.after] : []),
  ]);
  return { tiles, waves: [...waves], isTurned: measure === "place", ...scaleAround(ends, measure) };
}

function dotOf({ value, range }: Point, isReworded: boolean, measure: Measure, locale: Locale): TrendDot {
  return {
    value,
    text: valueInWords(value, measure, locale),
    low: range?.low ?? value,
    high: range?.high ?? value,
    isReworded,
  };
}

export function valueInWords(value: number, measure: Measure, locale: Locale): string {
  return measure === "top" || measure === "share" ? formatPercent(value, locale) : formatNumber(value, locale);
}

/** An end of the scale. */
export function endInWords(value: number, measure: Measure, locale: Locale): string {
  return measure === "top" || measure === "share" ? formatPercent(value, locale) : formatQuantity(value, locale);
}

const TENTH = 0.1;

/** Whole tenths around shares, whole places, and round numbers around means. */
function scaleAround(ends: readonly number[], measure: Measure): { low: number; high: number } {
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (measure === "place") return { low: 1, high: Math.max(2, Math.ceil(most)) };
  const step = measure === "mean" ? 10 ** Math.floor(Math.log10(Math.max(1, most - least))) : TENTH;
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.ceil(most / step - 1e-9) * step;
  return { low, high: high > low ? high : low + step };
}

/** Measures of a tile in px. */
export const TILE = { plot: 76, waves: 24, line: 19, gap: 20, side: 52 };

export type TrendGrid = { columns: number; labelLines: number };

/** Up to three tiles beside each other, in a narrow box one. */
export function gridOf({ tiles }: TrendModel, narrow: boolean): TrendGrid {
  const longest = Math.max(0, ...tiles.map(({ label }) => label.length));
  const columns = narrow ? 1 : Math.min(3, tiles.length);
  const [short, middle] = narrow ? [34, 68] : columns === 3 ? [24, 50] : [40, 80];
  return { columns, labelLines: longest === 0 ? 0 : longest <= short ? 1 : longest <= middle ? 2 : 3 };
}

export const tileHeight = ({ labelLines }: TrendGrid): number => labelLines * TILE.line + 14 + TILE.plot + TILE.waves;

export function trendHeight(model: TrendModel): ChartHeight {
  const height = (narrow: boolean) => {
    const grid = gridOf(model, narrow);
    const rows = Math.ceil(model.tiles.length / grid.columns);
    return rows * tileHeight(grid) + (rows - 1) * TILE.gap;
  };
  return { wide: height(false), narrow: height(true) };
}
