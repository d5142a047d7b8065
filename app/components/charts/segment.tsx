import type { Paint } from "./palette.ts";

type SegmentProps = {
  /** what Recharts hands to a bar's shape */
  shape: unknown;
  paint: Paint;
  text: (row: unknown) => string;
  /** `middle` in the part · `start` on its left edge (a part astride of the middle line) · `none` */
  align: "middle" | "start" | "none";
};

/** One part of a stacked bar with its share upon it, where the share has room. */
export function Segment({ shape, paint, text, align }: SegmentProps) {
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
    payload,
  } = shape as Partial<Record<"x" | "y" | "width" | "height", number>> & {
    payload?: unknown;
  };
  const left = Math.min(x, x + width);
  const wide = Math.abs(width);
  if (wide < 0.5) return <g />;
  const room = align === "start" ? wide * 2 : wide;
  return (
    <g>
      <rect x={left} y={y} width={wide} height={height} fill={paint.fill} stroke="none" />
      {/* A hair of the card between two parts: neighbours stay apart without their colours. */}
      {align === "middle" ? <rect x={left + wide - 0.75} y={y} width={1.5} height={height} fill="var(--card)" /> : null}
      {align !== "none" && room > 36 ? (
        <text
          x={align === "start" ? left : left + wide / 2}
          y={y + height / 2}
          textAnchor="middle"
          dominantBaseline="central"
          fill={paint.ink}
          className="chart__share"
        >
          {text(payload)}
        </text>
      ) : null}
    </g>
  );
}
