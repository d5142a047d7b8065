import { Bar } from "recharts";
import type { ChartSize } from "./chart-slot.tsx";
import { RowChart } from "./row-chart.tsx";
import type { BarRow } from "./row-model.ts";

type ChoiceChartProps = { rows: BarRow[]; size: ChartSize; texts: { share: string; count: string } };

/** Horizontal bars on a track that stands for everybody. Share and count stand at the bar. */
export default function ChoiceChart({ rows, size, texts }: ChoiceChartProps) {
  return (
    <RowChart
      rows={rows}
      size={size}
      values={(row) => ({ share: row.share })}
      domain={[0, 1]}
      tip={(row) => [
        { label: texts.share, value: row.note },
        { label: texts.count, value: row.detail },
      ]}
    >
      <Bar
        dataKey="share"
        fill="var(--bar)"
        isAnimationActive={false}
        background={{ fill: "var(--bar-track)" }}
        radius={[0, 3, 3, 0]}
      />
    </RowChart>
  );
}
