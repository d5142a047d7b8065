import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatPercent } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { ChartTip } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";

/** One point of the profile; shares from 0 to 1, null where there is none. */
export type ProfileRow = { label: string; own: number | null; average: number | null; before: number | null };

type ProfileChartProps = {
  rows: ProfileRow[];
  size: ChartSize;
  locale: Locale;
  names: { own: string; average: string; before?: string };
};

const TICK = { fill: "var(--ink-2)", fontSize: 13 };
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** Points downwards, shares across: one line for the field, one for the mean, dashed for the wave before. */
export default function ProfileChart({ rows, size, locale, names }: ProfileChartProps) {
  const format = (value: number) => formatPercent(value, locale);
  const steady = { isAnimationActive: false, type: "linear", activeDot: false } as const;
  return (
    <LineChart
      layout="vertical"
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ top: 8, right: 36, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--line)" />
      <XAxis
        type="number"
        domain={[0, 1]}
        ticks={MARKS}
        tickFormatter={format}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--line-strong)" }}
      />
      <YAxis
        type="category"
        dataKey="label"
        tick={{ ...TICK, fill: "var(--ink)" }}
        tickLine={false}
        axisLine={false}
        width={size.narrow ? 104 : 150}
        padding={{ top: 22, bottom: 22 }}
      />
      <Tooltip
        cursor={{ stroke: "var(--line-strong)" }}
        isAnimationActive={false}
        content={({ payload }) => {
          const row = payload?.[0]?.payload as ProfileRow | undefined;
          if (!row) return null;
          const line = (key: "own" | "average" | "before") => {
            const [name, value] = [names[key], row[key]];
            return name !== undefined && value !== null ? [{ label: name, value: format(value) }] : [];
          };
          return <ChartTip title={row.label} lines={[...line("own"), ...line("average"), ...line("before")]} />;
        }}
      />
      {names.before ? (
        <Line
          {...steady}
          dataKey="before"
          stroke="var(--div-4)"
          strokeWidth={2}
          strokeDasharray="2 4"
          dot={{ r: 4, fill: "var(--card)", stroke: "var(--div-4)", strokeWidth: 2, strokeDasharray: "none" }}
        />
      ) : null}
      <Line
        {...steady}
        dataKey="average"
        stroke="var(--ink-2)"
        strokeWidth={2}
        strokeDasharray="7 5"
        dot={{ r: 3, fill: "var(--ink-2)", strokeWidth: 0 }}
      />
      <Line
        {...steady}
        dataKey="own"
        stroke="var(--accent)"
        strokeWidth={3}
        dot={{ r: 6, fill: "var(--accent)", strokeWidth: 0 }}
        label={<ShareLabel format={format} />}
      />
    </LineChart>
  );
}

type ShareLabelProps = { x?: number; y?: number; value?: number | null; format: (value: number) => string };

/** The share of the field at its point. */
function ShareLabel({ x = 0, y = 0, value, format }: ShareLabelProps) {
  if (typeof value !== "number") return null;
  return (
    // A rim in the colour of the card keeps it readable where the line passes.
    <text
      x={x}
      y={y - 12}
      textAnchor="middle"
      className="chart__figure"
      stroke="var(--card)"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {format(value)}
    </text>
  );
}
