import type { ExportFigure, ExportItem, ReleaseContents } from "#app/domain/export/release-contents.ts";
import type { Cell, Sheet } from "./flat-sheet.ts";

/** `english`: the report for an English Excel. */
export type Kind = "report" | "english" | "analysis" | "workbook" | "codebook";
/** What is wrong, for people. */
export type Fault = string;
type Row = Record<string, Cell>;

/** Where each file has what. */
const COLUMNS = {
  report: {
    ...{ item: "Merkmal", breakdown: "Aufschlüsselung", group: "Gruppe", kind: "Art", code: "Code", rank: "Rang" },
    ...{ n: "n", base: "Basis", share: "Anteil", label: "Antwort", groupLabel: "Gruppenname" },
  },
  english: {
    ...{ item: "Item", breakdown: "Breakdown", group: "Group", kind: "Kind", code: "Code", rank: "Rank" },
    ...{ n: "n", base: "Base", share: "Share", label: "", groupLabel: "" },
  },
  analysis: {
    ...{ item: "item", breakdown: "breakdown", group: "group", kind: "kind", code: "code", rank: "rank" },
    ...{ n: "n", base: "base", share: "share", label: "", groupLabel: "" },
  },
  workbook: {
    ...{ item: "Merkmal (Kennung)", breakdown: "Aufschlüsselung (Code)", group: "Gruppe (Code)", kind: "Art" },
    ...{ code: "Antwort (Code)", rank: "Platz", n: "Anzahl", base: "Grundlage", share: "Anteil" },
    ...{ label: "Antwort", groupLabel: "Gruppe" },
  },
} as const;
const KINDS = {
  report: { valid: "gültig", missing: "fehlend", blank: "ohne Antwort" },
  english: { valid: "valid", missing: "missing", blank: "no answer" },
  analysis: { valid: "valid", missing: "missing", blank: "unanswered" },
  workbook: { valid: "gültig", missing: "fehlend", blank: "ohne Antwort" },
} as const;

