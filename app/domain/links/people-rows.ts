import { cleanName, NAME_CHARS } from "../members/names.ts";
import { readAddress } from "../sign-in/address.ts";

export type RowFault =
  | "address-missing"
  | "address-invalid"
  | "several-addresses"
  | "language"
  | "columns"
  | "name-long"
  | "line-long";

/** One line as it was read. `known`: invited already; `double`: the same address stands above, at `of`. */
export type PersonRow = {
  line: number;
  name: string;
  address: string;
  locale: "de" | "en";
  state: "new" | "known" | "double" | "faulty";
  fault: RowFault | null;
  of: number | null;
};

/** Signs of one line: far more than a name, an address and a language have. */
const LINE_SIGNS = 1000;

const LANGUAGES: Record<string, "de" | "en"> = {
  de: "de",
  deutsch: "de",
  german: "de",
  en: "en",
  englisch: "en",
  english: "en",
};
const HEADS = /^(e-?mail(-?adresse)?|mail|adresse|address|name|vorname|nachname|sprache|language|anrede)$/i;

/**
 * Reads a list as people paste it: one person a line, "Name; Adresse; Sprache", with semicolon, tab or comma, or as mail
 * programs write it ("Name <Adresse>"). Several columns before the address are the name; a line of heads is left out.
 * `known` are addresses that are invited already.
 */
export function readPeopleRows(text: string, known: ReadonlySet<string>): PersonRow[] {
  const rows: PersonRow[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, untrimmed] of text.split(/\r\n|\r|\n/).entries()) {
    const line = untrimmed.trim();
    if (line.length > LINE_SIGNS) {
      rows.push({ ...BLANK, line: index + 1, name: cleanName(line.slice(0, 60)), state: "faulty", fault: "line-long" });
      continue;
    }
    const cells = cellsOf(line);
    if (cells.every((cell) => cell === "") || (rows.length === 0 && cells.every((cell) => HEADS.test(cell)))) continue;
    const row = readRow(index + 1, cells);
    const before = lineOf.get(row.address);
    if (row.fault) row.state = "faulty";
    else if (before) [row.state, row.of] = ["double", before];
    else if (known.has(row.address)) row.state = "known";
    if (!row.fault && !before) lineOf.set(row.address, row.line);
    rows.push(row);
  }
  return rows;
}

const BLANK: PersonRow = { line: 0, name: "", address: "", locale: "de", state: "new", fault: null, of: null };

function readRow(line: number, cells: readonly string[]): PersonRow {
  const at = cells.findIndex((cell) => cell.includes("@"));
  const row = { ...BLANK, line };
  if (at < 0) return { ...row, name: cleanName(cells.join(" ")), fault: "address-missing" };
  const rest = cells.slice(at + 1);
  if (rest.some((cell) => cell.includes("@"))) return { ...row, address: cells[at] ?? "", fault: "several-addresses" };
  while (rest.at(-1) === "") rest.pop();
  const before = cells.slice(0, at).filter((cell) => cell !== "");
  // The name may also stand behind the address.
  const language = LANGUAGES[rest.at(-1)?.toLowerCase() ?? ""];
  const behind = language ? rest.slice(0, -1) : rest;
  const name = cleanName((before.length > 0 ? before : behind).join(" "));
  const address = readAddress(cells[at] ?? "");
  const read = { ...row, name, address: address ?? cells[at] ?? "", locale: language ?? "de" } as PersonRow;
  if (!address) return { ...read, fault: "address-invalid" };
  if (name.length > NAME_CHARS) return { ...read, name: name.slice(0, NAME_CHARS), fault: "name-long" };
  // Names of two or three letters are rare at the very end; codes of languages are not.
  if (!language && before.length === 0 && rest.length > 1 && /^\p{L}{2,3}$/u.test(rest.at(-1) ?? "")) {
    return { ...read, fault: "language" };
  }
  const left = before.length > 0 ? behind.filter((cell) => cell !== "") : [];
  if (left.length > 0) return { ...read, fault: left.length === 1 && rest.length === 1 ? "language" : "columns" };
  return read;
}

function cellsOf(line: string): string[] {
  const written = readWritten(line);
  if (written) return written.map(plain);
  const separator = [";", "\t", ","].find((sign) => line.includes(sign)) ?? ";";
  return line.split(separator).map(plain);
}

/** "Name <Adresse>", the name with or without quotes, as mail programs write it; undefined for anything else. */
function readWritten(line: string): [string, string] | undefined {
  const text = line.replace(/[;,]$/, "").trimEnd();
  const open = text.indexOf("<");
  if (open < 0 || !text.endsWith(">")) return undefined;
  const address = text.slice(open + 1, -1);
  const name = text.slice(0, open).trim().replace(/^"/, "").replace(/"$/, "");
  return address === "" || /[<>]/.test(address) || /[">]/.test(name) ? undefined : [name, address];
}

/** Without quotes around it, the apostrophe of spreadsheets, and signs that nobody sees. */
function plain(cell: string): string {
  return cell
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/^'/, "")
    .trim();
}
