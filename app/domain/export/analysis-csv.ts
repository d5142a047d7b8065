import type { Text } from "#surveys/model.ts";
import { type Derived, deriveFigure, samplingOf } from "../report/derived.ts";
import { type CsvCell, plainRecords } from "./csv.ts";
import { decimals, type FigureLine, linesOf, unitOf } from "./figure-lines.ts";
import { defineFormat, type Pieces } from "./format.ts";
import type { ExportFigure, ExportGroup, ExportItem, ReleaseContents } from "./release-contents.ts";

/** One row's sources. */
type Row = {
  release: ReleaseContents["release"];
  item: ExportItem;
  group: ExportGroup;
  figure: ExportFigure;
  line: FigureLine;
  derived: Derived;
};

type Column = { name: string; means: Required<Text>; cell: (row: Row) => CsvCell };

const statistic = (key: "mean" | "sd" | "q1" | "median" | "q3", de: string, en: string): Column => ({
  name: key,
  means: {
    de: `${de} der gültigen Antworten der Gruppe; in jeder Zeile der Gruppe gleich, leer, wo nicht ausgewiesen`,
    en: `${en} of the group's valid answers; the same in every row of the group, empty where it is not given`,
  },
  cell: ({ figure }) => decimals(figure[key]),
});

/** The columns of the analysis file; the codebook documents them with these words. */
export const COLUMNS: readonly Column[] = [
  {
    name: "questionnaire",
    means: { de: "Kennung des Fragebogens", en: "identifier of the questionnaire" },
    cell: ({ release }) => release.questionnaire,
  },
  {
    name: "version",
    means: { de: "Fassung des Fragebogens", en: "version of the questionnaire" },
    cell: ({ release }) => release.version,
  },
  { name: "wave", means: { de: "Welle der Erhebung", en: "wave of the round" }, cell: ({ release }) => release.wave },
  {
    name: "release",
    means: { de: "Nummer des Auswertungsstands", en: "number of the release" },
    cell: ({ release }) => release.number,
  },
  {
    name: "release_kind",
    means: {
      de: "final: endgültig · interim: Zwischenstand einer noch laufenden Erhebung, nur Gesamtwerte · correction: Berichtigung",
      en: "final · interim: of a survey that was still open, totals only · correction: of an earlier release",
    },
    cell: ({ release }) => release.kind,
  },
  {
    name: "fictional",
    means: {
      de: "1: Beispieldaten, alle Antworten sind erfunden; 0: echt",
      en: "1: sample data, all answers are made up; 0: real",
    },
    cell: ({ release }) => (release.fictional ? 1 : 0),
  },
  {
    name: "item",
    means: { de: "Merkmal (Kennung, siehe Codebuch)", en: "item (identifier, see the codebook)" },
    cell: ({ item }) => item.item,
  },
  {
    name: "scale",
    means: { de: "Skala des Merkmals", en: "scale of the item" },
    cell: ({ item }) => item.scale,
  },
  {
    name: "breakdown",
    means: { de: "Aufschlüsselung; total: alle", en: "breakdown; total: everybody" },
    cell: ({ group }) => group.breakdown,
  },
  {
    name: "group",
    means: { de: "Gruppe der Aufschlüsselung; all: alle", en: "group of the breakdown; all: everybody" },
    cell: ({ group }) => group.group_code,
  },
  {
    name: "kind",
    means: {
      de: "valid: gültiger Code · missing: fehlende Angabe mit Code, nicht in der Basis · unanswered: ohne Antwort, nicht in der Basis · all: alle gültigen Antworten eines Merkmals ohne Codes",
      en: "valid: valid code · missing: missing value with a code, outside the base · unanswered: no answer, outside the base · all: all valid answers of an item without codes",
    },
    cell: ({ line }) => line.kind,
  },
  { name: "code", means: { de: "Code der Antwort", en: "code of the answer" }, cell: ({ line }) => line.code },
  {
    name: "rank",
    means: { de: "Platz in einer Rangfolge, 1 ist der erste", en: "position in a ranking, 1 is the first" },
    cell: ({ line }) => line.rank,
  },
  {
    name: "n",
    means: {
      de: "Anzahl; in Aufschlüsselungen zum Schutz verändert, siehe Regel",
      en: "count; protected within breakdowns, see the rule",
    },
    cell: ({ line }) => line.n,
  },
  {
    name: "base",
    means: {
      de: "Basis: gültige Antworten der Gruppe auf dieses Merkmal",
      en: "base: the group's valid answers to this item",
    },
    cell: ({ figure }) => figure.base,
  },
  {
    name: "share",
    means: {
      de: "n ÷ base, von 0 bis 1; nur gültige Antworten, leer bei Basis 0. Bei mehreren Antworten ist die Summe größer als 1",
      en: "n ÷ base, from 0 to 1; valid answers only, empty where the base is 0. With several answers the sum exceeds 1",
    },
    cell: ({ line }) => decimals(line.share),
  },
  {
    name: "share_low",
    means: {
      de: "unteres Ende des Bereichs, in dem share mit 95 % Sicherheit läge, hätten alle geantwortet; nur Gesamtzahlen von Antwortbögen",
      en: "lower end of the range in which share would lie with 95 % confidence, had everybody answered; totals of responses only",
    },
    cell: ({ line }) => decimals(line.range?.low),
  },
  {
    name: "share_high",
    means: { de: "oberes Ende dieses Bereichs", en: "upper end of that range" },
    cell: ({ line }) => decimals(line.range?.high),
  },
  statistic("mean", "Mittelwert", "mean"),
  statistic("sd", "Standardabweichung (n − 1)", "standard deviation (n − 1)"),
  statistic("q1", "unteres Viertel", "lower quartile"),
  statistic("median", "Median", "median"),
  statistic("q3", "oberes Viertel", "upper quartile"),
  {
    name: "top_share",
    means: {
      de: "geordnete Skalen: Anteil der oberen Antworten (zwei; bei weniger als vier Stufen eine); in jeder Zeile der Gruppe gleich",
      en: "ordered scales: share of the upper answers (two; one where there are fewer than four steps); the same in every row of the group",
    },
    cell: ({ derived }) => decimals(derived.top?.share),
  },
  {
    name: "top_low",
    means: {
      de: "unteres Ende des Bereichs von top_share, wie share_low",
      en: "lower end of the range of top_share, as share_low",
    },
    cell: ({ derived }) => decimals(derived.top?.range?.low),
  },
  {
    name: "top_high",
    means: { de: "oberes Ende dieses Bereichs", en: "upper end of that range" },
    cell: ({ derived }) => decimals(derived.top?.range?.high),
  },
  {
    name: "net",
    means: {
      de: "Saldo, von -1 bis 1: oberes minus unteres Ende (je zwei Antworten; bei Skalen von 0 bis 10: 9 und 10 minus 0 bis 6); leer, wo kein Ende günstig oder ungünstig ist",
      en: "net score, from -1 to 1: upper minus lower end (two answers each; on scales from 0 to 10: 9 and 10 minus 0 to 6); empty where neither end is good or bad",
    },
    cell: ({ derived }) => decimals(derived.net),
  },
  {
    name: "mean_rank",
    means: {
      de: "Rangfolgen: mittlerer Platz des Codes unter denen, die ihn einordneten; in jeder Zeile des Codes gleich",
      en: "rankings: mean position of the code among those who ranked it; the same in every row of the code",
    },
    cell: ({ derived, line }) => decimals(derived.meanRanks.find(({ code }) => code === line.code)?.mean),
  },
  {
    name: "unit",
    means: {
      de: "was n und base zählen: response (Antwortbogen) oder entry (Eintrag einer wiederholten Gruppe)",
      en: "what n and base count: response, or entry of a repeated group",
    },
    cell: ({ figure, line }) => (unitOf(figure, line).entries ? "entry" : "response"),
  },
  {
    name: "respondents",
    means: { de: "Antwortbögen hinter der Basis", en: "responses behind the base" },
    cell: ({ figure, line }) => unitOf(figure, line).responses,
  },
];

