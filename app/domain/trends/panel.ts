import { BEFORE, NOW } from "../disclosure/withholding.ts";
import type { Breakdown, ItemFigures } from "../figures.ts";
import type { Line } from "./follow-items.ts";

/** What a release says of the projects that answered in the wave before as well: its groups, and figures of both waves. */
export type PanelReport = { breakdown: Breakdown; items: { key: string; figures: ItemFigures[] }[] };

/** One wave of the panel: everything in it has noise. */
export type PanelPoint = { value: number; base: number; mean: number | null };

/** From the wave before to this one, of the same projects. */
export type PanelChange = { before: PanelPoint; after: PanelPoint };

/**
 * How a line of the newest wave changed among those who answered both times; `withheld` where the rule hides it. Null where
 * there is no panel at all, where the line is broken, and of means and places, which a panel does not have.
 */
export function panelChange(line: Omit<Line, "panel">, panel: PanelReport | null): PanelChange | "withheld" | null {
  if (!panel || !line.differences.at(-1) || (line.measure !== "top" && line.measure !== "share")) return null;
  const figures = panel.items.find(({ key }) => key === line.item.key)?.figures ?? [];
  const pointOf = (group: string): PanelPoint | null => {
    const figure = figures.find((one) => one.group === group);
    const value = figure && shareIn(figure, line);
    return figure && value !== null && value !== undefined ? { value, base: figure.base, mean: figure.mean } : null;
  };
  const [before, after] = [pointOf(BEFORE), pointOf(NOW)];
  return before && after ? { before, after } : "withheld";
}

function shareIn({ base, counts, derived }: ItemFigures, { measure, code }: Pick<Line, "measure" | "code">) {
  if (measure === "top") return derived.top?.share ?? null;
  if (base === 0) return null;
  return counts.reduce((sum, one) => sum + (one.code === code?.code ? one.n : 0), 0) / base;
}
