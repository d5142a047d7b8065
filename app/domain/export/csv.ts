/** A cell: texts are guarded, numbers are written as the file's readers write them, null and undefined stay empty. */
export type CsvCell = string | number | null | undefined;

/** Excel takes the byte order mark as a sign of UTF-8; it must be the first thing in the file. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Signs with which spreadsheets begin a formula, or skip on the way to one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

const MONTHS =
  "jan(uary?)?|feb(ruary?)?|mär(z)?|mrz|mar(ch)?|apr(il)?|mai|may|jun[ie]?|jul[iy]?|aug(ust)?|sept?(ember)?|o[kc]t(ober)?|nov(ember)?|de[zc](ember)?";
/** What Excel in German or English takes for a day, a month or a time, whether there is one or not. */
const DAYS = [
  /^\d{1,4} ?[-/.:] ?\d{1,4}( ?[-/.:] ?\d{1,4})?\.?$/,
  new RegExp(`^\\d{1,4}\\.?[ -]?(${MONTHS})\\.?([ -]?\\d{1,4})?$`, "i"),
  new RegExp(`^(${MONTHS})\\.?[ -]?\\d{1,4}(, ?\\d{1,4})?$`, "i"),
];

/** Records for German Excel: semicolons, decimal commas, CRLF. */
export function csvRecords(rows: readonly (readonly CsvCell[])[]): string {
  return written(rows, ";", /[;"\r\n]/, (value) => String(value).replace(".", ","));
}

/** Records for statistics programmes, as in RFC 4180: commas, decimal points, CRLF. */
export function plainRecords(rows: readonly (readonly CsvCell[])[]): string {
  return written(rows, ",", /[,"\r\n]/, String);
}

/**
 * Numbers go without grouping, so that they stay numbers. Quotes are put here and not by csv-stringify, which took several
 * times as long for a cell: half the time of a file of figures.
 * @param quoted what a cell must not hold without quotes
 */
function written(
  rows: readonly (readonly CsvCell[])[],
  delimiter: string,
  quoted: RegExp,
  writeNumber: (value: number) => string,
): string {
  const cellOf = (cell: CsvCell): string => {
    if (cell === null || cell === undefined) return "";
    if (typeof cell === "number") return Number.isFinite(cell) ? writeNumber(cell) : "";
    const text = guarded(cell);
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cellOf).join(delimiter)}\r\n`).join("");
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; codes like "-1" are numbers. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/**
 * A text that Excel would turn into a date gets an apostrophe in front: "2026/1" would become "Jan 26", "1-2" the first of
 * February. For files that are made for Excel, and for texts that are no dates.
 */
export function undated(text: string): string {
  return DAYS.some((day) => day.test(text.trim())) ? `'${text}` : text;
}
