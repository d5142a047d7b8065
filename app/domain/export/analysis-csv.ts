import type { Text } from "#surveys/model.ts";
import { type CsvCell, plainRecords } from "./csv.ts";
import { type FigureLine, linesOf, rounded, unitOf } from "./figure-lines.ts";
import { defineFormat, type Pieces } from "./format.ts";
import type { ExportFigure, ExportGroup, ExportItem, ReleaseContents } from "./release-contents.ts";

/** One row's sources. */
type Row = {
  release: ReleaseContents["release"];
  item: ExportItem;
  group: ExportGroup;
  figure: ExportFigure;
  line: FigureLine;
};

type Column = { name: string; means: Required<Text>; cell: (row: Row) => CsvCell };

const statistic = (key: "mean" | "sd" | "q1" | "median" | "q3", de: string, en: string): Column => ({
  name: key,
  means: {
    de: `${de} der gültigen Antworten der Gruppe; in jeder Zeile der Gruppe gleich, leer, wo nicht ausgewiesen`,
    en: `${en} of the group's valid answers; the same in every row of the group, empty where it is not given`,
  },
  cell: ({ figure }) => {
    const value = figure[key];
    return value === null ? null : rounded(value);
  },
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
    cell: ({ line }) => (line.share === null ? null : rounded(line.share)),
  },
  statistic("mean", "Mittelwert", "mean"),
  statistic("sd", "Standardabweichung (n − 1)", "standard deviation (n − 1)"),
  statistic("q1", "unteres Viertel", "lower quartile"),
  statistic("median", "Median", "median"),
  statistic("q3", "oberes Viertel", "upper quartile"),
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
 * points, UTF-8 without a byte order mark. What the columns mean stands in `COLUMNS` and in the codebook.
 */
export const analysisCsv = defineFormat({
  id: "analyse",
  extension: "csv",
  suffix: "analyse",
  contentType: "text/csv; charset=utf-8",
  compose: writeAnalysis,
});

async function* writeAnalysis({ release, walk }: ReleaseContents): Pieces {
  yield plainRecords([COLUMNS.map(({ name }) => name)]);
  for await (const { item, shown } of walk()) {
    const records = shown.flatMap(({ group, figure }) =>
      linesOf(item, figure).map((line) => COLUMNS.map(({ cell }) => cell({ release, item, group, figure, line }))),
    );
    if (records.length > 0) yield plainRecords(records);
  }
}
