import { type BundledFile, writeBundle } from "../export/bundle.server.ts";
import { type CsvCell, plainRecords } from "../export/csv.ts";
import { slugOf } from "../export/file-name.ts";
import type { Pieces } from "../export/format.ts";
import type { Microdata } from "./read-microdata.server.ts";
import { LONG_COLUMNS, longRows, PSEUDONYM, type Sheet, wideRow } from "./rows.ts";
import { pandasScript, rScript, spssSyntax } from "./syntax.ts";
import { variablesOf } from "./variables.ts";

const WIDE = "einzeldaten-breit.csv";

/** E.g. `einzeldaten-puls-2026-q3.zip`. */
export function microdataFileName({ round }: Microdata): string {
  const mark = round.fictional ? "fiktiv" : "";
  return `${["einzeldaten", round.title.de, round.wave, mark].map(slugOf).filter(Boolean).join("-")}.zip`;
}

/** Everything for statistics programmes in one archive: the wide and the long file, and what reads the wide one. */
export function microdataBundle(data: Microdata, now: Date): Pieces {
  const variables = variablesOf(data.items, data.entriesOf);
  const listed = new Map(data.items.map((item) => [item.key, new Set(item.codes.map(({ code }) => code))]));
  const isListed = (item: string, code: string) => listed.get(item)?.has(code) ?? false;
  const dated = new Set(data.items.flatMap(({ key, scale }) => (scale === "date" ? [key] : [])));
  const text = (name: string, content: string): BundledFile => ({ name, pieces: () => once(content) });
  const table = (name: string, heads: readonly string[], rowsOf: (sheet: Sheet) => CsvCell[][]) => ({
    name,
    pieces: () => records(heads, data.sheets(), rowsOf),
  });
  return writeBundle(
    [
      text("LIESMICH.txt", README),
      table(WIDE, [PSEUDONYM, ...variables.map(({ name }) => name)], (sheet) => [wideRow(sheet, variables)]),
      table("einzeldaten-lang.csv", LONG_COLUMNS, (sheet) => longRows(sheet, isListed, (item) => dated.has(item))),
      text("einlesen.sps", spssSyntax(WIDE, variables)),
      text("einlesen.R", rScript(WIDE, variables)),
      text("einlesen.py", pandasScript(WIDE, variables)),
    ],
    now,
  );
}

async function* once(content: string): Pieces {
  yield content;
}

async function* records(
  heads: readonly string[],
  sheets: AsyncGenerator<Sheet[]>,
  rowsOf: (sheet: Sheet) => CsvCell[][],
): Pieces {
  yield plainRecords([heads]);
  for await (const some of sheets) {
    const rows = some.flatMap(rowsOf);
    if (rows.length > 0) yield plainRecords(rows);
  }
}

const README = `Einzeldaten einer Erhebung, unter Pseudonym

Vertraulich. Diese Daten dürfen nicht weitergegeben werden. Bitte löschen Sie sie, sobald Sie fertig sind.
Versuchen Sie nicht, einzelne Projekte zu erkennen.

einzeldaten-breit.csv   eine Zeile pro Antwortbogen, eine Spalte pro Merkmal; Komma, Punkt, UTF-8
einzeldaten-lang.csv    eine Zeile pro Antwort, mit den Codes des Fragebogens
einlesen.sps            liest die breite Datei in SPSS oder PSPP ein: Namen, Wörter, fehlende Angaben
einlesen.R              dasselbe für R
einlesen.py             dasselbe für Python mit pandas

Werte unter 0 sind fehlende Angaben. Leer heißt: nicht beantwortet oder nicht gezeigt.
Das Pseudonym gilt nur für diese Erhebung. Merkmale der Projekte, Zeiten und freie Texte sind nicht enthalten.
`;
