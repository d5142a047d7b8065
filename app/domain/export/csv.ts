import { stringify } from "csv-stringify/sync";

/** A cell: texts are guarded, numbers are written the German way, null and undefined stay empty. */
export type CsvCell = string | number | null | undefined;

/** Excel takes the byte order mark as a sign of UTF-8; it must be the first thing in the file. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Signs with which spreadsheets begin a formula, or skip on the way to one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

/** Records for German Excel: semicolons, decimal commas, CRLF. */
export function csvRecords(rows: readonly (readonly CsvCell[])[]): string {
  const cells = rows.map((row) => row.map(cellOf));
  return stringify(cells, { delimiter: ";", record_delimiter: "\r\n", quoted_match: /[\r\n"]/ });
}

function cellOf(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "number" ? germanNumber(cell) : guarded(cell);
}

/** Without grouping, so that it stays a number: 1234.5 → "1234,5". */
function germanNumber(value: number): string {
  return Number.isFinite(value) ? String(value).replace(".", ",") : "";
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; codes like "-1" are numbers. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
