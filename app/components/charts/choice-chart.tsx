import { Bar, BarChart, Tooltip, XAxis, YAxis } from "recharts";
import { BAR, ChartTip, chartMargin, RowName } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";
import type { BarRow } from "./row-model.ts";

type ChoiceChartProps = { rows: BarRow[]; size: ChartSize; texts: { share: string; count: string } };

/** Horizontal bars on a track that stands for everybody. Share and count stand at the bar. */
export default function ChoiceChart({ rows, size, texts }: ChoiceChartProps) {
  return (
    <BarChart
      width={size.width}
      height={size.height}
      data={rows.map((row) => ({ ...row, row }))}
      layout="vertical"
      margin={chartMargin(size)}
      barSize={BAR}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, 1]} />
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
          const row = (payload?.[0]?.payload as { row?: BarRow } | undefined)?.row;
          if (!row) return null;
          return (
            <ChartTip
              title={row.label}
              lines={[
                { label: texts.share, value: row.note },
                { label: texts.count, value: row.detail },
              ]}
            />
          );
        }}
      />
      <Bar
        dataKey="share"
        fill="var(--bar)"
        isAnimationActive={false}
        background={{ fill: "var(--bar-track)" }}
        radius={[0, 3, 3, 0]}
      />
    </BarChart>
  );
}
