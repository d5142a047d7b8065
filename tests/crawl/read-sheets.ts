import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import type { Kind } from "../office/checks.ts";
import type { Cell, Sheet } from "../office/flat-sheet.ts";

/** A download as sheets of cells, read by other code than ours. */
export async function readSheets(kind: Kind, body: Buffer): Promise<Sheet[]> {
  if (kind === "workbook") {
    const sheets = await readExcelFile(body, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
  }
  const german = kind === "report";
  const rows: string[][] = parse(body, { bom: true, delimiter: german ? ";" : ",", relax_column_count: true });
  const number = german ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?$/;
  const typed = rows.map((row) => row.map((cell) => cellOf(number.test(cell) ? Number(cell.replace(",", ".")) : cell)));
  return [{ name: "", rows: typed }];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === "") return { type: "", value: "" };
  return typeof value === "number" ? { type: "float", value } : { type: "string", value: String(value) };
}
