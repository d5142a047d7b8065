import { type BundledFile, writeBundle } from "../export/bundle.server.ts";
import { slugOf } from "../export/file-name.ts";
import type { Pieces } from "../export/format.ts";
import { leadingColumns } from "./columns.ts";
import type { Microdata } from "./read-microdata.server.ts";
import { readmeOf } from "./readme.ts";
import { pandasScript, rScript, spssSyntax } from "./syntax.ts";
import { tablesOf } from "./tables.server.ts";
import { variablesOf } from "./variables.ts";

/** A fifth larger than usual, in a fifth of the time: what compresses shares its processor with what reads. */
const LEVEL = 1;
const WIDE = "einzeldaten-breit.csv";

/** E.g. `einzeldaten-puls-2026-q3.zip`, `einzeldaten-mit-namen-das-netzwerk-von-innen-2026-2.zip`. */
export function microdataFileName({ round, names }: Microdata): string {
  const mark = round.fictional ? "fiktiv" : "";
  return `${["einzeldaten", names ? "mit-namen" : "", round.title.de, round.wave, mark].map(slugOf).filter(Boolean).join("-")}.zip`;
}

/** Everything for statistics programmes in one archive: the long and the wide file, and what reads the wide one. */
export function microdataBundle(data: Microdata, now: Date): Pieces {
  const variables = variablesOf(data.items, data.entriesOf);
  const leading = leadingColumns(data.names !== null);
  const tables = tablesOf(data, variables);
  const text = (name: string, content: string): BundledFile => ({ name, pieces: () => once(content) });
  return writeBundle(
    [
      text("LIESMICH.txt", readmeOf(data.names)),
      { name: "einzeldaten-lang.csv", pieces: tables.long },
      { name: WIDE, pieces: tables.wide },
      text("einlesen.sps", spssSyntax(WIDE, leading, variables)),
      text("einlesen.R", rScript(WIDE, leading, variables)),
      text("einlesen.py", pandasScript(WIDE, leading, variables)),
    ],
    now,
    LEVEL,
  );
}

async function* once(content: string): Pieces {
  yield content;
}
