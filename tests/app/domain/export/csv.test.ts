import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords, guarded, undated } from "#app/domain/export/csv.ts";

const readBack = (text: string): string[][] => parse(text, { delimiter: ";", relax_column_count: true });

describe("CSV for German Excel", () => {
  it("separates by semicolons, ends lines with CRLF and writes decimal commas", () => {
    expect(
      csvRecords([
        ["Merkmal", 3, 0.25, -1.5, null],
        ["Träger", 1234567.5, 0, 1e-6, undefined],
      ]),
    ).toBe("Merkmal;3;0,25;-1,5;\r\nTräger;1234567,5;0;0,000001;\r\n");
  });

  it.each([
    { text: "=1+1", cell: "'=1+1" },
    { text: "+49 30", cell: "'+49 30" },
    { text: "-x", cell: "'-x" },
    { text: "@SUM(A1)", cell: "'@SUM(A1)" },
    { text: "\t=1", cell: "'\t=1" },
    { text: "\r=1", cell: "'\r=1" },
    { text: "-1", cell: "-1" },
    { text: "-1,5", cell: "-1,5" },
    { text: "a=b", cell: "a=b" },
    { text: "", cell: "" },
  ])("guards $text", ({ text, cell }) => {
    expect(guarded(text)).toBe(cell);
  });

  it.each(
    [
      "2026/1",
      "2026-1",
      "1-2",
      "1.2",
      "1.2.26",
      "1. 2. 2026",
      "10:30",
      "Mai 2026",
      "Okt. 26",
      "3. März",
      "12-Sep",
    ].concat(["January 2027", "3 May 2026", "May 3, 2026"]),
  )("keeps Excel from taking %s for a date", (text) => {
    expect(undated(text)).toBe(`'${text}`);
    expect(guarded(undated(text))).toBe(`'${text}`);
  });

  it.each([
    "2026",
    "Welle 2026/1",
    "2026/Herbst",
    "-2",
    "1,5",
    "2_5",
    "1 bis 2",
    "Mai",
    "Dezentral 5",
    "bed/a",
    "mehr 3",
    "",
  ])("leaves %s as it is", (text) => {
    expect(undated(text)).toBe(text);
  });

  it("keeps every text readable, whatever signs it has", () => {
    const text = fc.string({ unit: "grapheme" });
    const signs = fc.string({
      unit: fc.constantFrom(";", '"', "\r", "\n", "'", "=", "-", "1", ",", "\t", "a"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(text, signs), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const cells = rows.map((row) => ["x", ...row]);
          expect(readBack(csvRecords(cells))).toEqual(cells.map((row) => row.map(guarded)));
        },
      ),
    );
  });

  it("leaves no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.constantFrom(..."=+-@\t\r"), fc.string(), (first, rest) => {
        const cell = guarded(first + rest);
        expect(cell.startsWith("'") || Number.isFinite(Number(cell.replace(",", ".")))).toBe(true);
      }),
    );
  });
});
