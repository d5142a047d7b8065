import type { NodeGroup } from "./node-groups.ts";

/** Outlines around 0, 0 that look about as large as a circle of radius 1; the first is the circle itself. */
const SHAPES = [
  "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z",
  "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z",
  "M-.88,-.88H.88V.88H-.88Z",
  "M0,-1.25L1.12,.8H-1.12Z",
  "M0,-1.25L1.25,0L0,1.25L-1.25,0Z",
  "M0,1.25L1.12,-.8H-1.12Z",
  "M-.4,-1.15H.4V-.4H1.15V.4H.4V1.15H-.4V.4H-1.15V-.4H-.4Z",
  "M0,-1.2L1.14,-.37L.7,.97H-.7L-1.14,-.37Z",
  "M0,-1.4L.41,-.56L1.33,-.43L.66,.22L.82,1.13L0,.7L-.82,1.13L-.66,.22L-1.33,-.43L-.41,-.56Z",
];

type MapSignProps = { nr: NodeGroup["nr"]; x: number; y: number; radius: number; hollow?: boolean };

/** The sign of a project: its group by colour and shape, hollow where it did not answer. */
export function MapSign({ nr, x, y, radius, hollow = false }: MapSignProps) {
  const outline = (SHAPES[nr] ?? "").replace(/-?\.?\d[\d.]*/g, scaled(radius));
  return (
    <path
      transform={`translate(${x} ${y})`}
      d={nr === 0 || nr === 1 ? circle(radius) : outline}
      className={`map__sign map__sign--${nr}${hollow ? " map__sign--hollow" : ""}`}
    />
  );
}

const scaled = (radius: number) => (number: string) => (Number(number) * radius).toFixed(2);
const circle = (r: number) => `M${r},0A${r},${r} 0 1 1 ${-r},0A${r},${r} 0 1 1 ${r},0Z`;
