import type { ChartSource } from "./chart-place.ts";
import type { PictureWords } from "./save-chart.tsx";

const SVG = "http://www.w3.org/2000/svg";
/** px */
const MARGIN = 24;
const GAP = 12;
const KEY_BOX = 12;

/** What of a style a drawing needs when it stands alone. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
];

type Line = { size: number; weight: number; ink: string };
type Picture = { svg: SVGSVGElement; width: number; height: number };

/**
 * A drawing as a file of its own: white ground, title, what the colours mean, the drawing with its styles written out, and
 * where it comes from. Sizes in px; colours as #rrggbb, which every programme reads.
 */
export function layOut(drawing: SVGSVGElement, picture: PictureWords, source: ChartSource): Picture {
  const ink = colourOf("var(--ink)");
  const quiet = colourOf("var(--ink-2)");
  const family = getComputedStyle(document.body).fontFamily;
  const { width: inner, height: drawn } = drawing.viewBox.baseVal;
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
  const chart = styled(drawing);
  for (const [key, value] of Object.entries({ x: MARGIN, y, width: inner, height: drawn })) {
    chart.setAttribute(key, String(value));
  }
  chart.setAttribute("overflow", "visible");
  svg.append(chart);
  y += drawn + GAP;
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

/** A copy of the drawing in which every element says its own style; classes and parts without a picture are left out. */
function styled(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const parts = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  for (const [i, part] of [copy, ...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = parts[i];
    if (!original) continue;
    const style = getComputedStyle(original);
    part.removeAttribute("class");
    part.removeAttribute("style");
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value) part.setAttribute(name, name === "fill" || name === "stroke" ? colourOf(value) : value);
    }
  }
  return copy;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}

function textAt(words: string, x: number, y: number, { size, weight, ink }: Line): SVGElement {
  const text = element("text", { x, y, fill: ink, "font-size": size, "font-weight": weight });
  text.textContent = words;
  return text;
}

function wrap(text: string, width: number, font: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, font) > width) lines.push(word);
    else lines.splice(Math.max(0, lines.length - 1), 1, longer);
  }
  return lines;
}

let canvas: CanvasRenderingContext2D | null = null;

function context(): CanvasRenderingContext2D {
  canvas ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!canvas) throw new Error("this browser has no canvas");
  return canvas;
}

/** px */
function measure(text: string, font: string): number {
  const pen = context();
  pen.font = font;
  return pen.measureText(text).width;
}

/** Any colour of CSS, a variable too, as #rrggbb; `none` stays. */
function colourOf(value: string): string {
  if (value === "none") return value;
  const probe = document.createElement("span");
  probe.style.color = value;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const pen = context();
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = computed;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return "none";
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
