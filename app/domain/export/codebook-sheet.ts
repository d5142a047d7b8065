import type { ReleaseContents } from "./release-contents.ts";
import { POLARITIES, SCALES } from "./words.ts";
import { type BookSheet, HEAD, number, text } from "./workbook-sheets.ts";

const BOOK_HEADS = [
  "Art",
  "Kennung",
  "Code",
  "Bedeutung",
  "Bedeutung (englisch)",
  "Skala",
  "Oberes Ende",
  "Fehlend",
  "Zahl",
  "Wortlaut der Frage",
  "Wortlaut (englisch)",
];

/** Every item with its codes, and every group. */
export function codebookSheet({ items, groups }: ReleaseContents): BookSheet {
  const itemRows = items.flatMap((item) => [
    [
      text("Merkmal"),
      text(item.item),
      null,
      text(item.label.de),
      text(item.label.en),
      text(SCALES[item.scale]),
      text(item.scale === "ordinal" ? POLARITIES[item.polarity] : ""),
      null,
      null,
      text(item.title.de),
      text(item.title.en),
    ],
    ...item.codes.map((code) => [
      text("Antwort"),
      text(item.item),
      text(code.code),
      text(code.label.de),
      text(code.label.en),
      null,
      null,
      text(code.missing ? "ja" : ""),
      number(code.number, "General"),
    ]),
  ]);
  const groupRows = groups.map((group) => [
    text("Gruppe"),
    text(group.breakdown),
    text(group.group_code),
    text(`${group.breakdown_label.de}: ${group.label.de}`),
    text(group.label.en && `${group.breakdown_label.en ?? group.breakdown_label.de}: ${group.label.en}`),
  ]);
  return {
    name: "Codebuch",
    headRows: 1,
    widths: [10, 28, 16, 44, 44, 18, 14, 10, 8, 60, 60],
    data: [BOOK_HEADS.map((head) => text(head, HEAD)), ...itemRows, ...groupRows],
  };
}
