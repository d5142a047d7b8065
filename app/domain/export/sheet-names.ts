import { cutTo } from "./excel-text.ts";

/** What Excel allows, in UTF-16 units. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\\p{C}]+/gu;

/**
 * The name of a sheet: its number makes it unique and keeps it from being one of Excel's own ("Verlauf"); as many whole
 * words of the title as fit follow.
 */
export function sheetName(number: number, title: string): string {
  const full = `${number} ${title.replace(FORBIDDEN, " ").replace(/\s+/g, " ").trim()}`.trim();
  if (full.length <= LONGEST_NAME) return withoutQuote(full);
  const cut = cutTo(full, LONGEST_NAME - 1);
  const words = cut.slice(0, cut.lastIndexOf(" "));
  return `${withoutQuote(words.length > LONGEST_NAME / 2 ? words : cut)}…`;
}

/** Excel refuses an apostrophe at the end. */
const withoutQuote = (name: string): string => name.replace(/[\s']+$/, "");