const FORMULA = /^[=+\-@]/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** How a text stands in a file: in workbooks as it is; in text files with an apostrophe where it looks like a formula. */
function written(kind: Kind, text: string): string | number {
  if (kind === "workbook") return text;
  if (NUMBER.test(text)) return Number(text.replace(",", "."));
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Rows under their heads; in workbooks the heads stand in the second line of every sheet of a question. */
function rowsOf(kind: Kind, sheets: readonly Sheet[]): Row[] {
  const lists =
    kind === "workbook"
      ? sheets.filter(({ name }) => /^\d/.test(name)).map(({ rows }) => rows.slice(1))
      : sheets.map(({ rows }) => rows);
  return lists.flatMap(([heads = [], ...rows]) =>
    rows.map((row) =>
      Object.fromEntries(heads.map((head, i) => [String(head.value), row[i] ?? { type: "", value: "" }])),
    ),
  );
}

/** Looks for every count of a release in the rows of a file, in both directions. */
export async function checkFigures(
  kind: "report" | "english" | "analysis" | "workbook",
  sheets: readonly Sheet[],
  contents: ReleaseContents,
) {
  const at = COLUMNS[kind];
  const kinds = KINDS[kind];
  const faults: Fault[] = [];
  const rows = rowsOf(kind, sheets);
  const cell = (row: Row, name: string) => row[name]?.value ?? "";
  const nameOf = (row: Row) =>
    [at.item, at.breakdown, at.group, at.kind, at.code, at.rank].map((name) => cell(row, name)).join(" | ");
  const open = new Map(rows.map((row) => [nameOf(row), row]));
  const statistics = Map.groupBy(
    rows.filter((row) => row.Art?.value === "Kennzahl"),
    nameOf,
  );
  for await (const { item, shown } of contents.walk()) {
    for (const { group, figure } of shown) {
      const expected = countsOf(item, figure, kinds);
      for (const { kind: art, code, rank, n, label, share } of expected) {
        const place = [item.item, group.breakdown, group.group_code].map((text) => written(kind, text));
        const name = [...place, art, written(kind, code), rank ?? ""].join(" | ");
        const row = open.get(name);
        open.delete(name);
        if (!row) {
          faults.push(`${name} is missing`);
          continue;
        }
        const compare = (column: string, value: string | number | null) => {
          const found = row[column];
          const isSame =
            typeof value === "number"
              ? typeof found?.value === "number" && Math.abs(found.value - value) < 1e-6
              : (found?.value ?? "") === (value ?? "");
          if (!isSame) faults.push(`${name}, ${column}: ${found?.type} ${found?.value} instead of ${value}`);
        };
        compare(at.n, n);
        compare(at.base, figure.base);
        compare(at.share, share);
        if (at.label && label !== null) compare(at.label, written(kind, label));
        if (at.groupLabel) compare(at.groupLabel, written(kind, group.label.de));
        for (const [column, value] of statisticsOf(kind, figure)) compare(column, value);
      }
      if (kind === "workbook") {
        const place = [item.item, group.breakdown, group.group_code, "Kennzahl"];
        const name = [...place, "", ""].join(" | ");
        faults.push(...checkStatisticRows(statistics.get(name) ?? [], item, figure));
        open.delete(name);
        for (const [code, mean] of meanRanksOf(figure)) {
          const ranked = [...place, code, ""].join(" | ");
          const found = open.get(ranked)?.Wert?.value;
          if (typeof found !== "number" || Math.abs(found - mean) > 1e-6)
            faults.push(`${ranked}: ${found}, not ${mean}`);
          open.delete(ranked);
        }
      }
    }
  }
  return [...faults, ...[...open.keys()].map((name) => `${name} is in no release`)];
}

/** The mean position of every code of a ranking that somebody gave. */
function meanRanksOf({ counts }: ExportFigure): [string, number][] {
  const ranked = counts.filter(({ rank, n }) => rank !== null && n > 0);
  return [...Map.groupBy(ranked, ({ code }) => code)].map(([code, own]) => {
    const n = own.reduce((sum, one) => sum + one.n, 0);
    return [code, own.reduce((sum, one) => sum + Number(one.rank) * one.n, 0) / n];
  });
}

type Kinds = (typeof KINDS)[keyof typeof KINDS];

/** Every line that a figure must have: codes that nobody gave count 0, rankings have a line for each position that was given. */
function countsOf({ codes, scale }: ExportItem, { base, unanswered, counts }: ExportFigure, kinds: Kinds) {
  const known = codes.map(({ code, missing, label }) => ({
    code,
    isMissing: missing === true,
    label: label.de as string,
  }));
  const more = counts.filter(({ code }) => !known.some((one) => one.code === code));
  const all = [...known, ...more.map(({ code }) => ({ code, isMissing: false, label: code }))];
  const lines = all.flatMap(({ code, isMissing, label }) => {
    const given = counts.filter((one) => one.code === code);
    const shown = given.length > 0 ? given : [{ rank: scale === "rank" ? 1 : null, n: 0 }];
    return shown.map(({ rank, n }) => {
      const share = isMissing || base === 0 ? null : n / base;
      return { kind: isMissing ? kinds.missing : kinds.valid, code, rank, n, label: label as string | null, share };
    });
  });
  const none = { code: "", rank: null, label: null };
  const whole = { ...none, kind: kinds === KINDS.analysis ? "all" : kinds.valid, n: base, share: base > 0 ? 1 : null };
  return [...(all.length > 0 ? [] : [whole]), ...lines, { ...none, kind: kinds.blank, n: unanswered, share: null }];
}

function statisticsOf(kind: Kind, figure: ExportFigure): [string, number | null][] {
  if (kind === "report") return [["Mittelwert", figure.mean]];
  if (kind === "english") return [["Mean", figure.mean]];
  if (kind === "workbook") return [];
  return (["mean", "sd", "q1", "median", "q3"] as const).map((name) => [name, figure[name]]);
}

/** In workbooks every statistic has a row. */
function checkStatisticRows(own: readonly Row[], item: ExportItem, figure: ExportFigure): Fault[] {
  const names = {
    Mittelwert: "mean",
    Standardabweichung: "sd",
    "unteres Viertel": "q1",
    Median: "median",
    "oberes Viertel": "q3",
  } as const;
  return Object.entries(names).flatMap(([label, name]) => {
    const found = own.find((row) => row.Antwort?.value === label)?.Wert;
    const value = figure[name];
    if (value === null) return found ? [`${item.item} has a ${label}`] : [];
    return typeof found?.value === "number" && Math.abs(found.value - value) < 1e-6
      ? []
      : [`${item.item}: ${label} is ${found?.value}`];
  });
}

/** Every item, code and group of a release with its words, in the codebook file or in the workbook's sheet of that name. */
export function checkBooks(
  kind: "codebook" | "workbook",
  sheets: readonly Sheet[],
  { items, groups }: ReleaseContents,
): Fault[] {
  const [heads = [], ...lines] = (kind === "workbook" ? sheets.at(-1) : sheets[0])?.rows ?? [];
  const place = (name: string) => heads.findIndex(({ value }) => value === name);
  const names =
    kind === "workbook"
      ? ["Art", "Kennung", "Code", "Bedeutung", "Zahl"]
      : ["part", "key", "code", "label_de", "value"];
  const columns = names.map(place);
  const said = lines.map((line) => columns.map((column) => line[column]?.value ?? "").join(" | "));
  const parts = kind === "workbook" ? ["Merkmal", "Antwort", "Gruppe"] : ["item", "code", "group"];
  const [ofItem, ofCode, ofGroup] = parts as [string, string, string];
  const w = (text: string) => written(kind, text);
  const expected = [
    ...items.flatMap(({ item, label, codes }) => [
      [ofItem, w(item), "", w(label.de), ""],
      ...codes.map((code) => [ofCode, w(item), w(code.code), w(code.label.de), code.number ?? ""]),
    ]),
    ...groups.map(({ breakdown, group_code, breakdown_label, label, n }) =>
      kind === "workbook"
        ? [ofGroup, breakdown, w(group_code), `${breakdown_label.de}: ${label.de}`, ""]
        : [ofGroup, breakdown, w(group_code), w(label.de), n],
    ),
  ];
  return expected.map((row) => row.join(" | ")).flatMap((row) => (said.includes(row) ? [] : [`${row} is missing`]));
}

/** The first sheet says which release this is, and the sheets follow in its order. */
export function checkOverview(sheets: readonly Sheet[], { release }: ReleaseContents): Fault[] {
  const cells = (sheets[0]?.rows ?? []).flat().map(({ value }) => String(value));
  const missing = [release.title.de, release.wave, release.checksum].filter((one) => !cells.includes(one));
  const named = sheets.slice(1, -1).filter(({ name }) => !cells.includes(name));
  return [...missing.map((one) => `${one} is missing`), ...named.map(({ name }) => `the sheet ${name} is not listed`)];
}
