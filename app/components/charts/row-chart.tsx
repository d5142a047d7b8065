import type { ReactElement, ReactNode } from "react";
import { BarChart, Tooltip, XAxis, YAxis } from "recharts";
import { BAR, ChartTip, chartMargin, RowName, type TipLine } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";

/** What every row of a chart has: its key, its name, and the words of its figure. */
type Named = { key: string; label: string; note: string; detail?: string };

type RowChartProps<Row extends Named> = {
  rows: Row[];
  size: ChartSize;
  /** the values that a `Bar` draws, by its `dataKey` */
  values: (row: Row) => Record<string, number | [number, number]>;
  /** where the bars begin and end; or an axis that is seen */
  domain: [number, number] | ReactElement;
  /** what the pointer is told about a row */
  tip: (row: Row) => TipLine[];
  /** parts below zero go to the left instead of being taken away */
  diverging?: boolean;
  /** the bars */
  children: ReactNode;
};

/** The frame of all charts with one row per item or group: names at the left, figures at the right, bars between. */
export function RowChart<Row extends Named>({
  rows,
  size,
  values,
  domain,
  tip,
  diverging,
  children,
}: RowChartProps<Row>) {
  return (
    <BarChart
      width={size.width}
      height={size.height}
      data={rows.map((row) => ({ key: row.key, row, ...values(row) }))}
      layout="vertical"
      stackOffset={diverging ? "sign" : "none"}
      margin={chartMargin(size)}
      barSize={BAR}
      accessibilityLayer={false}
    >
      {Array.isArray(domain) ? <XAxis type="number" hide domain={domain} /> : domain}
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
          const row = (payload?.[0]?.payload as { row?: Row } | undefined)?.row;
          return row ? <ChartTip title={row.label} lines={tip(row)} /> : null;
        }}
      />
      {children}
    </BarChart>
  );
}
