import { deriveFigure, type Sampling, samplingOf } from "../report/derived.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords } from "./csv.ts";
import { decimals, type FigureLine, linesOf, unitOf } from "./figure-lines.ts";
import { defineFormat, type Pieces } from "./format.ts";
import type { ExportFigure, ExportGroup, ExportItem, ReleaseContents } from "./release-contents.ts";
import { KINDS, STANDS, UNITS, VALID_ANSWERS } from "./words.ts";

const HEADS = [
  "Erhebung",
  "Welle",
  "Auswertungsstand",
  "Stand vom",
  "Fassung",
  "Daten",
  "Merkmal",
  "Frage",
  "Teilfrage",
  "Aufschlüsselung",
  "Gruppe",
  "Gruppenname",
  "Code",
  "Antwort",
  "Rang",
  "Art",
  "n",
  "Basis",
  "Anteil",
  "Mittelwert",
  "Einheit",
  "Antwortbögen",
  "Anteil von",
  "Anteil bis",
  "Anteil oberes Ende",
  "Saldo",
  "mittlerer Rang",
];

/**
 * The report for German Excel: one row per item, group and code; codes that nobody chose count 0. `Anteil` is n ÷ Basis
 * from 0 to 1, for valid codes only. Missing codes (`fehlend`) and blanks (`ohne Antwort`) stand beside them, outside the
 * base. Items without codes have one row with their base. What is withheld has no rows. `Einheit` says what `n` and
 * `Basis` count: responses, or entries of a repeated group; `Antwortbögen` is the number of responses behind the base. Blanks
 * are always responses. `Anteil von` and `Anteil bis` are the range of a total's share; `Saldo` goes from -1 to 1.
 */
export const reportCsv = defineFormat({
  id: "csv",
  extension: "csv",
  contentType: "text/csv; charset=utf-8",
  compose: writeReport,
});

async function* writeReport({ release, walk }: ReleaseContents): Pieces {
  yield BYTE_ORDER_MARK + csvRecords([HEADS]);
  const lead = leadOf(release);
  const sampling = samplingOf(release);
  for await (const { item, shown } of walk()) {
    const records = shown.flatMap(({ group, figure }) => rowsOf(lead, item, group, figure, sampling));
    if (records.length > 0) yield csvRecords(records);
  }
}

function leadOf(release: ReleaseContents["release"]): CsvCell[] {
  const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(
    release.made_at,
  );
  const data = release.fictional ? "fiktiv" : "echt";
  const stand = release.kind === "final" ? release.number : `${release.number} (${STANDS[release.kind]})`;
  return [release.title.de, release.wave, stand, day, release.version, data];
}

function rowsOf(
  lead: CsvCell[],
  item: ExportItem,
  group: ExportGroup,
  figure: ExportFigure,
  sampling: Sampling,
): CsvCell[][] {
  const sub = item.label.de === item.title.de ? "" : item.label.de;
  const place = [...lead, item.item, item.title.de, sub, group.breakdown, group.group_code, group.label.de];
  const { top, net, meanRanks } = deriveFigure(item, figure, sampling);
  return linesOf(item, figure, sampling).map((line) => {
    const meanRank = meanRanks.find(({ code }) => code === line.code)?.mean;
    const derived = [line.range?.low, line.range?.high, top?.share, net, meanRank].map(decimals);
    return [...place, ...cellsOf(figure, line), ...derived];
  });
}

function cellsOf(figure: ExportFigure, line: FigureLine): CsvCell[] {
  const { base, mean } = figure;
  const { entries, responses } = unitOf(figure, line);
  const label = line.kind === "all" ? VALID_ANSWERS : line.kind === "unanswered" ? KINDS.unanswered : line.label?.de;
  return [
    line.code,
    label,
    line.rank,
    KINDS[line.kind],
    line.n,
    base,
    decimals(line.share),
    decimals(mean),
    entries ? UNITS.entry : UNITS.response,
    responses,
  ];
}
