import { promisify } from "node:util";
import { constants, deflateRaw, inflateRaw } from "node:zlib";
import { plainRecords } from "../export/csv.ts";
import type { Pieces } from "../export/format.ts";
import { leadingColumns } from "./columns.ts";
import type { Microdata } from "./read-microdata.server.ts";
import { longColumns } from "./rows.ts";
import type { Variable } from "./variables.ts";
import { type Written, writerOf } from "./writers.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Bytes of the wide file that are kept, compressed, while the long one is read: of 100,000 responses and more. */
const KEPT_BYTES = 8 * 1024 * 1024;

type Tables = { long: () => Pieces; wide: () => Pieces };

const longOf = (responses: readonly Written[]) => responses.map(({ long }) => long()).join("");
const wideOf = (responses: readonly Written[]) => responses.map(({ wide }) => wide()).join("");

/**
 * The long and the wide file of one reading of the answers, of which the long one has to be written first: reading is what
 * takes the time. The wide one waits in memory until then, up to a limit; what came after that is read again.
 */
export function tablesOf(data: Microdata, variables: readonly Variable[], keptBytes = KEPT_BYTES): Tables {
  const write = writerOf(data.signs, data.items, variables);
  const leading = leadingColumns(data.names !== null);
  const kept = { steps: [] as Buffer[], bytes: 0, responses: 0, isFull: false };
  const keep = async (rows: string, responses: number) => {
    const step = await deflate(rows, { level: constants.Z_BEST_SPEED });
    kept.steps.push(step);
    kept.bytes += step.byteLength;
    kept.responses += responses;
    kept.isFull = kept.bytes >= keptBytes;
  };
  return {
    async *long() {
      yield plainRecords([longColumns(data.names !== null)]);
      for await (const sheets of data.sheets()) {
        const responses = sheets.map(write);
        const keeping = kept.isFull ? undefined : keep(wideOf(responses), responses.length);
        yield longOf(responses);
        await keeping;
      }
    },
    async *wide() {
      yield plainRecords([[...leading, ...variables].map(({ name }) => name)]);
      for (let step = kept.steps.shift(); step; step = kept.steps.shift()) yield await inflate(step);
      for await (const sheets of data.sheets(kept.responses)) yield wideOf(sheets.map(write));
    },
  };
}
