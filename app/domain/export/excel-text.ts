/** Longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32_767;

/** A text as a cell of a workbook: Excel takes `_x0041_` for a letter, so its underscore is written as one, too. */
export function excelText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return cutTo(isInherited(escaped) ? codeOf(escaped) : escaped, LONGEST_CELL);
}

/** The library keeps its texts in a plain object, where words like "constructor" already stand for something else. */
const isInherited = (text: string): boolean => text in {};

/** The text with its first letter written as its code. */
const codeOf = (text: string): string => `_x${text.charCodeAt(0).toString(16).padStart(4, "0")}_${text.slice(1)}`;

/** At most `longest` UTF-16 units, never half a character. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
