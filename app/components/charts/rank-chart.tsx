import { Bar, BarChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatPercent } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { BAR, ChartTip, chartMargin, RowName } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";
import { sequentialPaint } from "./palette.ts";
import type { StackRow } from "./row-model.ts";
import { Segment } from "./segment.tsx";

type RankChartProps = { rows: StackRow[]; size: ChartSize; locale: Locale };

/** Per code the shares of places 1 to k, the first place strongest; the bar's length is how many ranked it at all. */
export default function RankChart({ rows, size, locale }: RankChartProps) {
  const places = rows[0]?.parts.length ?? 0;
  const longest = Math.max(0.01, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.share, 0)));
  const data = rows.map((row) => ({
    key: row.key,
    row,
    ...Object.fromEntries(row.parts.map((part, index) => [`place${index}`, part.share])),
  }));
  return (
    <BarChart
      width={size.width}
      height={size.height}
      data={data}
      layout="vertical"
      margin={chartMargin(size)}
      barSize={BAR}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, longest]} />
      <YAxis
        type="category"
        dataKey="key"
        width={1}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ y, index }: { y: number | string; index: number }) => {
          const row = rows[index];
          return row ? (
            <RowName size={size} y={Number(y)} label={row.label} note={row.note} detail={row.detail} />
          ) : (
            <g />
          );
        }}
      />
      <Tooltip
        cursor={{ fill: "var(--paper)" }}
        isAnimationActive={false}
        content={({ payload }) => {
          const row = (payload?.[0]?.payload as { row?: StackRow } | undefined)?.row;
          if (!row) return null;
          return (
            <ChartTip
              title={row.label}
              lines={row.parts.map((part, index) => ({
                label: part.label,
                value: `${formatPercent(part.share, locale)} (${part.n})`,
                fill: sequentialPaint(index, places).fill,
              }))}
            />
          );
        }}
      />
      {Array.from({ length: places }, (_, index) => {
        const paint = sequentialPaint(index, places);
        return (
          <Bar
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
            key={index}
            dataKey={`place${index}`}
            stackId="places"
            fill={paint.fill}
            isAnimationActive={false}
            shape={(shape: unknown) => (
              <Segment
                shape={shape}
                paint={paint}
                text={(row) => formatPercent((row as { row: StackRow }).row.parts[index]?.share ?? 0, locale)}
                align="middle"
              />
            )}
          />
        );
      })}
    </BarChart>
  );
}
