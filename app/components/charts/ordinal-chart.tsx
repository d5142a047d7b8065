import { Bar, ReferenceLine } from "recharts";
import { formatPercent } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import type { ChartSize } from "./chart-slot.tsx";
import { type Paint, scalePaint } from "./palette.ts";
import { RowChart } from "./row-chart.tsx";
import type { StackRow } from "./row-model.ts";
import { Segment } from "./segment.tsx";

type OrdinalChartProps = { rows: StackRow[]; size: ChartSize; locale: Locale; polarity: Polarity };

/** Where a part of the scale goes: left of the middle, right of it, or half and half. */
type Layer = { key: string; part: number; sign: -1 | 1; half: boolean; paint: Paint };

/**
 * Diverging stacked bars: the lower half of the scale to the left, the upper to the right, a middle answer astride.
 * Where neither end is good or bad, a plain stack: there is nothing to weigh against each other.
 * Every part carries its share; the name stands at the bar.
 */
export default function OrdinalChart({ rows, size, locale, polarity }: OrdinalChartProps) {
  const count = rows[0]?.parts.length ?? 0;
  const layers = layersOf(count, polarity);
  const valuesOf = (row: StackRow) =>
    Object.fromEntries(
      layers.map((layer) => {
        const share = row.parts[layer.part]?.share ?? 0;
        return [layer.key, layer.sign * (layer.half ? share / 2 : share)];
      }),
    );
  const reach = (sign: -1 | 1) =>
    Math.max(
      polarity === "neutral" ? 0 : 0.05,
      ...rows.map((row) => {
        const own = layers.filter((layer) => layer.sign === sign);
        return own.reduce((sum, layer) => sum + (row.parts[layer.part]?.share ?? 0) * (layer.half ? 0.5 : 1), 0);
      }),
    );
  return (
    <RowChart
      rows={rows}
      size={size}
      values={valuesOf}
      domain={[-reach(-1), reach(1)]}
      diverging
      tip={(row) =>
        row.parts.map((part, index) => ({
          label: part.label,
          value: `${formatPercent(part.share, locale)} (${part.n})`,
          fill: scalePaint(index, count, polarity).fill,
        }))
      }
    >
      {layers.map((layer) => (
        <Bar
          key={layer.key}
          dataKey={layer.key}
          stackId="scale"
          fill={layer.paint.fill}
          isAnimationActive={false}
          shape={(shape: unknown) => (
            <Segment
              shape={shape}
              paint={layer.paint}
              text={(data) => formatPercent((data as { row: StackRow }).row.parts[layer.part]?.share ?? 0, locale)}
              align={layer.half ? (layer.sign === 1 ? "start" : "none") : "middle"}
            />
          )}
        />
      ))}
      {polarity === "neutral" ? null : (
        <ReferenceLine x={0} stroke="var(--line-strong)" strokeDasharray="2 3" zIndex={50} />
      )}
    </RowChart>
  );
}

/** From the middle outwards, as the stack is built. */
function layersOf(count: number, polarity: Polarity): Layer[] {
  const middle = (count - 1) / 2;
  const layers: Layer[] = [];
  const add = (part: number, sign: -1 | 1, half: boolean) =>
    layers.push({ key: `p${part}${sign}`, part, sign, half, paint: scalePaint(part, count, polarity) });
  if (polarity === "neutral") {
    for (let part = 0; part < count; part++) add(part, 1, false);
    return layers;
  }
  if (count % 2 === 1) {
    add(middle, -1, true);
    add(middle, 1, true);
  }
  for (let part = Math.ceil(middle) - 1; part >= 0; part--) if (part < middle) add(part, -1, false);
  for (let part = Math.floor(middle) + 1; part < count; part++) add(part, 1, false);
  return layers;
}
