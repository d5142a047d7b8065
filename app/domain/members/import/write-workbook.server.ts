import writeExcelFile from "write-excel-file/node";
import { excelText } from "../../export/excel-text.ts";
import { COLUMNS, columnLabel } from "./columns.ts";
import type { Network } from "./network.ts";
import { writeTable } from "./write-table.ts";

const WIDTHS: Record<string, number> = { organisation: 36, project: 36, lead_address: 32, members: 48, id: 38 };
const WIDTH = 22;

/** The member file for Excel: the same columns as the CSV, days as days, the head fixed. */
export async function writeWorkbook(network: Network, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const { heads, rows } = writeTable(network, day);
  const data = [
    heads.map((head) => ({ value: excelText(head), fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map((cell) => {
        if ("day" in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
        return cell.text === "" ? null : { value: excelText(cell.text), type: String, format: "@" };
      }),
    ),
  ];
  const file = await writeExcelFile(data, {
    sheet: columnLabel("project"),
    stickyRowsCount: 1,
    columns: COLUMNS.map(({ id }) => ({ width: WIDTHS[id] ?? WIDTH })),
  }).toBuffer();
  return new Uint8Array(file);
}
