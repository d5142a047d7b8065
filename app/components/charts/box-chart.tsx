import { Bar, CartesianGrid, XAxis } from "recharts";
import { formatQuantity } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { BAR, chartMargin } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";
import { RowChart } from "./row-chart.tsx";
import type { BoxRow } from "./row-model.ts";

type BoxChartProps = {
  rows: BoxRow[];
  size: ChartSize;
  locale: Locale;
  texts: { lowerQuartile: string; median: string; upperQuartile: string; mean: string };
};

/** Boxes from quartile to quartile with median and mean. No whiskers: a release gives no smallest or largest value. */
export default function BoxChart({ rows, size, locale, texts }: BoxChartProps) {
  const values = rows.flatMap((row) => [row.q1, row.q3, row.mean ?? row.median]);
  const low = Math.min(0, ...values);
  const ticks = ticksFor(low, Math.max(...values), size.narrow ? 4 : 6);
  const high = ticks[ticks.length - 1]!;
  const margin = chartMargin(size);
  const plot = size.width - margin.left - margin.right - 1;
  const start = ticks[0]!;
  const at = (value: number) => margin.left + 1 + ((value - start) / (high - start)) * plot;
  const line = (label: string, value: number | null) =>
    value === null ? [] : [{ label, value: formatQuantity(value, locale) }];
  return (
    <RowChart
      rows={rows}
      size={size}
      values={(row) => ({ range: [row.q1, row.q3] })}
      domain={
        <XAxis
          type="number"
          domain={[start, high]}
          ticks={ticks}
          tickFormatter={(value: number) => formatQuantity(value, locale)}
          axisLine={false}
          tickLine={false}
          tick={{ fill: "var(--ink-2)", fontSize: 13 }}
        />
      }
      tip={(row) => [
        ...line(texts.lowerQuartile, row.q1),
        ...line(texts.median, row.median),
        ...line(texts.upperQuartile, row.q3),
        ...line(texts.mean, row.mean),
      ]}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <Bar
        dataKey="range"
        fill="var(--div-4)"
        isAnimationActive={false}
        shape={(shape: unknown) => {
          const { y = 0, height = BAR, payload } = shape as { y?: number; height?: number; payload?: { row: BoxRow } };
          const row = payload?.row;
          if (!row) return <g />;
          const middle = y + height / 2;
          const mean = row.mean === null ? null : at(row.mean);
          return (
            <g>
              <rect
                x={at(row.q1)}
                y={y}
                width={Math.max(2, at(row.q3) - at(row.q1))}
                height={height}
                rx={3}
                fill="var(--accent-soft)"
                stroke="var(--accent)"
              />
              <line
                x1={at(row.median)}
                x2={at(row.median)}
                y1={y - 3}
                y2={y + height + 3}
                stroke="var(--accent)"
                strokeWidth={3}
              />
              {mean === null ? null : (
                <path
                  d={`M${mean} ${middle - 6}l6 6l-6 6l-6-6z`}
                  fill="var(--ink)"
                  stroke="var(--card)"
                  strokeWidth={1.5}
                />
              )}
            </g>
          );
        }}
      />
    </RowChart>
  );
}

/** Round marks (1, 2 or 5 times a power of ten) from `low` to past `high`, about `count` of them. */
function ticksFor(low: number, high: number, count: number): number[] {
  const raw = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10) * power;
  const first = Math.floor(low / step);
  const steps = Math.max(1, Math.floor(high / step) + 1 - first);
  return Array.from({ length: steps + 1 }, (_, index) => (first + index) * step);
}
