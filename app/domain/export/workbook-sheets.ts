import type { Cell, Image, Sheet } from "write-excel-file/node";
import { formatCount, textIn } from "../../format.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
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
import { type Words, wordsOf } from "./words/index.ts";

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

/** The columns of a sheet with figures in their order, with their widths. */
const COLUMNS = [
  ["item", 44],
  ["breakdown", 20],
  ["group", 28],
  ["kind", 14],
  ["label", 36],
  ["rank", 8],
  ["n", 10],
  ["base", 12],
  ["share", 10],
  ["low", 11],
  ["high", 11],
  ["value", 10],
  ["counted", 14],
  ["itemCode", 24],
  ["breakdownCode", 24],
  ["groupCode", 16],
  ["labelCode", 16],
] as const satisfies [keyof Words["block"], number][];

/** Statistics in the order in which sheets list them. */
const STATISTICS = ["mean", "sd", "q1", "median", "q3"] as const;

/** All figures of one question: one row per item, group and code, statistics below them. */
export function blockSheet({ title, name, entries }: Block, sampling: Sampling, locale: Locale): BookSheet {
  const { block: heads, kinds, units, validAnswers } = wordsOf(locale);
  const rows = entries.flatMap(({ item, shown }) =>
    shown.flatMap(({ group, figure }) => [
      ...linesOf(item, figure, sampling).map((line) => {
        const label = line.kind === "all" ? validAnswers : line.label ? textIn(line.label, locale) : "";
        const counted = unitOf(figure, line).entries ? units.entry : units.response;
        return row({ item, group, locale }, kinds[line.kind], label, line.code, [
          number(line.rank, "0"),
          number(line.n, COUNT),
          number(figure.base, COUNT),
          number(line.share, PERCENT),
          ...rangeCells(line.range),
          null,
          text(counted),
        ]);
      }),
      ...statisticRows({ item, group, locale }, figure),
      ...derivedRows({ item, group, locale }, figure, sampling),
    ]),
  );
  return {
    name,
    headRows: 2,
    widths: COLUMNS.map(([, width]) => width),
    data: [[text(title, TITLE)], COLUMNS.map(([column]) => text(heads[column], HEAD)), ...rows],
  };
}

type Place = { item: ItemEntry["item"]; group: ExportGroup; locale: Locale };

function statisticRows(place: Place, figure: ExportFigure): Cell[][] {
  const { kinds, statistics } = wordsOf(place.locale);
  return STATISTICS.flatMap((key) => {
    const value = figure[key];
    if (value === null) return [];
    return [row(place, kinds.statistic, statistics[key], "", measured(figure, number(rounded(value), DECIMAL)))];
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
  const { kinds, derived } = wordsOf(place.locale);
  const labels = new Map(place.item.codes.map(({ code, label }) => [code, textIn(label, place.locale)]));
  const upper = [
    null,
    null,
    number(figure.base, COUNT),
    number(top?.share, PERCENT),
    ...rangeCells(top?.range ?? null),
  ];
  return [
    ...(top && top.share !== null ? [row(place, kinds.statistic, derived.top, "", [...upper, null, null])] : []),
    ...(net === null ? [] : [row(place, kinds.statistic, derived.net, "", measured(figure, number(net, SIGNED)))]),
    ...meanRanks.map(({ code, mean }) => {
      const label = `${derived.meanRank}: ${labels.get(code) ?? code}`;
      return row(place, kinds.statistic, label, code, measured(figure, number(rounded(mean), DECIMAL)));
    }),
  ];
}

function row({ item, group, locale }: Place, kind: string, label: string, code: string, figures: Cell[]): Cell[] {
  return [
    text(textIn(item.label, locale)),
    text(textIn(group.breakdown_label, locale)),
    text(textIn(group.label, locale)),
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
export function overviewSheet(
  { release, groups, quotes }: ReleaseContents,
  blocks: readonly Block[],
  locale: Locale,
): BookSheet {
  const texts = textsOf(locale);
  const { overview: heads, quotes: quoted } = wordsOf(locale);
  const summary = summaryOf(release);
  const t = texts.releases.report;
  const n = (value: number) => formatCount(value, locale);
  const facts: [string, string][] = [
    [heads.wave, release.wave],
    [heads.stand, standInWords(summary, texts, locale)],
    [heads.questionnaire, t.version(n(release.version))],
    [heads.round, closingInWords(summary, texts, locale)],
    [heads.participation, participation(release, locale)],
    [heads.rule, ruleInWords(summary, texts, locale)],
    [heads.exactness, exactnessInWords(summary, texts, locale)],
    [heads.uncertainty, uncertaintyInWords(summary, groups.length > 1, texts)],
    ...methodInWords(release.method, texts, locale).map((point, i): [string, string] => [
      i === 0 ? heads.method : "",
      point,
    ]),
    [heads.checksum, release.checksum],
  ];
  const head = [
    [text(textIn(release.title, locale), TITLE)],
    ...(release.fictional ? [[text(t.fictional, { fontWeight: "bold" })]] : []),
    [],
    ...facts.map(([label, value]) => [text(label, { fontWeight: "bold", alignVertical: "top" }), text(value, WRAPPED)]),
    [],
    [text(heads.sheet, HEAD), text(heads.question, HEAD)],
  ];
  const listed = blocks.map(({ name, title, entries }) => {
    const note = entries.some(({ shown }) => shown.length > 0) ? "" : ` (${t.hiddenAll})`;
    return { name, title: title + note };
  });
  if (quotes.length > 0) listed.push(quoted);
  const link = { textColor: "#0A6068", textDecoration: { underline: true } };
  const lines = listed.map(({ name, title }) => [text(name, link), text(title, WRAPPED)]);
  return {
    name: heads.name,
    headRows: 0,
    widths: [34, 100],
    data: [...head, ...lines],
    links: new Map(listed.map(({ name }, i) => [head.length + i, name])),
  };
}

function participation({ submitted, invited, respondents }: ReleaseContents["release"], locale: Locale): string {
  const t = textsOf(locale).releases.participation;
  const n = formatCount(submitted, locale);
  return invited === null ? t.answers(n) : t[respondents](n, formatCount(invited, locale));
}

/** What the library needs to know of a sheet. */
export const asSheet = ({ name, data, widths, headRows }: BookSheet): Sheet<FileContent> => ({
  sheet: name,
  data,
  columns: widths.map((width) => ({ width })),
  ...(headRows > 0 ? { stickyRowsCount: headRows } : {}),
});
