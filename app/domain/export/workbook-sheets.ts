import type { Cell, Image, Sheet } from "write-excel-file/node";
import { formatCount } from "../../format.ts";
import { textsOf } from "../../locales/index.ts";
import { deriveFigure, type Sampling } from "../report/derived.ts";
import {
  closingInWords,
  exactnessInWords,
  methodInWords,
  ruleInWords,
  standInWords,
  uncertaintyInWords,
} from "../report/in-words.ts";
import { summaryOf } from "../report/read-report.server.ts";
import type { Interval } from "../statistics/interval.ts";
import { excelText } from "./excel-text.ts";
import { linesOf, rounded, unitOf } from "./figure-lines.ts";
import type { ExportFigure, ExportGroup, ItemEntry, ReleaseContents } from "./release-contents.ts";
import { DERIVED, KINDS, STATISTICS, UNITS, VALID_ANSWERS } from "./words.ts";

/** A sheet with what the library does not know by itself: where its filters begin, and links to other sheets. */
export type BookSheet = {
  name: string;
  data: Cell[][];
  widths: number[];
  /** rows above the data: the frozen ones, the last of them with the filters */
  headRows: number;
  /** sheets to which the cells of the first column lead, by row from 0 */
  links?: Map<number, string>;
};

/** What the library could embed; nothing is. */
export type FileContent = Image["content"];

/** A question with its figures, and the sheet that holds them. */
export type Block = { title: string; name: string; entries: ItemEntry[] };

export const text = (value: string | null | undefined, style: object = {}): Cell =>
  value ? { value: excelText(value), type: String, ...style } : null;
export const number = (value: number | null | undefined, format: string): Cell =>
  value === null || value === undefined ? null : { value, type: Number, format };

const COUNT = "#,##0";
const PERCENT = "0%";
const DECIMAL = "0.0";
/** A difference of shares, with its sign. */
const SIGNED = "+0%;-0%;0%";
export const WRAPPED = { wrap: true, alignVertical: "top" } as const;
export const HEAD = { fontWeight: "bold", backgroundColor: "#E2EFEE", ...WRAPPED } as const;
const TITLE = { fontWeight: "bold", fontSize: 14 } as const;

/** The sheet with the quotes of a release that has some. */
export const QUOTES = { name: "Zitate", title: "Freigegebene Zitate aus freien Texten, in zufälliger Reihenfolge" };

const COLUMNS: { head: string; width: number }[] = [
  { head: "Merkmal", width: 44 },
  { head: "Aufschlüsselung", width: 20 },
  { head: "Gruppe", width: 28 },
  { head: "Art", width: 14 },
  { head: "Antwort", width: 36 },
  { head: "Platz", width: 8 },
  { head: "Anzahl", width: 10 },
  { head: "Grundlage", width: 12 },
  { head: "Anteil", width: 10 },
  { head: "Anteil von", width: 11 },
  { head: "Anteil bis", width: 11 },
  { head: "Wert", width: 10 },
  { head: "Gezählt", width: 14 },
  { head: "Merkmal (Kennung)", width: 24 },
  { head: "Aufschlüsselung (Code)", width: 24 },
  { head: "Gruppe (Code)", width: 16 },
  { head: "Antwort (Code)", width: 16 },
];

/** All figures of one question: one row per item, group and code, statistics below them. */
export function blockSheet({ title, name, entries }: Block, sampling: Sampling): BookSheet {
  const rows = entries.flatMap(({ item, shown }) =>
    shown.flatMap(({ group, figure }) => [
      ...linesOf(item, figure, sampling).map((line) => {
        const label = line.kind === "all" ? VALID_ANSWERS : line.kind === "unanswered" ? "" : line.label?.de;
        const counted = unitOf(figure, line).entries ? UNITS.entry : UNITS.response;
        return row({ item, group }, KINDS[line.kind], label, line.code, [
          number(line.rank, "0"),
          number(line.n, COUNT),
          number(figure.base, COUNT),
          number(line.share, PERCENT),
          ...rangeCells(line.range),
          null,
          text(counted),
        ]);
      }),
      ...statisticRows({ item, group }, figure),
      ...derivedRows({ item, group }, figure, sampling),
    ]),
  );
  return {
    name,
    headRows: 2,
    widths: COLUMNS.map(({ width }) => width),
    data: [[text(title, TITLE)], COLUMNS.map(({ head }) => text(head, HEAD)), ...rows],
  };
}

type Place = { item: ItemEntry["item"]; group: ExportGroup };

