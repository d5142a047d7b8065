import { CartesianGrid, ErrorBar, LabelList, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import type { GoalPath } from "#app/domain/goals/view.ts";
import { ChartTip } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";

type GoalChartProps = {
  path: GoalPath;
  size: ChartSize;
  texts: { target: string; value: string };
  format: (value: number) => string;
};

const TICK = { fill: "var(--ink-2)", fontSize: 13 };
const YEAR_MS = 365.25 * 86_400_000;
/** More marks than these crowd the axis. */
const MARKS = 5;

/** Values by wave, the target as a line, and the straight path to it. */
export default function GoalChart({ path, size, texts, format }: GoalChartProps) {
  const { points, target, due, turns } = path;
  const first = points[0];
  const start = first?.at ?? due - YEAR_MS;
  const end = Math.max(due, ...points.map(({ at }) => at));
  const room = (end - start) * 0.04;
  const marks = marksFor(path);
  const rows = points.map((point) => {
    const { value, range } = point;
    return { ...point, reach: range ? [value - range.low, range.high - value] : [0, 0] };
  });
  return (
    <LineChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[start - room, end + room]}
        ticks={yearsBetween(start - room, end + room)}
        tickFormatter={(at: number) => String(new Date(at).getUTCFullYear())}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--line-strong)" }}
      />
      <YAxis
        domain={[marks[0] ?? 0, marks.at(-1) ?? 1]}
        ticks={marks}
        tickFormatter={format}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={52}
      />
      {turns.map((at) => (
        <ReferenceLine key={at} x={at} stroke="var(--line-strong)" strokeDasharray="2 4" />
      ))}
      <ReferenceLine
        y={target}
        stroke="var(--ink)"
        strokeWidth={1.5}
        label={{
          ...{ value: texts.target, position: "insideTopRight", ...TICK, fill: "var(--ink)", fontWeight: 700 },
          // Off the path, which comes from the other side.
          dy: (first?.value ?? 0) > target ? 4 : -22,
        }}
      />
      {first ? (
        <ReferenceLine
          segment={[
            { x: first.at, y: first.value },
            { x: due, y: target },
          ]}
          stroke="var(--line-strong)"
          strokeWidth={2}
          strokeDasharray="5 5"
        />
      ) : null}
      <Tooltip
        cursor={{ stroke: "var(--line-strong)" }}
        isAnimationActive={false}
        content={({ payload }) => {
          const point = payload?.[0]?.payload as GoalPath["points"][number] | undefined;
          if (!point) return null;
          return <ChartTip title={point.wave} lines={[{ label: texts.value, value: format(point.value) }]} />;
        }}
      />
      <Line
        dataKey="value"
        stroke="var(--accent)"
        strokeWidth={3}
        dot={{ fill: "var(--accent)", stroke: "var(--card)", r: 5 }}
        activeDot={{ r: 6, fill: "var(--accent)" }}
        isAnimationActive={false}
      >
        <ErrorBar
          isAnimationActive={false}
          dataKey="reach"
          width={6}
          stroke="var(--accent)"
          strokeWidth={1.5}
          opacity={0.7}
        />
        <LabelList
          dataKey="value"
          position="right"
          offset={10}
          formatter={(value) => format(Number(value))}
          className="chart__figure goal-value"
        />
      </Line>
    </LineChart>
  );
}

/** Even marks around everything that is drawn, within what is possible. */
function marksFor({ points, target, step, limits }: GoalPath): number[] {
  const drawn = [target, ...points.flatMap(({ value, range }) => [value, range?.low ?? value, range?.high ?? value])];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const wide =
    [1, 2, 4, 5, 10].map((times) => times * step).find((one) => (high - low) / one <= MARKS - 2) ?? high - low;
  const from = Math.max(limits.low, Math.floor(low / wide - 0.2) * wide);
  const to = Math.min(limits.high, Math.ceil(high / wide + 0.2) * wide);
  const count = Math.max(1, Math.round((to - from) / wide));
  return Array.from({ length: count + 1 }, (_, place) => Math.min(limits.high, from + place * wide));
}

/** The first of January of every year in between. */
function yearsBetween(start: number, end: number): number[] {
  const [from, to] = [new Date(start).getUTCFullYear() + 1, new Date(end).getUTCFullYear()];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => Date.UTC(from + place, 0, 1));
}
