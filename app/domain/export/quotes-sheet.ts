import type { ReleaseContents } from "./release-contents.ts";
import { type BookSheet, HEAD, QUOTES, text, WRAPPED } from "./workbook-sheets.ts";

/** The quotes of a release with their questions, in the order of the questionnaire; undefined where it has none. */
export function quotesSheet({ items, quotes }: ReleaseContents): BookSheet | undefined {
  if (quotes.length === 0) return undefined;
  const rows = items.flatMap((item) =>
    quotes
      .filter((quote) => quote.item === item.item)
      .map((quote) => [text(item.label.de, WRAPPED), text(quote.text, WRAPPED), text(item.item)]),
  );
  return {
    name: QUOTES.name,
    headRows: 1,
    widths: [44, 100, 24],
    data: [["Frage", "Zitat", "Merkmal (Kennung)"].map((head) => text(head, HEAD)), ...rows],
  };
}
