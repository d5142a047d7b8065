import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { analysisCsv } from "#app/domain/export/analysis-csv.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import { FORMATS } from "#app/domain/export/index.ts";
import { reportCsv } from "#app/domain/export/report-csv.ts";
import { workbook } from "#app/domain/export/workbook.ts";
import { de } from "#app/locales/de/index.ts";
import { compose, EXPECTED, SAMPLE, textOf } from "./sample-contents.ts";

type Row = Record<string, string>;

/** Every count that a format says, by its place; a guarded cell is the text behind its apostrophe. */
type Counts = Map<string, number>;

const plain = (cell: string | undefined) => (cell ?? "").replace(/^'(?=[=+\-@])/, "");

function countsOf(
  rows: Row[],
  names: { place: string[]; kind: string; code: string; rank: string; n: string; base: string },
): Counts {
  const kinds: Record<string, string> = { gültig: "valid", fehlend: "missing", "ohne Antwort": "unanswered" };
  const counts: Counts = new Map();
  for (const row of rows) {
    const at = names.place.map((name) => plain(row[name])).join(" ");
    const kind = kinds[row[names.kind] ?? ""] ?? row[names.kind] ?? "";
    const [code, n] = [plain(row[names.code]), Number(row[names.n])];
    if (kind === "unanswered") counts.set(`${at} unanswered`, n);
    else if (code !== "") counts.set(`${at} ${kind} ${code} ${row[names.rank] ?? ""}`, n);
    counts.set(`${at} base`, Number(row[names.base]));
  }
  return counts;
}

/** How to read each format by something else than our own code. */
const READERS: Record<string, () => Promise<Counts>> = {
  csv: async () =>
    countsOf(parse(textOf(await compose(reportCsv)), { bom: true, columns: true, delimiter: ";" }), {
      place: ["Merkmal", "Aufschlüsselung", "Gruppe"],
      kind: "Art",
      code: "Code",
      rank: "Rang",
      n: "n",
      base: "Basis",
    }),
  analyse: async () =>
    countsOf(parse(textOf(await compose(analysisCsv)), { columns: true }), {
      place: ["item", "breakdown", "group"],
      kind: "kind",
      code: "code",
      rank: "rank",
      n: "n",
      base: "base",
    }),
  xlsx: async () => {
    const sheets = await readExcelFile(Buffer.from(await compose(workbook)));
    const rows = sheets
      .filter(({ sheet }) => /^\d/.test(sheet))
      .flatMap(({ data: [, heads = [], ...lines] }) =>
        lines.map((line) => Object.fromEntries(heads.map((head, i) => [String(head), String(line[i] ?? "")]))),
      );
    return countsOf(rows, {
      place: ["Merkmal (Kennung)", "Aufschlüsselung (Code)", "Gruppe (Code)"],
      kind: "Art",
      code: "Antwort (Code)",
      rank: "Platz",
      n: "Anzahl",
      base: "Grundlage",
    });
  },
};

describe("every format", () => {
  it.each(Object.keys(READERS))("%s says every count of the release, and beside them only noughts", async (id) => {
    const found = await READERS[id]?.();
    for (const [place, n] of EXPECTED) expect(found?.get(place), place).toBe(n);
    for (const [place, n] of found ?? []) if (!EXPECTED.has(place)) expect(n, place).toBe(0);
  });

  it("has words about what it is for, and a name of its own", () => {
    expect(FORMATS.every(({ id }) => de.downloads.formats[id].purpose.length > 20)).toBe(true);
    const names = FORMATS.map((format) => fileName(SAMPLE.release, format));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^groesste-bedarfe-2026-korrektur-2-fiktiv[a-z-]*\.[a-z]+$/);
  });

  it("stops reading the release when its reader goes away", async () => {
    let ended = false;
    const walk = async function* () {
      try {
        yield* SAMPLE.walk();
      } finally {
        ended = true;
      }
    };
    for (const { compose: write } of [reportCsv, analysisCsv]) {
      ended = false;
      let pieces = 0;
      for await (const _ of write({ ...SAMPLE, walk })) if (++pieces === 2) break;
      expect(ended).toBe(true);
    }
  });
});