/**
 * For statistics programmes: one row per item × breakdown × group × code × rank, codes instead of labels, commas, decimal
 * points, UTF-8 without a byte order mark; the same bytes in every language. What the columns mean stands in
 * `COLUMNS` and in the codebook.
 * Texts are guarded against running as formulas, and not against being taken for dates: the wave "2026/1" is a key by which
 * files are joined, R and pandas read it as the text it is, and an apostrophe would be part of it there. Excel shows "Jan 26";
 * the README of the archive says so, and that the workbook is the file for Excel.
 */
export const analysisCsv = defineFormat({
  id: "analyse",
  extension: "csv",
  suffix: { de: "analyse", en: "analysis" },
  contentType: "text/csv; charset=utf-8",
  compose: writeAnalysis,
});

async function* writeAnalysis({ release, walk }: ReleaseContents): Pieces {
  yield plainRecords([COLUMNS.map(({ name }) => name)]);
  const sampling = samplingOf(release);
  for await (const { item, shown } of walk()) {
    const records = shown.flatMap(({ group, figure }) => {
      const derived = deriveFigure(item, figure, sampling);
      return linesOf(item, figure, sampling).map((line) =>
        COLUMNS.map(({ cell }) => cell({ release, item, group, figure, line, derived })),
      );
    });
    if (records.length > 0) yield plainRecords(records);
  }
}
