import type { PackingSigns } from "#db/queries/insights.server.ts";
import type { Cell } from "#surveys/model.ts";

/** Five signs that none of the texts holds: control characters, where nobody used them as a code. */
export function chooseSigns(texts: Iterable<string>): PackingSigns {
  const all = [...texts].join("");
  const free: string[] = [];
  for (let at = 1; free.length < 5; at++) {
    const sign = String.fromCharCode(at);
    if (!all.includes(sign)) free.push(sign);
  }
  const [cell, entry, code, number, text] = free as [string, string, string, string, string];
  return { cell, entry, code, number, text };
}

/**
 * The packed cells of a response, cut where the item or the entry changes. As they were packed: the same answer to a question
 * is the same text in every response, so that what is made of it can be kept.
 */
export function cutAtPlaces(packed: string, signs: PackingSigns): string[] {
  const places: string[] = [];
  for (let from = 0; from < packed.length; ) {
    const place = packed.slice(from, packed.indexOf(signs.code, from) + 1);
    let to = packed.indexOf(signs.cell, from + place.length);
    while (to >= 0 && packed.startsWith(place, to + 1)) to = packed.indexOf(signs.cell, to + place.length);
    if (to < 0) to = packed.length;
    places.push(packed.slice(from, to));
    from = to + 1;
  }
  return places;
}

/** The cells of one place, by number and code: nobody sees in which order somebody chose. */
export function unpack(packed: string, signs: PackingSigns): Cell[] {
  if (packed === "") return [];
  const cells = packed.split(signs.cell).map((one) => unpackOne(one, signs));
  return cells.sort((a, b) => rank(a.number) - rank(b.number) || byText(a.code ?? "", b.code ?? ""));
}

/** Cells without a number come last. */
const rank = (number: number | null): number => number ?? Number.MAX_VALUE;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function unpackOne(packed: string, signs: PackingSigns): Cell {
  const [front = "", text] = packed.split(signs.text);
  const [place = "", number] = front.split(signs.number);
  const [whole = "", code = ""] = place.split(signs.code);
  const [item = "", entry] = whole.split(signs.entry);
  return {
    ...{ item, entry: entry ?? null, code: code === "" ? null : code },
    ...{ number: number === undefined ? null : Number(number), text: text ?? null },
  };
}
