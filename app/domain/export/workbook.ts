import writeExcelFile, { type Feature } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import { samplingOf } from "../report/derived.ts";
import { codebookSheet } from "./codebook-sheet.ts";
import { defineFormat, type Pieces } from "./format.ts";
import { quotesSheet } from "./quotes-sheet.ts";
import type { ItemEntry, ReleaseContents } from "./release-contents.ts";
import { sheetName } from "./sheet-names.ts";
import { asSheet, type Block, type BookSheet, blockSheet, type FileContent, overviewSheet } from "./workbook-sheets.ts";
import { withZipTimes } from "./zip-times.ts";

/**
 * The workbook: an overview, a sheet per question, the codebook. Texts are shared strings, which no spreadsheet runs. It is
 * made as a whole, because the sizes of its parts stand at its beginning; a release is a few thousand rows however many
 * responses it counts.
 */
export const workbook = defineFormat({
  id: "xlsx",
  extension: "xlsx",
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  compose: writeWorkbook,
});

async function* writeWorkbook(contents: ReleaseContents, locale: Locale): Pieces {
  const blocks = await readBlocks(contents, locale);
  const sampling = samplingOf(contents.release);
  const shown = blocks.filter(({ entries }) => entries.some((entry) => entry.shown.length > 0));
  const sheets = [
    overviewSheet(contents, blocks, locale),
    ...shown.map((block) => blockSheet(block, sampling, locale)),
    ...[quotesSheet(contents, locale) ?? []].flat(),
    codebookSheet(contents, locale),
  ];
  const file = await writeExcelFile(sheets.map(asSheet), { features: [filtersAndLinks(sheets)] }).toBuffer();
  yield withZipTimes(file, contents.release.made_at);
}

/** Items by question, in the order of the questionnaire. */
async function readBlocks({ walk }: ReleaseContents, locale: Locale): Promise<Block[]> {
  const byQuestion = new Map<string, ItemEntry[]>();
  for await (const entry of walk()) {
    const own = byQuestion.get(entry.item.question);
    if (own) own.push(entry);
    else byQuestion.set(entry.item.question, [entry]);
  }
  return [...byQuestion.values()].map((entries, index) => {
    const first = entries[0]?.item.title;
    const title = first ? textIn(first, locale) : "";
    return { title, name: sheetName(index + 1, title), entries };
  });
}

/** Auto filters under every frozen head, and links of the overview: the library writes what it does not know as markup. */
function filtersAndLinks(sheets: readonly BookSheet[]): Feature<FileContent> {
  const order = getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [];
  const insert = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "worksheet");
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (!sheet) return xml;
            const filtered = sheet.headRows > 0 ? insert(xml, filterOf(sheet)) : xml;
            return sheet.links?.size ? insert(filtered, linksOf(sheet, sheets)) : filtered;
          },
        },
      },
    },
  };
}

function filterOf({ data, headRows, widths }: BookSheet): string {
  const from = getCellAddress(headRows - 1, 0);
  const to = getCellAddress(Math.max(data.length, headRows) - 1, widths.length - 1);
  return getSelfClosingTagMarkup("autoFilter", { ref: `${from}:${to}` });
}

/** Questions without figures have no sheet to lead to. */
function linksOf({ links }: BookSheet, sheets: readonly BookSheet[]): string {
  const known = new Set(sheets.map(({ name }) => name));
  const markup = [...(links ?? [])]
    .filter(([, name]) => known.has(name))
    .map(([row, name]) => {
      const location = `'${name.replaceAll("'", "''")}'!A1`;
      return getSelfClosingTagMarkup("hyperlink", { ref: getCellAddress(row, 0), location, display: name });
    });
  return `<hyperlinks>${markup.join("")}</hyperlinks>`;
}
