/** What pictures are made of, and how long words are in them. */

export const SVG = "http://www.w3.org/2000/svg";

export type Line = { size: number; weight: number; ink: string };

export function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}

export function textAt(words: string, x: number, y: number, { size, weight, ink }: Line): SVGElement {
  const text = element("text", { x, y, fill: ink, "font-size": size, "font-weight": weight });
  text.textContent = words;
  return text;
}

export function wrap(text: string, width: number, font: string): string[] {
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
export function measure(text: string, font: string): number {
  const pen = context();
  pen.font = font;
  return pen.measureText(text).width;
}

/** Any colour of CSS, a variable too, as #rrggbb; `none` stays. */
export function colourOf(value: string): string {
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
