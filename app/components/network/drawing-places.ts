import type { DescribedNode } from "../../domain/network/describe-network.ts";

type Point = { x: number; y: number; radius: number };
type Box = { left: number; right: number; top: number; bottom: number };
type Label = { at: number; text: string; x: number; y: number; anchor: "start" | "middle" | "end" };

/** About the width of a letter at the size of names, px. */
const LETTER = 6.6;
const LINE = 15;
const LONGEST = 30;
/** Names that stand on the map without being asked for. */
const NAMED = { wide: 10, narrow: 4 };
const NARROW_BELOW = 560;

/** The names that stand on the map: of those with most contacts as far as they find room, and of the one that is looked at. */
export function chosenLabels(
  order: readonly number[],
  points: readonly Point[],
  nodes: readonly DescribedNode[],
  { active, width }: { active: number | null; width: number },
): Label[] {
  const wanted = active === null ? order.slice(0, width < NARROW_BELOW ? NAMED.narrow : NAMED.wide) : [active];
  const taken: Box[] = [];
  return wanted.flatMap((at): Label | [] => {
    const [node, point] = [nodes[at], points[at]];
    if (!node || !point) return [];
    const text = node.name.length > LONGEST ? `${node.name.slice(0, LONGEST - 1).trimEnd()}…` : node.name;
    const wide = text.length * LETTER;
    const left = Math.min(Math.max(4, point.x - wide / 2), Math.max(4, width - wide - 4));
    const above = point.y - point.radius - 5;
    const y = above < LINE ? point.y + point.radius + LINE : above;
    const box = { left, right: left + wide, top: y - LINE, bottom: y + 3 };
    if (active === null && taken.some((other) => overlaps(box, other))) return [];
    taken.push(box);
    return { at, text, x: left + wide / 2, y, anchor: "middle" };
  });
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** px between the edge and the first sign */
const LEFT = 6;

type Legend = { top: number; entries: { label: string; x: number; y: number }[] };

/** What the signs mean, in as many lines as it takes at the lower edge; `top` is where the map ends. */
export function placeLegend(labels: readonly string[], size: { width: number; height: number }): Legend {
  const rows: { label: string; x: number }[][] = [[]];
  let x = LEFT;
  for (const label of labels) {
    const wide = 24 + label.length * LETTER + 16;
    if (x > LEFT && x + wide > size.width) {
      rows.push([]);
      x = LEFT;
    }
    rows.at(-1)?.push({ label, x });
    x += wide;
  }
  const top = size.height - rows.length * 20 - 8;
  return { top, entries: rows.flatMap((row, i) => row.map((one) => ({ ...one, y: top + 18 + i * 20 }))) };
}