function statisticRows(place: Place, figure: ExportFigure): Cell[][] {
  return STATISTICS.flatMap(({ key, label }) => {
    const value = figure[key];
    if (value === null) return [];
    return [row(place, "Kennzahl", label, "", measured(figure, number(rounded(value), DECIMAL)))];
  });
}

const rangeCells = (range: Interval | null): Cell[] => [number(range?.low, PERCENT), number(range?.high, PERCENT)];

/** The cells of one figure that is no count. */
const measured = ({ base }: ExportFigure, value: Cell): Cell[] => [
  null,
  null,
  number(base, COUNT),
  null,
  null,
  null,
  value,
  null,
];

/** What follows from the counts: the upper end and its range, the net score, mean places. */
function derivedRows(place: Place, figure: ExportFigure, sampling: Sampling): Cell[][] {
  const { top, net, meanRanks } = deriveFigure(place.item, figure, sampling);
  const labels = new Map(place.item.codes.map(({ code, label }) => [code, label.de]));
  const upper = [
    null,
    null,
    number(figure.base, COUNT),
    number(top?.share, PERCENT),
    ...rangeCells(top?.range ?? null),
  ];
  return [
    ...(top && top.share !== null ? [row(place, "Kennzahl", DERIVED.top, "", [...upper, null, null])] : []),
    ...(net === null ? [] : [row(place, "Kennzahl", DERIVED.net, "", measured(figure, number(net, SIGNED)))]),
    ...meanRanks.map(({ code, mean }) => {
      const label = `${DERIVED.meanRank}: ${labels.get(code) ?? code}`;
      return row(place, "Kennzahl", label, code, measured(figure, number(rounded(mean), DECIMAL)));
    }),
  ];
}

function row({ item, group }: Place, kind: string, label: string | undefined, code: string, figures: Cell[]): Cell[] {
  return [
    text(item.label.de),
    text(group.breakdown_label.de),
    text(group.label.de),
    text(kind),
    text(label),
    ...figures,
    text(item.item),
    text(group.breakdown),
    text(group.group_code),
    text(code),
  ];
}

/** Title, facts, rule and method of the release, and where each question stands. */
export function overviewSheet({ release, groups, quotes }: ReleaseContents, blocks: readonly Block[]): BookSheet {
  const texts = textsOf("de");
  const summary = summaryOf(release);
  const t = texts.releases.report;
  const n = (value: number) => formatCount(value, "de");
  const facts: [string, string][] = [
    ["Welle", release.wave],
    ["Auswertungsstand", standInWords(summary, texts, "de")],
    ["Fragebogen", t.version(n(release.version))],
    ["Erhebung", closingInWords(summary, texts, "de")],
    ["Beteiligung", participation(release)],
    ["Regel", ruleInWords(summary, texts, "de")],
    ["Genauigkeit", exactnessInWords(summary, texts, "de")],
    ["Sicherheit", uncertaintyInWords(summary, groups.length > 1, texts)],
    ...methodInWords(release.method, texts, "de").map((point, i): [string, string] => [
      i === 0 ? "Rechenweise" : "",
      point,
    ]),
    ["Prüfsumme", release.checksum],
  ];
  const head = [
    [text(release.title.de, TITLE)],
    ...(release.fictional ? [[text(t.fictional, { fontWeight: "bold" })]] : []),
    [],
    ...facts.map(([label, value]) => [text(label, { fontWeight: "bold", alignVertical: "top" }), text(value, WRAPPED)]),
    [],
    [text("Blatt", HEAD), text("Frage", HEAD)],
  ];
  const listed = blocks.map(({ name, title, entries }) => {
    const note = entries.some(({ shown }) => shown.length > 0) ? "" : ` (${t.hiddenAll})`;
    return { name, title: title + note };
  });
  if (quotes.length > 0) listed.push(QUOTES);
  const link = { textColor: "#0A6068", textDecoration: { underline: true } };
  const lines = listed.map(({ name, title }) => [text(name, link), text(title, WRAPPED)]);
  return {
    name: "Übersicht",
    headRows: 0,
    widths: [34, 100],
    data: [...head, ...lines],
    links: new Map(listed.map(({ name }, i) => [head.length + i, name])),
  };
}

function participation({ submitted, invited, respondents }: ReleaseContents["release"]): string {
  const t = textsOf("de").releases.participation;
  const n = formatCount(submitted, "de");
  return invited === null ? t.answers(n) : t[respondents](n, formatCount(invited, "de"));
}

/** What the library needs to know of a sheet. */
export const asSheet = ({ name, data, widths, headRows }: BookSheet): Sheet<FileContent> => ({
  sheet: name,
  data,
  columns: widths.map((width) => ({ width })),
  ...(headRows > 0 ? { stickyRowsCount: headRows } : {}),
});
