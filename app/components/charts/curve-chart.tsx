import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Curve, WaveCurve } from "#app/domain/rounds/desk/curve.ts";
import { formatCount, formatPercent } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { ChartTip } from "./chart-parts.tsx";
import type { ChartSize } from "./chart-slot.tsx";

type CurveChartProps = {
  curve: Curve;
  size: ChartSize;
  locale: Locale;
  texts: { day: string; dayAxis: string; waveHead: (wave: string, all: string | null) => string };
};

const TICK = { fill: "var(--ink-2)", fontSize: 13 };
const AXIS_HEIGHT = 44;

const SHARE_STEPS = [0.05, 0.1, 0.2, 0.25];
const COUNT_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Even marks from nought to just above the highest value, at most five of them where the steps allow it. */
function marksUpTo(highest: number, steps: number[]): number[] {
  const step = steps.find((one) => highest / one <= 4) ?? steps.at(-1) ?? 1;
  return Array.from({ length: Math.max(1, Math.ceil(highest / step - 1e-9)) + 1 }, (_, index) => index * step);
}

/** Returns by day: this wave as a line, the one before dashed. Waves of different size are compared by their shares. */
export default function CurveChart({ curve, size, locale, texts }: CurveChartProps) {
  const { now, before } = curve;
  const shares = [now, before].every((wave) => !wave || (wave.invited ?? 0) > 0);
  const heightAt = (wave: WaveCurve | null, day: number) => {
    const n = wave?.submitted[day];
    return n === undefined ? null : shares ? n / (wave?.invited ?? 1) : n;
  };
  const format = (value: number) => (shares ? formatPercent(value, locale) : formatCount(value, locale));
  const last = Math.max(now.submitted.length, before?.submitted.length ?? 0) - 1;
  const rows = Array.from({ length: last + 1 }, (_, day) => ({
    day,
    now: heightAt(now, day),
    before: heightAt(before, day),
  }));
  const highest = Math.max(...rows.flatMap((row) => [row.now ?? 0, row.before ?? 0]));
  const marks = marksUpTo(highest, shares ? SHARE_STEPS : COUNT_STEPS);
  const step = [1, 2, 7, 14, 28, 91].find((days) => last / days <= (size.narrow ? 5 : 8)) ?? 182;
  return (
    <LineChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="day"
        type="number"
        domain={[0, Math.max(1, last)]}
        ticks={Array.from({ length: Math.floor(Math.max(1, last) / step) + 1 }, (_, index) => index * step)}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--line-strong)" }}
        height={AXIS_HEIGHT}
        label={{ value: texts.dayAxis, position: "insideBottom", offset: 4, ...TICK }}
      />
      <YAxis
        domain={[0, marks.at(-1) ?? 1]}
        ticks={marks}
        tickFormatter={format}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={52}
      />
      <Tooltip
        cursor={{ stroke: "var(--line-strong)" }}
        isAnimationActive={false}
        content={({ payload }) => {
          const row = payload?.[0]?.payload as (typeof rows)[number] | undefined;
          if (!row) return null;
          const line = (wave: WaveCurve | null, value: number | null) =>
            wave && value !== null ? [{ label: texts.waveHead(wave.wave, null), value: format(value) }] : [];
          return (
            <ChartTip
              title={`${texts.day} ${formatCount(row.day, locale)}`}
              lines={[...line(now, row.now), ...line(before, row.before)]}
            />
          );
        }}
      />
      <Line
        dataKey="before"
        className="curve-before"
        stroke="var(--line-strong)"
        strokeWidth={2}
        strokeDasharray="5 5"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="now"
        stroke="var(--accent)"
        strokeWidth={3}
        dot={rows.length === 1 || now.submitted.length === 1 ? { fill: "var(--accent)", r: 4 } : false}
        activeDot={{ r: 4, fill: "var(--accent)" }}
        isAnimationActive={false}
      />
    </LineChart>
  );
}
