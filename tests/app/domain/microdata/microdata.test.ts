import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainRecords } from "#app/domain/export/csv.ts";
import { leadingColumns } from "#app/domain/microdata/columns.ts";
import { longRows, wideRow } from "#app/domain/microdata/rows.ts";
import { pandasScript, rScript, spssSyntax } from "#app/domain/microdata/syntax.ts";
import { variablesOf } from "#app/domain/microdata/variables.ts";
import type { Cell, Item } from "#surveys/model.ts";

const item = (key: string, scale: Item["scale"], more: Partial<Item> = {}): Item => ({
  ...{ key, question: key.split("/")[0] ?? key, scale, repeated: false },
  ...{ title: { de: `Titel ${key}` }, label: { de: `Titel ${key}` }, codes: [], ...more },
});
const code = (name: string, more = {}) => ({ code: name, label: { de: `Wort „${name}“` }, ...more });
const GAPS = [code("wn", { missing: true }), code("nz", { missing: true })];

const ITEMS: Item[] = [
  item("bed/finanz", "ordinal", { codes: [code("1", { number: 1 }), code("5", { number: 5 }), ...GAPS] }),
  item("plan", "choice", { codes: [code("kurz"), code("lang"), code("ka", { missing: true })] }),
  item("themen", "multiple", { codes: [code("recht"), code("online"), ...GAPS] }),
  item("rang", "rank", { codes: [code("a"), code("b")] }),
  item("zahl", "number"),
  item("tag", "date"),
  item("text", "text"),
  item("hindernis/art", "choice", { codes: [code("zeit")], repeated: true }),
];
const cell = (key: string, more: Partial<Cell>): Cell => ({
  ...{ item: key, entry: null, code: null, number: null, text: null, ...more },
});
const variables = variablesOf(ITEMS, () => ["1", "2"]);
const isDated = (key: string) => ITEMS.some((known) => known.key === key && known.scale === "date");
const named = (cells: Cell[]) => {
  const [pseudonym, ...values] = wideRow({ pseudonym: "p1", cells }, variables);
  return { pseudonym, ...Object.fromEntries(variables.map(({ name }, at) => [name, values[at]])) };
};

