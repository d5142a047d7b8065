import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { entriesOf, type ReleaseContents } from "#app/domain/export/release-contents.ts";
import { sheetName } from "#app/domain/export/sheet-names.ts";
import { wordsOf } from "#app/domain/export/words/index.ts";
import { workbook } from "#app/domain/export/workbook.ts";
import type { Locale } from "#app/locales/index.ts";
import { openArchive } from "./archive.ts";
import { compose, SAMPLE, textOf } from "./sample-contents.ts";

const sheetsOf = async (contents: ReleaseContents = SAMPLE, locale: Locale = "de") =>
  readExcelFile(Buffer.from(await compose(workbook, contents, locale)), { trim: false });

describe("the workbook", () => {
  it("has an overview, a sheet per question that may be shown, and the codebook", async () => {
    const sheets = await sheetsOf();
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Übersicht",
      "1 Wie wichtig ist Ihnen das…",
      "2 Wie wichtig ist Ihnen das…",
      "3 Frage rang",
      "4 Frage faelle",
      "5 Frage ort note",
      "7 Frage offen",
      "Zitate",
      "Codebuch",
    ]);
    const overview = sheets[0]?.data.flat().join("\n");
    for (const words of [
      "Größte Bedarfe",
      "erfunden",
      "Vielfaches von 3",
      "ab 6 Projekten",
      "Frage selten (Zu wenige",
    ]) {
      expect(overview).toContain(words);
    }
  });

  it("is English for English pages, with the German wording beside it in the codebook", async () => {
    const sheets = await sheetsOf(SAMPLE, "en");
    const names = sheets.map(({ sheet }) => sheet);
    expect(names.slice(2)).toEqual([
      "2 Wie wichtig ist Ihnen das…",
      "3 Question rang",
      "4 Question faelle",
      "5 Question ort note",
      "7 Question offen",
      "Quotes",
      "Codebook",
    ]);
    const overview = sheets[0]?.data.flat().join("\n");
    for (const words of ["Greatest needs", "2 October 2026", "54 of 60 projects", "Question selten (Too few"])
      expect(overview).toContain(words);
    const [heads, ...lines] = sheets.at(-1)?.data ?? [];
    expect(heads?.slice(3, 5)).toEqual(["Meaning", "Meaning (German)"]);
    expect(lines).toContainEqual(expect.arrayContaining(["answer", "bed/a", "1", "not at all", "gar nicht"]));
    // No word of the German workbook is left, but labels that nobody translated.
    const german = Object.values(wordsOf("de").block).filter(
      (word) => !Object.values(wordsOf("en").block).includes(word),
    );
    const cells = new Set(sheets.flatMap(({ data }) => data.flat()));
    for (const word of german) expect(cells).not.toContain(word);
  });

  it("keeps numbers numbers and texts texts, however they begin", async () => {
    const [, first, second] = await sheetsOf();
    const [, heads, row] = first?.data ?? [];
    expect(Object.fromEntries((heads ?? []).map((head, i) => [head, row?.[i]]))).toMatchObject({
      Antwort: "gar nicht",
      Anzahl: 21,
      Grundlage: 49,
      "Antwort (Code)": "1",
    });
    const cells = (second?.data ?? []).flat();
    expect(cells).toContain('+49 30 "Amt"');
    expect(cells).toContain("=1+1");
    expect((first?.data ?? []).flat()).toContain("_x0041_ Austausch");
    expect((first?.data ?? []).flat()).toContain("Übrige 🏔");
    expect((first?.data ?? []).flat()).toContain(-0.714286);
  });

  it("has frozen heads with filters over all rows, links to the sheets, formats, and not one formula", async () => {
    const files = openArchive(await compose(workbook));
    const xml = (name: string) => textOf(files[name] ?? new Uint8Array());
    expect(xml("xl/worksheets/sheet2.xml")).toMatch(/<pane ySplit="2"[^>]*state="frozen"/);
    expect(xml("xl/worksheets/sheet2.xml")).toMatch(/<autoFilter ref="A2:Q\d+"\/><\/worksheet>$/);
    expect(xml("xl/worksheets/sheet9.xml")).toMatch(/<autoFilter ref="A1:K\d+"\/>/);
    expect(xml("xl/worksheets/sheet1.xml")).toContain('location="&apos;Zitate&apos;!A1"');
    expect(xml("xl/worksheets/sheet1.xml")).toContain('location="&apos;3 Frage rang&apos;!A1"');
    for (const format of ["0%", "0.0"]) expect(xml("xl/styles.xml")).toContain(`formatCode="${format}"`);
    for (const [name, content] of Object.entries(files)) {
      expect(textOf(content), name).not.toMatch(/<f[ >]/);
      expect(textOf(content), name).not.toContain(String(SAMPLE.release.made_by));
    }
  });

  it("is the same, byte by byte, whenever it is made", async () => {
    const first = await compose(workbook);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(first, await compose(workbook))).toBe(0);
  });

  it("gives back any text of assigned characters", async () => {
    const words = fc.constantFrom("constructor", "__proto__", "toString", "_x0041_", " a ", "a\nb");
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 40 })
      .map((one) => one.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ""));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 3, arbitrary: text.filter((one) => one.trim() !== "") }, words),
        async (label) => {
          const items = [{ ...(SAMPLE.items[7] as (typeof SAMPLE.items)[number]), label: { de: label } }];
          const groups = SAMPLE.groups.slice(0, 1);
          const figure = {
            item: "offen",
            breakdown: "total",
            group_code: "all",
            base: 8,
            unanswered: 0,
            respondents: null,
            mean: null,
            sd: null,
            q1: null,
            median: null,
            q3: null,
            counts: [],
          };
          const walk = async function* () {
            yield* entriesOf(items, groups, [figure]);
          };
          const sheets = await sheetsOf({ ...SAMPLE, groups, items, walk });
          expect(sheets[1]?.data[2]?.[0]).toBe(label);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("names of sheets", () => {
  it("are what Excel takes, and unique by their number", () => {
    const title = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."[]:*?/\\' ", "😀", "a") }),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 5 }), (titles) => {
        const names = titles.map((one, i) => sheetName(i + 1, one));
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});
