import { CsvError, parse } from "csv-parse/sync";
import type { Fault } from "../../problem.ts";
import { columnLabel, findColumn, isDerivedColumn, NEEDED_COLUMNS } from "./columns.ts";
import { CELL_CHARS, IMPORT_COLUMNS, IMPORT_ROWS } from "./limits.ts";

/** One row of the file by columns; `line` is its number in a spreadsheet. */
export type FileRow = { line: number; cells: Record<string, string> };

export type FileTable = {
  /** columns that were understood, in the order of the file */
  columns: string[];
  /** heads that were not understood, as they stand there */
  unknown: string[];
  rows: FileRow[];
};

const SEPARATORS = [";", ",", "\t"] as const;
/** Above the heads there may be a title. */
const LINES_ABOVE = 10;
const HEAD_CHARS = 100_000;

/** Fields of a text with separators. A fault where quotes do not end. */
export function readSeparated(text: string): { matrix: string[][] } | { fault: Fault } {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const separator = named?.[1] ?? likeliestSeparator(text);
  try {
    const matrix: string[][] = parse(named ? text.slice(named[0].length) : text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: CELL_CHARS * IMPORT_COLUMNS,
    });
    const rows = matrix.map((row) => row.map(unguarded));
    return { matrix: named ? [[], ...rows] : rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return {
      fault: { code: error.code === "CSV_MAX_RECORD_SIZE" ? "row-size" : "quotes", path: "/file", detail: { line } },
    };
  }
}

/** The apostrophe that our export puts before what a spreadsheet would run as a formula. */
function unguarded(cell: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** The separator by which the most heads are understood; then the one that stands there most. */
function likeliestSeparator(text: string): string {
  const lines = text.slice(0, HEAD_CHARS).split(/\r\n|\r|\n/, LINES_ABOVE);
  const understood = (separator: string) =>
    Math.max(...lines.map((line) => line.split(separator).filter((head) => findColumn(head)).length));
  const standing = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  const best = SEPARATORS.toSorted((a, b) => understood(b) - understood(a) || standing(b) - standing(a))[0];
  return best ?? ";";
}

/** Rows by columns. Faults where the heads are missing or doubled, or where there is too much. */
export function readTable(matrix: readonly (readonly string[])[]): { table: FileTable } | { fault: Fault } {
  const at = matrix
    .slice(0, LINES_ABOVE)
    .findIndex((row) => NEEDED_COLUMNS.every((needed) => row.some((head) => findColumn(head) === needed)));
  const heads = matrix[at];
  if (!heads) return { fault: faultOfHeads(matrix) };
  if (heads.length > IMPORT_COLUMNS) return fault("too-many-columns", { limit: IMPORT_COLUMNS, n: heads.length });
  const ids = heads.map(findColumn);
  const doubled = ids.find((id, index) => id && ids.indexOf(id) !== index);
  if (doubled) return fault("doubled-column", { column: columnLabel(doubled) });
  const rows = matrix.slice(at + 1).flatMap((cells, index): FileRow[] => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const named = cells.flatMap((cell, column): [string, string][] => {
      const id = ids[column];
      // PostgreSQL keeps no NUL.
      const text = cell.replaceAll("\0", "").trim();
      return id && text !== "" ? [[id, text]] : [];
    });
    return [{ line: at + index + 2, cells: Object.fromEntries(named) }];
  });
  if (rows.length > IMPORT_ROWS) return fault("too-many-rows", { limit: IMPORT_ROWS, n: rows.length });
  if (rows.length === 0) return fault("no-rows");
  // A name without an address says nothing about who that is.
  const nameless = ids.includes("lead_name") && !ids.includes("lead_address") ? ["lead_name"] : [];
  for (const row of rows) for (const id of nameless) delete row.cells[id];
  return {
    table: {
      columns: ids.flatMap((id) => (id && !nameless.includes(id) ? [id] : [])),
      unknown: heads.filter((head, index) => {
        const id = ids[index];
        return head.trim() !== "" && !isDerivedColumn(head) && (!id || nameless.includes(id));
      }),
      rows,
    },
  };
}

function fault(code: string, detail: Record<string, string | number> = {}): { fault: Fault } {
  return { fault: { code, path: "/file", detail } };
}

/** Which heads are missing, and which stand there instead. */
function faultOfHeads(matrix: readonly (readonly string[])[]): Fault {
  const first = matrix.find((row) => row.some((cell) => cell.trim() !== ""));
  if (!first) return fault("no-rows").fault;
  const missing = NEEDED_COLUMNS.filter((needed) => !first.some((head) => findColumn(head) === needed));
  const found = first.map((head) => head.trim().slice(0, 40)).filter(Boolean);
  const detail = { missing: missing.map((id) => columnLabel(id)).join(", "), found: found.slice(0, 12).join(", ") };
  return fault("heads", detail).fault;
}
