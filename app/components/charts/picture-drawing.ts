import { colourOf, element, textAt } from "./picture-parts.ts";

/** A drawing that stands alone: every element says its own style. Sizes in px. */
export type Drawing = { svg: SVGElement; width: number; height: number };

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

/** What is drawn on the page, a chart or a coloured table, as it looks now. */
export function drawingOf(drawn: SVGSVGElement | HTMLTableElement): Drawing {
  if (drawn instanceof HTMLTableElement) return tableDrawing(drawn);
  const { width, height } = drawn.viewBox.baseVal;
  return { svg: styled(drawn), width, height };
}

/** What says something without being drawn: words for screen readers, marks of scripts, places to focus. */
const UNDRAWN = /^(aria-|data-|(class|style|role|tabindex|name)$)/i;

/**
 * A copy of the drawing in which every element says its own style. What is not drawn is left out: a file that is passed on
 * must not say in hidden words more than it shows, such as the names of a map.
 */
function styled(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const parts = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  for (const [i, part] of [copy, ...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = parts[i];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of part.getAttributeNames()) if (UNDRAWN.test(name)) part.removeAttribute(name);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value) part.setAttribute(name, name === "fill" || name === "stroke" ? colourOf(value) : value);
    }
  }
  for (const words of copy.querySelectorAll("title, desc")) words.remove();
  // Shapes that others are cut out by keep their id; the other ids are only for the page.
  const drawn = copy.outerHTML;
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) {
    if (!drawn.includes(`#${part.id}`)) part.removeAttribute("id");
  }
  return copy;
}

/** A table with its cells and words where the browser has put them. */
function tableDrawing(table: HTMLTableElement): Drawing {
  const place = table.getBoundingClientRect();
  const [width, height] = [Math.ceil(place.width), Math.ceil(place.height)];
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}` });
  for (const cell of table.querySelectorAll<HTMLTableCellElement>("th, td")) {
    const box = cell.getBoundingClientRect();
    const edges = { x: box.left - place.left, y: box.top - place.top, width: box.width, height: box.height };
    const fill = colourOf(getComputedStyle(cell).backgroundColor);
    svg.append(element("rect", { ...edges, fill, stroke: colourOf("var(--line)") }));
    svg.append(...linesIn(cell, place));
  }
  return { svg, width, height };
}

/** The words of a cell, line by line as they are broken. */
function linesIn(cell: HTMLElement, place: DOMRect): SVGElement[] {
  const found: SVGElement[] = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.parentElement?.closest(".no-print")) continue;
    const style = getComputedStyle(text.parentElement ?? cell);
    const size = Number.parseFloat(style.fontSize);
    const line = { size, weight: Number(style.fontWeight), ink: colourOf(style.color) };
    const lines = new Map<number, { left: number; bottom: number; words: string[] }>();
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { top, left, bottom } = range.getBoundingClientRect();
      const same = lines.get(Math.round(top));
      if (same) same.words.push(word);
      else lines.set(Math.round(top), { left, bottom, words: [word] });
    }
    for (const { left, bottom, words } of lines.values()) {
      // Letters stand about a quarter of their size above the lower edge of their line.
      found.push(textAt(words.join(" "), left - place.left, bottom - place.top - size * 0.25, line));
    }
  }
  return found;
}
