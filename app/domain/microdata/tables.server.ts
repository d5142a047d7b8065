import { once } from "node:events";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { constants, createDeflateRaw, createInflateRaw } from "node:zlib";
import { plainRecords } from "../export/csv.ts";
import type { Pieces } from "../export/format.ts";
import { leadingColumns } from "./columns.ts";
import type { Microdata } from "./read-microdata.server.ts";
import { longColumns } from "./rows.ts";
import type { Variable } from "./variables.ts";
import { writerOf } from "./writers.ts";

/** Bytes of the wide file that are kept, compressed, while the long one is read: of 100,000 responses and more. */
const KEPT_BYTES = 8 * 1024 * 1024;

type Tables = { long: () => Pieces; wide: () => Pieces };

/**
 * The long and the wide file of one reading of the answers, of which the long one has to be written first: reading is what
 * takes the time. The wide one waits in memory until then, up to a limit; what came after that is read again.
 */
export function tablesOf(data: Microdata, variables: readonly Variable[], keptBytes = KEPT_BYTES): Tables {
  const write = writerOf(data.signs, data.items, variables);
  const leading = leadingColumns(data.names !== null);
  const kept = keeper(keptBytes);
  let responsesKept = 0;
  return {
    async *long() {
      yield plainRecords([longColumns(data.names !== null)]);
      for await (const sheets of data.sheets()) {
        if (kept.isFull()) {
          yield write.long(sheets);
          continue;
        }
        const keeping = kept.add(write.wide(sheets));
        keeping.catch(() => {});
        responsesKept += sheets.length;
        yield write.long(sheets);
        await keeping;
      }
    },
    async *wide() {
      yield plainRecords([[...leading, ...variables].map(({ name }) => name)]);
      yield* kept.take();
      for await (const sheets of data.sheets(responsesKept)) yield write.wide(sheets);
    },
  };
}

/** Text that waits in memory, compressed as one: a compressor for each piece would take a hundred times the memory. */
function keeper(mostBytes: number) {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const packer = createDeflateRaw({ level: constants.Z_BEST_SPEED }).on("data", (piece: Buffer) => {
    pieces.push(piece);
    bytes += piece.byteLength;
  });
  // Who adds or takes meets it.
  packer.on("error", () => {});
  return {
    isFull: () => bytes >= mostBytes,
    add: async (text: string) => {
      if (!packer.write(text)) await once(packer, "drain");
    },
    /** Once, after the last. */
    take: async function* (): AsyncGenerator<Buffer> {
      packer.end();
      await finished(packer);
      yield* Readable.from(pieces).pipe(createInflateRaw());
    },
  };
}