describe("the wide file", () => {
  test("has a column for each item, option, place and entry", () => {
    expect(variables.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "bed_finanz coded",
      "plan coded",
      "themen_recht chosen",
      "themen_online chosen",
      "rang_a place",
      "rang_b place",
      "zahl number",
      "tag date",
      "text given",
      "hindernis_art_e1 coded",
      "hindernis_art_e2 coded",
    ]);
  });

  test("says valid answers by numbers of 0 and more, and missing ones by the same numbers below 0 everywhere", () => {
    const row = named([
      cell("bed/finanz", { code: "5", number: 5 }),
      cell("plan", { code: "ka" }),
      cell("themen", { code: "online" }),
      cell("rang", { code: "b", number: 1 }),
      cell("zahl", { number: -2.5 }),
      cell("tag", { text: "2026-11-28" }),
      cell("text", { text: "Geheimnis" }),
      cell("hindernis/art", { entry: "2", code: "selbst getippt" }),
    ]);
    expect(row).toEqual({
      ...{ pseudonym: "p1", bed_finanz: 5, plan: -3, themen_recht: 0, themen_online: 1, rang_a: null, rang_b: 1 },
      ...{ zahl: -2.5, tag: "2026-11-28", text: 1, hindernis_art_e1: null, hindernis_art_e2: 2 },
    });
    expect(named([cell("bed/finanz", { code: "nz" }), cell("themen", { code: "wn" })])).toMatchObject({
      ...{ bed_finanz: -2, themen_recht: -1, themen_online: -1, plan: null, text: null },
    });
  });

  test("names are unique, short and no words of SPSS, whatever the keys are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, unit: "binary" }), { maxLength: 30 }), (keys) => {
        const names = variablesOf(
          ["with", "To", "1a", "Bogen", "projekt", "traeger", ...keys].map((key) => item(key, "number")),
          () => [],
        ).map(({ name }) => name);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);
        for (const taken of ["with", "bogen", "projekt", "traeger"]) {
          expect(names.map((name) => name.toLowerCase())).not.toContain(taken);
        }
      }),
    );
  });

  test("no free text and no unlisted code leaves, in either file", () => {
    const text = fc.string({ minLength: 5 }).map((one) => `geheim ${one}`);
    fc.assert(
      fc.property(text, text, (typed, written) => {
        const cells = [cell("plan", { code: typed }), cell("text", { text: written })];
        const isListed = (key: string, one: string) =>
          ITEMS.some((known) => known.key === key && known.codes.some((listed) => listed.code === one));
        const file = plainRecords([
          wideRow({ pseudonym: "p", cells }, variables),
          ...longRows({ pseudonym: "p", cells }, isListed, isDated),
        ]);
        expect(file).not.toContain("geheim");
      }),
    );
  });

  test("a text that looks like a time or a day is a text all the same", () => {
    const isListed = () => true;
    for (const text of ["12:30 Gespräch mit Kim", "2026-11-28"]) {
      expect(longRows({ pseudonym: "p", cells: [cell("text", { text })] }, isListed, isDated)).toEqual([
        ["p", "text", null, null, null],
      ]);
    }
    expect(longRows({ pseudonym: "p", cells: [cell("tag", { text: "2026-11-28" })] }, isListed, isDated)[0]?.[3]).toBe(
      "2026-11-28",
    );
  });

  test("names stand in both files where they may, harmless for spreadsheets, and are empty where not", () => {
    const hostile = fc
      .constantFrom("=", "+", "-", "@", "")
      .chain((sign) => fc.string({ unit: "grapheme", minLength: 1 }).map((rest) => `${sign}${rest}😀`));
    fc.assert(
      fc.property(hostile, hostile, (project, organisation) => {
        const name = { project, organisation };
        const cells = [cell("zahl", { number: 1 })];
        const sheets = [
          { pseudonym: "p", name, cells },
          { pseudonym: "q", name: null, cells },
        ];
        const listed = () => true;
        const rows = sheets.flatMap((sheet) => [wideRow(sheet, variables), ...longRows(sheet, listed, isDated)]);
        const options = { record_delimiter: "\r\n", relax_column_count: true };
        const read: string[][] = parse(plainRecords(rows), options);
        const shown = [project, organisation].map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text));
        expect(read.map((row) => row.slice(0, 3))).toEqual([
          ["p", ...shown],
          ["p", ...shown],
          ["q", "", ""],
          ["q", "", ""],
        ]);
      }),
    );
  });

  test("is read back as it was written", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const rows = numbers.map((one) =>
          wideRow({ pseudonym: "p", cells: [cell("zahl", { number: one })] }, variables),
        );
        const at = 1 + variables.findIndex(({ name }) => name === "zahl");
        const read: string[][] = parse(plainRecords(rows), { record_delimiter: "\r\n" });
        expect(read.map((row) => Number(row[at]))).toEqual(numbers.map((one) => one + 0));
      }),
    );
  });
});

describe("what reads it", () => {
  test("SPSS: quotes are doubled, long labels are cut at whole characters", () => {
    const long = item("lang", "choice", { title: { de: "'ä😀".repeat(200) }, codes: [code("x")] });
    const syntax = spssSyntax(
      "daten.csv",
      leadingColumns(true),
      variablesOf([long], () => []),
    );
    for (const line of syntax.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThan(700);
    expect(spssSyntax("daten.csv", leadingColumns(false), variables)).toContain(
      "MISSING VALUES bed_finanz (LOWEST THRU -1).",
    );
    expect(syntax).not.toContain("\uFFFD");
  });

  test("R and pandas name every coded column once", () => {
    for (const script of [
      rScript("d.csv", leadingColumns(true), variables),
      pandasScript("d.csv", leadingColumns(true), variables),
    ]) {
      expect(script.match(/bed_finanz/g)).toHaveLength(1);
      expect(script).not.toContain("undefined");
    }
  });
});
