import { CartesianGrid, Label, ReferenceLine, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { ChartTip } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";
import { sequentialPaint } from "./palette.ts";
import { spread } from "./spread.ts";

/** One point: its number, its name, and where it lies. */
export type QuadrantPoint = { number: number; label: string; x: number; y: number; strong: boolean };

type QuadrantChartProps = {
  points: QuadrantPoint[];
  /** where the lines cross */
  middle: { x: number; y: number };
  size: ChartSize;
  locale: Locale;
  texts: { x: string; y: string; xShort: string; yShort: string; corners: { topLeft: string; topRight: string } };
};

const TICK = { fill: "var(--ink-2)", fontSize: 13 };
const STEP = 0.5;
const RADIUS = 11;
/** What stands around the field, in px. */
const MARGIN = { top: 24, right: 16, bottom: 20, left: 0 };
const AXIS = { width: 52, height: 30 };
/** Nearer to its place a circle still lies on it, and a dot would only disturb its number; in px. */
const AT_PLACE = 8;

/** A point with how far its circle stands beside its place, in px, so that it hides no other. */
type Placed = QuadrantPoint & { aside: { x: number; y: number } };

/** Numbered points in a field that two lines divide; the names stand in the table beside it. */
export default function QuadrantChart({ points, middle, size, locale, texts }: QuadrantChartProps) {
  const [xs, ys] = [marksAround(points.map(({ x }) => x)), marksAround(points.map(({ y }) => y))];
  const placed = placedIn(points, size, endsOf(xs), endsOf(ys));
  const format = (value: number) => formatNumber(value, locale);
  const axis = { type: "number", tick: TICK, tickLine: false, tickFormatter: format } as const;
  const line = { stroke: "var(--line-strong)", strokeDasharray: "4 4" };
  return (
    <ScatterChart width={size.width} height={size.height} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid stroke="var(--line)" />
      <XAxis
        {...axis}
        dataKey="x"
        domain={endsOf(xs)}
        ticks={xs}
        axisLine={{ stroke: "var(--line-strong)" }}
        height={AXIS.height}
      >
        <Label value={size.narrow ? texts.xShort : texts.x} position="insideBottom" offset={-14} {...TICK} />
      </XAxis>
      <YAxis {...axis} dataKey="y" domain={endsOf(ys)} ticks={ys} axisLine={false} width={AXIS.width}>
        <Label value={size.narrow ? texts.yShort : texts.y} angle={-90} position="insideLeft" offset={8} {...TICK} />
      </YAxis>
      <ReferenceLine x={middle.x} {...line} />
      <ReferenceLine y={middle.y} {...line} />
      <Tooltip
        cursor={false}
        isAnimationActive={false}
        content={({ payload }) => {
          const point = payload?.[0]?.payload as QuadrantPoint | undefined;
          if (!point) return null;
          const lines = [
            { label: texts.yShort, value: format(point.y) },
            { label: texts.xShort, value: format(point.x) },
          ];
          return <ChartTip title={`${point.number}. ${point.label}`} lines={lines} />;
        }}
      />
      {/* The most pressing ones lie on top. */}
      <Scatter data={placed.toReversed()} shape={Numbered} isAnimationActive={false} />
      {size.narrow ? null : (
        <>
          <text x={58} y={16} className="chart__detail">
            {texts.corners.topLeft}
          </text>
          <text x={size.width - 16} y={16} textAnchor="end" className="chart__detail">
            {texts.corners.topRight}
          </text>
        </>
      )}
    </ScatterChart>
  );
}

function Numbered({ cx = 0, cy = 0, payload }: { cx?: number; cy?: number; payload?: Placed }) {
  if (!payload) return <g />;
  const { fill, ink } = sequentialPaint(payload.strong ? 0 : 3, 5);
  const [x, y] = [cx + payload.aside.x, cy + payload.aside.y];
  const isAside = Math.hypot(payload.aside.x, payload.aside.y) > AT_PLACE;
  return (
    <g>
      {isAside ? <line x1={cx} y1={cy} x2={x} y2={y} stroke="var(--ink)" strokeWidth={1.5} /> : null}
      <circle cx={x} cy={y} r={RADIUS} fill={fill} stroke="var(--card)" strokeWidth={1.5} />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={12} fontWeight={700} fill={ink}>
        {payload.number}
      </text>
      {isAside ? <circle cx={cx} cy={cy} r={2} fill="var(--ink)" /> : null}
    </g>
  );
}

/** Circles that would lie upon each other stand side by side. */
function placedIn(points: QuadrantPoint[], size: ChartSize, xs: [number, number], ys: [number, number]): Placed[] {
  const field = {
    width: size.width - MARGIN.left - MARGIN.right - AXIS.width,
    height: size.height - MARGIN.top - MARGIN.bottom - AXIS.height,
  };
  const places = points.map(({ x, y }) => ({
    x: ((x - xs[0]) / (xs[1] - xs[0])) * field.width,
    y: ((ys[1] - y) / (ys[1] - ys[0])) * field.height,
  }));
  const spots = spread(places, { distance: 2 * RADIUS, field, edge: RADIUS });
  return points.map((point, index) => {
    const [place, spot] = [places[index] ?? { x: 0, y: 0 }, spots[index] ?? { x: 0, y: 0 }];
    return { ...point, aside: { x: spot.x - place.x, y: spot.y - place.y } };
  });
}

/** Even marks from below the lowest to above the highest value. */
function marksAround(values: readonly number[]): number[] {
  const first = Math.floor(Math.min(...values) / STEP - 0.2);
  const last = Math.ceil(Math.max(...values) / STEP + 0.2);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * STEP);
}

const endsOf = (marks: readonly number[]): [number, number] => [marks[0] ?? 0, marks.at(-1) ?? 1];
