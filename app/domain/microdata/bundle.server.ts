import { type BundledFile, writeBundle } from "../export/bundle.server.ts";
import { type CsvCell, plainRecords } from "../export/csv.ts";
import { slugOf } from "../export/file-name.ts";
import type { Pieces } from "../export/format.ts";
import { leadingColumns } from "./columns.ts";
import type { Microdata } from "./read-microdata.server.ts";
import { readmeOf } from "./readme.ts";
import { longColumns, longRows, type Sheet, wideRow } from "./rows.ts";
import { pandasScript, rScript, spssSyntax } from "./syntax.ts";
import { variablesOf } from "./variables.ts";

const WIDE = "einzeldaten-breit.csv";

/** E.g. `einzeldaten-puls-2026-q3.zip`, `einzeldaten-mit-namen-das-netzwerk-von-innen-2026-2.zip`. */
export function microdataFileName({ round, names }: Microdata): string {
  const mark = round.fictional ? "fiktiv" : "";
  return `${["einzeldaten", names ? "mit-namen" : "", round.title.de, round.wave, mark].map(slugOf).filter(Boolean).join("-")}.zip`;
}

/** Everything for statistics programmes in one archive: the wide and the long file, and what reads the wide one. */
export function microdataBundle(data: Microdata, now: Date): Pieces {
  const variables = variablesOf(data.items, data.entriesOf);
  const leading = leadingColumns(data.names !== null);
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
      text("LIESMICH.txt", readmeOf(data.names)),
      table(
        WIDE,
        [...leading, ...variables].map(({ name }) => name),
        (sheet) => [wideRow(sheet, variables)],
      ),
      table("einzeldaten-lang.csv", longColumns(data.names !== null), (sheet) =>
        longRows(sheet, isListed, (item) => dated.has(item)),
      ),
      text("einlesen.sps", spssSyntax(WIDE, leading, variables)),
      text("einlesen.R", rScript(WIDE, leading, variables)),
      text("einlesen.py", pandasScript(WIDE, leading, variables)),
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
