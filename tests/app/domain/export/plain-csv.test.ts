import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysisCsv, COLUMNS } from "#app/domain/export/analysis-csv.ts";
import { codebookCsv } from "#app/domain/export/codebook-csv.ts";
import { csvRecords, guarded, plainRecords } from "#app/domain/export/csv.ts";
import { compose, SAMPLE, textOf } from "./sample-contents.ts";

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, delimiter: ",", record_delimiter: "\r\n" });

describe("records for statistics programmes", () => {
  it("separates by commas, ends lines with CRLF and writes decimal points", () => {
    expect(plainRecords([["item", 3, 0.25, -1.5, null, "a,b", 1234567]])).toBe('item,3,0.25,-1.5,,"a,b",1234567\r\n');
  });

  it.each([
    { name: "semicolons", write: csvRecords, delimiter: ";" },
    { name: "commas", write: plainRecords, delimiter: "," },
  ])("gives back any text and any number, with $name", ({ write, delimiter }) => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("😀=", "-1,5", "\u{20BB7}"),
    );
    const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => Math.round(value * 1e6) / 1e6 + 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, number, text), { minLength: 1 }), (rows) => {
        const lines = rows.map(([a, value, b]) => ["x", a, value, b]);
        const back: string[][] = parse(Buffer.from(write(lines), "utf8"), { delimiter, record_delimiter: "\r\n" });
        expect(back.length).toBe(rows.length);
        for (const [i, [a, value, b]] of rows.entries()) {
          const cells = back[i] ?? [];
          const whole = (one: string) => Buffer.from(guarded(one), "utf8").toString("utf8");
          expect([cells[1], cells[3]]).toEqual([whole(a), whole(b)]);
          expect(Number(delimiter === ";" ? cells[2]?.replace(",", ".") : cells[2])).toBe(value);
        }
      }),
    );
  });
});

describe("the analysis file and its codebook", () => {
  it("is UTF-8 without a byte order mark, and has the documented columns", async () => {
    const bytes = await compose(analysisCsv);
    const [head] = textOf(bytes).split("\r\n");
    expect(head).toBe(COLUMNS.map(({ name }) => name).join(","));
    const documented = rowsOf(textOf(await compose(codebookCsv))).filter(({ part }) => part === "column");
    expect(documented.map(({ key }) => key)).toEqual(COLUMNS.map(({ name }) => name));
    for (const row of documented) expect(row.label_de && row.label_en, row.key).toBeTruthy();
  });

  it("has one row per item, breakdown, group, kind, code and rank", async () => {
    const rows = rowsOf(textOf(await compose(analysisCsv)));
    const keys = rows.map(({ item, breakdown, group, kind, code, rank }) =>
      [item, breakdown, group, kind, code, rank].join("|"),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      rows.find(({ item, code, breakdown }) => item === "bed/a" && code === "-2" && breakdown === "total"),
    ).toMatchObject({
      kind: "valid",
      n: "28",
      base: "49",
      share: "0.571429",
      mean: "-0.714286",
      unit: "response",
      fictional: "1",
    });
    expect(rows.find(({ item, kind }) => item === "faelle" && kind === "all")).toMatchObject({ n: "40", q3: "18.25" });
    expect(rows.find(({ item, kind }) => item === "ort/note" && kind === "valid")).toMatchObject({
      unit: "entry",
      respondents: "24",
    });
  });

  it("says every code, group and item that occurs there, and every text in both languages where it has them", async () => {
    const book = rowsOf(textOf(await compose(codebookCsv)));
    const has = (part: string, key: string | undefined, code = "") =>
      book.some((row) => row.part === part && row.key === key && row.code === code);
    for (const row of rowsOf(textOf(await compose(analysisCsv)))) {
      expect(has("item", row.item), row.item).toBe(true);
      expect(has("breakdown", row.breakdown)).toBe(true);
      expect(has("group", row.breakdown, row.group)).toBe(true);
      // What respondents wrote themselves has no place in a definition.
      if (row.code && row.code !== "'-unlisted") expect(has("code", row.item, row.code), row.code).toBe(true);
    }
    expect(book.find(({ part, code }) => part === "code" && code === "wn")).toMatchObject({
      missing: "1",
      label_de: SAMPLE.items[0]?.codes[2]?.label.de,
      label_en: "don't know",
    });
    expect(book.find(({ part, key }) => part === "item" && key === "bed/b")).toMatchObject({ polarity: "high-bad" });
    expect(book.find(({ part, key }) => part === "rule" && key === "multiple")?.value).toBe("3");
    expect(book.find(({ part, key }) => part === "rule" && key === "exactness")?.label_de).toContain(
      "Vielfaches von 3",
    );
  });

  it("keeps to itself who made the release", async () => {
    for (const format of [analysisCsv, codebookCsv]) {
      expect(textOf(await compose(format))).not.toContain(String(SAMPLE.release.made_by));
    }
  });
});
