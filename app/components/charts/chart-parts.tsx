import { Text } from "recharts";
import type { ChartSize } from "./chart-slot.tsx";

/** What all bar-like charts share: where the row's name stands and how much room it takes. */

/** Room at the right of a row for its figure. */
const NOTE_WIDTH = 132;

function labelWidth(size: ChartSize): number {
  return size.narrow ? 0 : Math.round(Math.min(320, size.width * 0.38));
}

export function chartMargin(size: ChartSize) {
  return { top: 0, bottom: 0, left: labelWidth(size), right: size.narrow ? 0 : NOTE_WIDTH };
}

export const BAR = 22;

type RowNameProps = { size: ChartSize; y: number; label: string; note: string; detail?: string };

/** Name at the left of the bar and figure at its right; in a narrow box both stand above the bar. */
export function RowName({ size, y, label, note, detail }: RowNameProps) {
  const full = detail ? `${note} · ${detail}` : note;
  if (size.narrow) {
    return (
      <g className="chart__row">
        <Text
          x={0}
          y={y - BAR / 2 - 5}
          width={size.width - 124}
          maxLines={3}
          verticalAnchor="end"
          className="chart__name"
        >
          {label}
        </Text>
        <text x={size.width} y={y - BAR / 2 - 6} textAnchor="end" className="chart__detail">
          {full}
        </text>
      </g>
    );
  }
  return (
    <g className="chart__row">
      <Text x={0} y={y} width={labelWidth(size) - 16} maxLines={2} verticalAnchor="middle" className="chart__name">
        {label}
      </Text>
      <text x={size.width - NOTE_WIDTH + 12} y={y} dominantBaseline="central" className="chart__note">
        <tspan className="chart__figure">{note}</tspan>
        {detail ? (
          <tspan className="chart__detail" dx={8}>
            {detail}
          </tspan>
        ) : null}
      </text>
    </g>
  );
}

export type TipLine = { label: string; value: string; fill?: string };
type TooltipProps = { title: string; lines: TipLine[] };

/** The words of a bar, for the pointer; the table twin has them for everybody. */
export function ChartTip({ title, lines }: TooltipProps) {
  return (
    <div className="chart-tip">
      <p className="chart-tip__title">{title}</p>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.label}>
            {line.fill ? <span className="swatch" style={{ background: line.fill }} /> : null}
            {line.label}: <strong>{line.value}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
