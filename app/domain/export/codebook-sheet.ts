import type { Text } from "#surveys/model.ts";
import { textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import type { ReleaseContents } from "./release-contents.ts";
import { wordsOf } from "./words/index.ts";
import { type BookSheet, HEAD, number, text } from "./workbook-sheets.ts";

/** The columns in their order, with their widths. */
const COLUMNS = [
  ["part", 10],
  ["key", 28],
  ["code", 16],
  ["label", 44],
  ["otherLabel", 44],
  ["scale", 18],
  ["polarity", 14],
  ["missing", 10],
  ["number", 8],
  ["wording", 60],
  ["otherWording", 60],
] as const;

/** Every item with its codes, and every group; in the language of the file, and beside it in the other one. */
export function codebookSheet({ items, groups }: ReleaseContents, locale: Locale): BookSheet {
  const { codebook: t, scales, polarities } = wordsOf(locale);
  const own = (label: Text) => textIn(label, locale);
  const other = (label: Text) => (locale === "de" ? label.en : label.de);
  const itemRows = items.flatMap((item) => [
    [
      text(t.item),
      text(item.item),
      null,
      text(own(item.label)),
      text(other(item.label)),
      text(scales[item.scale]),
      text(item.scale === "ordinal" ? polarities[item.polarity] : ""),
      null,
      null,
      text(own(item.title)),
      text(other(item.title)),
    ],
    ...item.codes.map((code) => [
      text(t.code),
      text(item.item),
      text(code.code),
      text(own(code.label)),
      text(other(code.label)),
      null,
      null,
      text(code.missing ? t.yes : ""),
      number(code.number, "General"),
    ]),
  ]);
  const groupRows = groups.map(({ breakdown, group_code, breakdown_label, label }) => [
    text(t.group),
    text(breakdown),
    text(group_code),
    text(`${own(breakdown_label)}: ${own(label)}`),
    text(other(label) && `${other(breakdown_label) ?? breakdown_label.de}: ${other(label)}`),
  ]);
  return {
    name: t.name,
    headRows: 1,
    widths: COLUMNS.map(([, width]) => width),
    data: [COLUMNS.map(([column]) => text(t.heads[column], HEAD)), ...itemRows, ...groupRows],
  };
}
