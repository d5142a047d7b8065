import { lazy } from "react";
import type { GoalView } from "../../domain/goals/view.ts";
import { formatNumber, formatPercent } from "../../format.ts";
import { ChartSlot } from "../charts/chart-slot.tsx";
import { FigureTable } from "../charts/figure-table.tsx";
import { useLocale, useTexts } from "../texts.ts";

const GoalChart = lazy(() => import("../charts/goal-chart.tsx"));

const HEIGHTS = { small: { wide: 170, narrow: 170 }, large: { wide: 320, narrow: 240 } };

type GoalPathProps = {
  goal: GoalView;
  /** large charts can be saved as pictures */
  size: "small" | "large";
};

/** The chart of a goal's path, with its table. */
export function GoalPathFigure({ goal, size }: GoalPathProps) {
  const t = useTexts().goals;
  const locale = useLocale();
  const { words, unit, path } = goal;
  if (path.points.length === 0) return null;
  const format = (value: number) =>
    unit === "share" ? formatPercent(value, locale) : formatNumber(value, locale, unit === "mean" ? 1 : 0);
  const picture = size === "large" ? { picture: { title: words.title, locale, note: words.aim } } : {};
  return (
    <>
      <ChartSlot height={HEIGHTS[size]} label={words.chart} {...picture}>
        {(box) => (
          <GoalChart
            path={path}
            size={box}
            format={format}
            texts={{ target: t.chart.target(words.target), value: t.chart.value }}
          />
        )}
      </ChartSlot>
      <FigureTable
        printed={size === "large"}
        toggle={t.table.toggle}
        caption={t.table.caption(words.title)}
        table={{
          heads: Object.values(t.table.heads),
          rows: words.points.map(({ releaseId, wave, end, value, range, path: line, base }) => ({
            key: releaseId,
            heads: [wave],
            cells: [end, value, range, line, base],
          })),
        }}
      />
    </>
  );
}
