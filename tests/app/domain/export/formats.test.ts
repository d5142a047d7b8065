import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { analysisCsv } from "#app/domain/export/analysis-csv.ts";
import { codebookCsv } from "#app/domain/export/codebook-csv.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import { FORMATS } from "#app/domain/export/index.ts";
import type { ReleaseContents } from "#app/domain/export/release-contents.ts";
import { reportCsv } from "#app/domain/export/report-csv.ts";
import { wordsOf } from "#app/domain/export/words/index.ts";
import { workbook } from "#app/domain/export/workbook.ts";
import { LOCALES, type Locale, textsOf } from "#app/locales/index.ts";
import { compose, EXPECTED, SAMPLE, textOf } from "./sample-contents.ts";

type Row = Record<string, string>;

/** Every count that a format says, by its place; a guarded cell is the text behind its apostrophe. */
type Counts = Map<string, number>;

const plain = (cell: string | undefined) => (cell ?? "").replace(/^'(?=[=+\-@])/, "");

function countsOf(
  rows: Row[],
  names: { place: string[]; kind: string; code: string; rank: string; n: string; base: string },
): Counts {
  const kinds: Record<string, string> = {
    ...{ gültig: "valid", fehlend: "missing", "ohne Antwort": "unanswered" },
    "no answer": "unanswered",
  };
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

/** How to read each format by something else than our own code, in each language. */
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
  "csv in English": async () =>
    countsOf(parse(textOf(await compose(reportCsv, SAMPLE, "en")), { bom: true, columns: true }), {
      place: ["Item", "Breakdown", "Group"],
      kind: "Kind",
      code: "Code",
      rank: "Rank",
      n: "n",
      base: "Base",
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
  xlsx: async () =>
    countsOf(await rowsOfWorkbook("de"), {
      place: ["Merkmal (Kennung)", "Aufschlüsselung (Code)", "Gruppe (Code)"],
      kind: "Art",
      code: "Antwort (Code)",
      rank: "Platz",
      n: "Anzahl",
      base: "Grundlage",
    }),
  "xlsx in English": async () =>
    countsOf(await rowsOfWorkbook("en"), {
      place: ["Item (identifier)", "Breakdown (code)", "Group (code)"],
      kind: "Kind",
      code: "Answer (code)",
      rank: "Rank",
      n: "Count",
      base: "Base",
    }),
};

async function rowsOfWorkbook(locale: Locale): Promise<Row[]> {
  const sheets = await readExcelFile(Buffer.from(await compose(workbook, SAMPLE, locale)));
  return sheets
    .filter(({ sheet }) => /^\d/.test(sheet))
    .flatMap(({ data: [, heads = [], ...lines] }) =>
      lines.map((line) => Object.fromEntries(heads.map((head, i) => [String(head), String(line[i] ?? "")]))),
    );
}

describe("every format", () => {
  it.each(Object.keys(READERS))("%s says every count of the release, and beside them only noughts", async (id) => {
    const found = await READERS[id]?.();
    for (const [place, n] of EXPECTED) expect(found?.get(place), place).toBe(n);
    for (const [place, n] of found ?? []) if (!EXPECTED.has(place)) expect(n, place).toBe(0);
  });

  it("has words about what it is for, and a name of its own", () => {
    const patterns = {
      de: /^groesste-bedarfe-2026-korrektur-2-fiktiv[a-z-]*\.[a-z]+$/,
      en: /^greatest-needs-2026-correction-2-fictional[a-z-]*\.[a-z]+$/,
    };
    for (const locale of LOCALES) {
      expect(FORMATS.every(({ id }) => textsOf(locale).downloads.formats[id].purpose.length > 20)).toBe(true);
      const names = FORMATS.map((format) => fileName(SAMPLE.release, format, locale));
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(patterns[locale]);
    }
  });

  it("has the same heads twice in no language", () => {
    for (const locale of LOCALES) {
      for (const heads of [wordsOf(locale).report, wordsOf(locale).block, wordsOf(locale).codebook.heads])
        expect(new Set(Object.values(heads)).size).toBe(Object.values(heads).length);
    }
  });

  it("for programmes is the same file in both languages", async () => {
    for (const format of [analysisCsv, codebookCsv])
      expect(await compose(format, SAMPLE, "en")).toEqual(await compose(format, SAMPLE, "de"));
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
      for await (const _ of write({ ...SAMPLE, walk }, "de")) if (++pieces === 2) break;
      expect(ended).toBe(true);
    }
  });
});

describe("the table for Excel", () => {
  const linesOf = async (locale: Locale) => textOf(await compose(reportCsv, SAMPLE, locale)).split("\r\n");

  it("is written as a German Excel reads it: semicolons, decimal commas, days as numbers", async () => {
    const [heads, first] = await linesOf("de");
    expect(heads).toMatch(/^\uFEFFErhebung;Welle;Auswertungsstand;Stand vom;/);
    expect(first).toMatch(/^Größte Bedarfe;2026;2 \(Korrektur, nur Gesamtwerte\);02\.10\.2026;3;fiktiv;bed\/a;/);
    expect(first).toContain(";1;gar nicht;;gültig;21;49;0,428571;-0,714286;Antwortbogen;49;");
  });

  it("is written as an English Excel reads it: commas, decimal points, days that are the same everywhere", async () => {
    const [heads, first, ...rest] = await linesOf("en");
    expect(heads).toMatch(/^\uFEFFSurvey,Wave,Release,Made on,/);
    expect(first).toMatch(/^Greatest needs,2026,"2 \(correction, totals only\)",2 Oct 2026,3,fictional,bed\/a,/);
    expect(first).toContain(",1,not at all,,valid,21,49,0.428571,-0.714286,response,49,");
    // What nobody translated stays German.
    expect(rest.some((line) => line.includes(",region5,'-rest,Übrige 🏔,"))).toBe(true);
  });

  it("shows a wave and labels that look like days as they are, as the workbook does; for programmes they are keys", async () => {
    const text = "2026/1";
    const item = { ...(SAMPLE.items[0] as (typeof SAMPLE.items)[number]), label: { de: "1-2", en: "1-2" } };
    const looks: ReleaseContents = {
      ...SAMPLE,
      release: { ...SAMPLE.release, wave: text },
      walk: async function* () {
        for await (const entry of SAMPLE.walk()) yield entry.item.item === item.item ? { ...entry, item } : entry;
      },
    };
    const rows = (file: Uint8Array, delimiter: string): Row[] =>
      parse(textOf(file), { bom: true, columns: true, delimiter });
    for (const row of rows(await compose(reportCsv, looks), ";")) expect(row.Welle).toBe(`'${text}`);
    const [english] = rows(await compose(reportCsv, looks, "en"), ",");
    expect(english).toMatchObject({ Wave: `'${text}`, "Part of the question": "'1-2" });
    for (const row of rows(await compose(analysisCsv, looks), ",")) expect(row.wave).toBe(text);
    const [overview, first] = await readExcelFile(Buffer.from(await compose(workbook, looks)));
    expect(overview?.data).toContainEqual(expect.arrayContaining(["Welle", text]));
    expect(first?.data[2]?.[0]).toBe("1-2");
  });
});
