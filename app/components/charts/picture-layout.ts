import type { ChartSource } from "./chart-place.ts";
import type { Drawing } from "./picture-drawing.ts";
import { colourOf, element, type Line, measure, SVG, textAt, wrap } from "./picture-parts.ts";
import type { PictureWords } from "./save-chart.tsx";

/** px */
const MARGIN = 24;
const GAP = 12;
const KEY_BOX = 12;
/** Room that title and source need, whatever is drawn. */
const NARROWEST = 360;

type Picture = { svg: SVGSVGElement; width: number; height: number };

/**
 * A drawing as a file of its own: white ground, title, what the colours mean, the drawing, and where it comes from. Sizes in px; colours as #rrggbb, which every programme reads.
 */
export function layOut(drawing: Drawing, picture: PictureWords, source: ChartSource): Picture {
  const ink = colourOf("var(--ink)");
  const quiet = colourOf("var(--ink-2)");
  const family = getComputedStyle(document.body).fontFamily;
  const inner = Math.max(drawing.width, NARROWEST);
  const width = inner + 2 * MARGIN;
  const svg = element("svg", { xmlns: SVG, width, "font-family": family }) as SVGSVGElement;
  const name = element("title", {});
  name.textContent = picture.title;
  const ground = element("rect", { width, fill: "#ffffff" });
  svg.append(name, ground);

  let y = MARGIN;
  const write = (text: string, line: Line) => {
    for (const words of wrap(text, inner, `${line.weight} ${line.size}px ${family}`)) {
      y += line.size * 1.3;
      svg.append(textAt(words, MARGIN, y - line.size * 0.3, line));
    }
  };
  write(picture.title, { size: 18, weight: 700, ink });
  y += GAP;
  if (picture.note) write(picture.note, { size: 13, weight: 400, ink: quiet });
  if (picture.colours) y = writeKey(svg, picture.colours, { y, inner, family, ink: quiet });
  y += GAP;
  for (const [key, value] of Object.entries({ x: MARGIN, y, width: drawing.width, height: drawing.height })) {
    drawing.svg.setAttribute(key, String(value));
  }
  drawing.svg.setAttribute("overflow", "visible");
  svg.append(drawing.svg);
  y += drawing.height + GAP;
  write(source.line, { size: 12, weight: 400, ink: quiet });
  const height = Math.ceil(y + MARGIN);
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  ground.setAttribute("height", String(height));
  return { svg, width, height };
}

type KeyPlace = { y: number; inner: number; family: string; ink: string };

/** What the colours mean, in as many rows as it takes; gives back where the last one ends. */
function writeKey(svg: SVGElement, colours: { label: string; fill: string }[], place: KeyPlace): number {
  const line: Line = { size: 13, weight: 400, ink: place.ink };
  let x = 0;
  let y = place.y + 20;
  for (const { label, fill } of colours) {
    const wide = KEY_BOX + 6 + measure(label, `400 13px ${place.family}`);
    if (x > 0 && x + wide > place.inner) {
      x = 0;
      y += 20;
    }
    const box = { x: MARGIN + x, y: y - KEY_BOX + 1, width: KEY_BOX, height: KEY_BOX, rx: 3 };
    svg.append(element("rect", { ...box, fill: colourOf(fill), stroke: colourOf("var(--line-strong)") }));
    svg.append(textAt(label, MARGIN + x + KEY_BOX + 6, y, line));
    x += wide + 18;
  }
  return y;
}
