import { textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import { deriveFigure, type Sampling, samplingOf } from "../report/derived.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords, plainRecords, undated } from "./csv.ts";
import { decimals, type FigureLine, linesOf, unitOf } from "./figure-lines.ts";
import { defineFormat, type Pieces } from "./format.ts";
import type { ExportFigure, ExportGroup, ExportItem, ReleaseContents } from "./release-contents.ts";
import { type Words, wordsOf } from "./words/index.ts";

/** The columns in their order. */
const COLUMNS = [
  "title",
  "wave",
  "stand",
  "madeAt",
  "version",
  "data",
  "item",
  "question",
  "part",
  "breakdown",
  "group",
  "groupName",
  "code",
  "label",
  "rank",
  "kind",
  "n",
  "base",
  "share",
  "mean",
  "unit",
  "responses",
  "low",
  "high",
  "top",
  "net",
  "meanRank",
] as const satisfies (keyof Words["report"])[];

/** How an Excel set to the language of the reader writes texts and days so that it reads them again without asking. */
const CONVENTIONS = {
  de: { records: csvRecords, dates: "de-DE" },
  // A month in letters is the same day in Britain and in America.
  en: { records: plainRecords, dates: "en-GB" },
} as const;

/**
 * The report for Excel, German or English: one row per item, group and code; codes that nobody chose count 0. `Anteil` is
 * n ÷ Basis from 0 to 1, for valid codes only. Missing codes (`fehlend`) and blanks (`ohne Antwort`) stand beside them, outside the
 * base. Items without codes have one row with their base. What is withheld has no rows. `Einheit` says what `n` and
 * `Basis` count: responses, or entries of a repeated group; `Antwortbögen` is the number of responses behind the base. Blanks
 * are always responses. `Anteil von` and `Anteil bis` are the range of a total's share; `Saldo` goes from -1 to 1.
 * An apostrophe keeps Excel from taking the wave "2026/1" for a month; it stands before labels and codes, too.
 */
export const reportCsv = defineFormat({
  id: "csv",
  extension: "csv",
  contentType: "text/csv; charset=utf-8",
  compose: writeReport,
});

async function* writeReport({ release, walk }: ReleaseContents, locale: Locale): Pieces {
  const { records } = CONVENTIONS[locale];
  const heads = wordsOf(locale).report;
  yield BYTE_ORDER_MARK + records([COLUMNS.map((column) => heads[column])]);
  const lead = leadOf(release, locale);
  const sampling = samplingOf(release);
  for await (const { item, shown } of walk()) {
    const rows = shown.flatMap(({ group, figure }) => {
      return rowsOf({ item, group, figure }, sampling, locale).map((row) => [...lead, ...row]);
    });
    if (rows.length > 0) yield records(rows);
  }
}

function leadOf(release: ReleaseContents["release"], locale: Locale): CsvCell[] {
  const { data, stands } = wordsOf(locale);
  const day = new Intl.DateTimeFormat(CONVENTIONS[locale].dates, { dateStyle: "medium", timeZone: "Europe/Berlin" });
  return [
    textIn(release.title, locale),
    undated(release.wave),
    release.kind === "final" ? release.number : `${release.number} (${stands[release.kind]})`,
    day.format(release.made_at),
    release.version,
    release.fictional ? data.fictional : data.real,
  ];
}

type Place = { item: ExportItem; group: ExportGroup; figure: ExportFigure };

function rowsOf({ item, group, figure }: Place, sampling: Sampling, locale: Locale): CsvCell[][] {
  const [title, label] = [textIn(item.title, locale), textIn(item.label, locale)];
  const sub = label === title ? "" : label;
  const place = [item.item, title, sub, group.breakdown, group.group_code, textIn(group.label, locale)].map(undated);
  const { top, net, meanRanks } = deriveFigure(item, figure, sampling);
  return linesOf(item, figure, sampling).map((line) => {
    const meanRank = meanRanks.find(({ code }) => code === line.code)?.mean;
    const derived = [line.range?.low, line.range?.high, top?.share, net, meanRank].map(decimals);
    return [...place, ...cellsOf(figure, line, locale), ...derived];
  });
}

function cellsOf(figure: ExportFigure, line: FigureLine, locale: Locale): CsvCell[] {
  const { kinds, units, validAnswers } = wordsOf(locale);
  const { base, mean } = figure;
  const { entries, responses } = unitOf(figure, line);
  const named = line.label ? textIn(line.label, locale) : null;
  return [
    undated(line.code),
    line.kind === "all" ? validAnswers : line.kind === "unanswered" ? kinds.unanswered : named && undated(named),
    line.rank,
    kinds[line.kind],
    line.n,
    base,
    decimals(line.share),
    decimals(mean),
    entries ? units.entry : units.response,
    responses,
  ];
}
