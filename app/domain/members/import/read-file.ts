import { type Fault, Problem } from "../../problem.ts";
import { decodeText, kindOf } from "./decode.ts";
import { IMPORT_BYTES } from "./limits.ts";
import { type FileTable, readSeparated, readTable } from "./read-table.ts";
import type { ReadWorkbook } from "./read-workbook.server.ts";

/** How the file was read, so that a wrong guess is seen. */
export type FileForm = "xlsx" | "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Rows and columns of a member file, CSV or Excel, in whatever encoding and with whatever separator. Throws
 * invalid-member with one fault at `/file` where it cannot be read.
 */
export async function readMemberFile(
  bytes: Uint8Array,
  readWorkbook: ReadWorkbook,
): Promise<{ table: FileTable; form: FileForm }> {
  if (bytes.length > IMPORT_BYTES) refuse({ code: "file-size", path: "/file", detail: { limit: IMPORT_BYTES } });
  const kind = kindOf(bytes);
  if (kind === "xlsx") {
    const answer = await readWorkbook(bytes);
    if ("code" in answer) return refuse({ code: answer.code, path: "/file" });
    return { table: tableOf(answer.matrix), form: "xlsx" };
  }
  if (kind !== "text") return refuse({ code: `file-${kind}`, path: "/file" });
  const { text, encoding } = decodeText(bytes);
  const read = readSeparated(text);
  if ("fault" in read) return refuse(read.fault);
  return { table: tableOf(read.matrix), form: encoding };
}

function tableOf(matrix: readonly (readonly string[])[]): FileTable {
  const read = readTable(matrix);
  return "fault" in read ? refuse(read.fault) : read.table;
}

function refuse(fault: Fault): never {
  throw new Problem("invalid-member", { faults: [fault] });
}
