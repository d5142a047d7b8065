import { textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import type { ReleaseContents } from "./release-contents.ts";
import { wordsOf } from "./words/index.ts";
import { type BookSheet, HEAD, text, WRAPPED } from "./workbook-sheets.ts";

/** The quotes of a release with their questions, in the order of the questionnaire; undefined where it has none. */
export function quotesSheet({ items, quotes }: ReleaseContents, locale: Locale): BookSheet | undefined {
  if (quotes.length === 0) return undefined;
  const rows = items.flatMap((item) =>
    quotes
      .filter((quote) => quote.item === item.item)
      .map((quote) => [text(textIn(item.label, locale), WRAPPED), text(quote.text, WRAPPED), text(item.item)]),
  );
  const { name, question, quote, item } = wordsOf(locale).quotes;
  return {
    name,
    headRows: 1,
    widths: [44, 100, 24],
    data: [[question, quote, item].map((head) => text(head, HEAD)), ...rows],
  };
}
