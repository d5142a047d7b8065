import { Surface, Text } from "recharts";
import type { ChartSize } from "./chart-slot.tsx";
import { gridOf, TILE, type TrendDot, type TrendModel, type TrendTile, tileHeight } from "./trend-model.ts";

type TrendChartProps = { model: TrendModel; size: ChartSize };

const BETWEEN = 28;
/** One tile on its own is no wider than this. */
const WIDEST = 420;
/** With so many waves every dot has its figure; with more only the first and the last. */
const ALL_NAMED = 3;

/** One small drawing per line, all on one scale: a dot per wave with its range, and what hangs together joined. */
export default function TrendChart({ model, size }: TrendChartProps) {
  const grid = gridOf(model, size.narrow);
  const width = Math.min(WIDEST, (size.width - BETWEEN * (grid.columns - 1)) / grid.columns);
  const height = tileHeight(grid) + TILE.gap;
  return (
    <Surface width={size.width} height={size.height}>
      {model.tiles.map((tile, index) => (
        <g
          key={tile.key}
          transform={`translate(${(index % grid.columns) * (width + BETWEEN)} ${Math.floor(index / grid.columns) * height})`}
        >
          <Tile tile={tile} model={model} width={width} labelLines={grid.labelLines} />
        </g>
      ))}
    </Surface>
  );
}

type TileProps = { tile: TrendTile; model: TrendModel; width: number; labelLines: number };

function Tile({ tile, model, width, labelLines }: TileProps) {
  const { waves, low, high, isTurned } = model;
  const top = labelLines * TILE.line + 14;
  const foot = top + TILE.plot;
  const last = waves.length - 1;
  const x = (wave: number) => TILE.side + (last > 0 ? wave / last : 0.5) * (width - 2 * TILE.side);
  const y = (value: number) => {
    const along = (value - low) / (high - low);
    return isTurned ? top + along * TILE.plot : foot - along * TILE.plot;
  };
  const [first, end] = [tile.dots.findIndex(Boolean), tile.dots.findLastIndex(Boolean)];
  return (
    <>
      {labelLines > 0 ? (
        <Text x={0} y={0} width={width} maxLines={labelLines} verticalAnchor="start" className="chart__name">
          {tile.label}
        </Text>
      ) : null}
      <line x1={0} x2={width} y1={foot} y2={foot} stroke="var(--line)" />
      {waves.map((wave, i) => (
        <text key={wave} x={x(i)} y={foot + 17} textAnchor="middle" className="chart__detail">
          {isNamed(i, first, end, waves.length) || i === last ? wave : ""}
        </text>
      ))}
      {tile.joins.map((join, i) => {
        const [from, to] = [tile.dots[i - 1], tile.dots[i]];
        if (join === "none" || !from || !to) return null;
        if (join === "break") return <Break key={waves[i]} x={(x(i - 1) + x(i)) / 2} top={top} foot={foot} />;
        const ends = { x1: x(i - 1), y1: y(from.value), x2: x(i), y2: y(to.value) };
        return <line key={waves[i]} {...ends} stroke="var(--accent)" strokeWidth={2.5} />;
      })}
      {tile.panel && last > 0 ? (
        <PanelLine from={[x(last - 1), y(tile.panel.before)]} to={[x(last), y(tile.panel.after)]} />
      ) : null}
      {tile.dots.map((dot, i) =>
        dot ? (
          <g key={waves[i]}>
            {dot.low < dot.high ? (
              <line
                x1={x(i)}
                x2={x(i)}
                y1={y(dot.low)}
                y2={y(dot.high)}
                stroke="var(--line-strong)"
                strokeWidth={1.5}
              />
            ) : null}
            <Dot x={x(i)} y={y(dot.value)} dot={dot} isLast={i === end} />
            {isNamed(i, first, end, waves.length) ? (
              <Figure
                x={x(i)}
                y={y(dot.value)}
                top={Math.min(y(dot.low), y(dot.high))}
                text={dot.text}
                at={i === first ? "start" : i === end ? "end" : "middle"}
              />
            ) : null}
          </g>
        ) : null,
      )}
    </>
  );
}

const isNamed = (wave: number, first: number, end: number, waves: number): boolean =>
  waves <= ALL_NAMED || wave === first || wave === end;

/** A diamond where the words changed, else a circle; the newest is filled. */
function Dot({ x, y, dot, isLast }: { x: number; y: number; dot: TrendDot; isLast: boolean }) {
  const paint = { fill: isLast ? "var(--accent)" : "var(--card)", stroke: "var(--accent)", strokeWidth: 2 };
  if (!dot.isReworded) return <circle cx={x} cy={y} r={4.5} {...paint} />;
  return <path d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`} {...paint} />;
}

type FigureProps = {
  x: number;
  y: number;
  /** where its range ends above */
  top: number;
  text: string;
  at: "start" | "middle" | "end";
};

/** The first figure stands left of its dot, the last one right of it, others above it and its range. */
function Figure({ x, y, top, text, at }: FigureProps) {
  const place = {
    start: { x: x - 10, y: y + 5, textAnchor: "end" },
    end: { x: x + 10, y: y + 5, textAnchor: "start" },
    middle: { x, y: Math.min(top - 5, y - 11), textAnchor: "middle" },
  } as const;
  return (
    <text {...place[at]} className={at === "end" ? "chart__figure" : "chart__detail"}>
      {text}
    </text>
  );
}

/** Half the side of a square. */
const SQUARE = 3.5;

/** Those who answered both times: dashed and with squares, so that it is told apart without colour. */
function PanelLine({ from, to }: { from: [number, number]; to: [number, number] }) {
  const paint = { fill: "var(--card)", stroke: "var(--ink-2)", strokeWidth: 1.5 };
  return (
    <g>
      <line
        x1={from[0]}
        y1={from[1]}
        x2={to[0]}
        y2={to[1]}
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      {[from, to].map(([x, y]) => (
        <rect key={x} x={x - SQUARE} y={y - SQUARE} width={2 * SQUARE} height={2 * SQUARE} {...paint} />
      ))}
    </g>
  );
}

/** Two upright strokes: what lies left and right of them cannot be compared. */
function Break({ x, top, foot }: { x: number; top: number; foot: number }) {
  const stroke = { stroke: "var(--warn)", strokeWidth: 2 };
  return (
    <g>
      <line x1={x - 3} x2={x - 3} y1={top} y2={foot} {...stroke} />
      <line x1={x + 3} x2={x + 3} y1={top} y2={foot} {...stroke} />
    </g>
  );
}
