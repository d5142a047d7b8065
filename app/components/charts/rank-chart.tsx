import { Bar } from "recharts";
import { formatPercent } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { ChartSize } from "./chart-slot.tsx";
import { sequentialPaint } from "./palette.ts";
import { RowChart } from "./row-chart.tsx";
import type { StackRow } from "./row-model.ts";
import { Segment } from "./segment.tsx";

type RankChartProps = { rows: StackRow[]; size: ChartSize; locale: Locale };

/** Per code the shares of places 1 to k, the first place strongest; the bar's length is how many ranked it at all. */
export default function RankChart({ rows, size, locale }: RankChartProps) {
  const places = rows[0]?.parts.length ?? 0;
  const longest = Math.max(0.01, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.share, 0)));
  return (
    <RowChart
      rows={rows}
      size={size}
      values={(row) => Object.fromEntries(row.parts.map((part, index) => [`place${index}`, part.share]))}
      domain={[0, longest]}
      tip={(row) =>
        row.parts.map((part, index) => ({
          label: part.label,
          value: `${formatPercent(part.share, locale)} (${part.n})`,
          fill: sequentialPaint(index, places).fill,
        }))
      }
    >
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
    </RowChart>
  );
}
