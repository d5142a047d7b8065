import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/universal";
import { CELL_CHARS, IMPORT_COLUMNS, IMPORT_ROWS, UNPACKED_BYTES } from "./limits.ts";

/** What a worker says of a file: the first sheet as texts, or the code of what is wrong. */
export type WorkbookAnswer = { matrix: string[][] } | { code: "broken-workbook" | "unpacked" };

const END = 0x06054b50;
const END_BYTES = 22;
/** Stands before the end of files whose directory is somewhere else: larger ones than are read here. */
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;
/** What stands above the heads, and a row more than there may be, so that too many are noticed. */
const ROWS = IMPORT_ROWS + 20;

/**
 * Unpacks every entry once with a limit that zlib keeps, because sizes in the directory can lie. Files of which the
 * reader of the workbook could find another directory are none: with something behind the end, with two counts of
 * entries, or with a locator.
 */
function unpacksWithin(file: Buffer, limit: number): boolean | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || file.readUInt32LE(end) !== END) return undefined;
  const entries = file.readUInt16LE(end + 8);
  if (file.readUInt16LE(end + 10) !== entries) return undefined;
  if (end + END_BYTES + file.readUInt16LE(end + 20) !== file.length) return undefined;
  if (end >= LOCATOR_BYTES && file.readUInt32LE(end - LOCATOR_BYTES) === LOCATOR) return undefined;
  let at = file.readUInt32LE(end + 16);
  let left = limit;
  for (let n = 0; n < entries; n++) {
    if (file.readUInt32LE(at) !== ENTRY) return undefined;
    const [packed, unpacked] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const local = file.readUInt32LE(at + 42);
    if (file.readUInt32LE(local) !== LOCAL) return undefined;
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const deflated = file.readUInt16LE(at + 10) === DEFLATED;
    // What is stored as it is, the reader copies by its packed size.
    left -= deflated ? unpacked : Math.max(packed, unpacked);
    if (left < 0) return false;
    if (deflated) {
      try {
        inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: Math.max(unpacked, 1) });
      } catch (error) {
        return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? false : undefined;
      }
    }
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return true;
}

/** A cell as text: days as ISO days, numbers with a decimal comma as a German sheet shows them. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return String(cell).slice(0, CELL_CHARS + 1);
}

async function read(bytes: Uint8Array): Promise<WorkbookAnswer> {
  try {
    const within = unpacksWithin(Buffer.from(bytes), UNPACKED_BYTES);
    if (within === false) return { code: "unpacked" };
    if (within === undefined) return { code: "broken-workbook" };
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return { matrix: rows.slice(0, ROWS).map((row) => row.slice(0, IMPORT_COLUMNS + 1).map(textOf)) };
  } catch {
    return { code: "broken-workbook" };
  }
}

parentPort?.postMessage(await read(workerData as Uint8Array));
