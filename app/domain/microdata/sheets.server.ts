import type { Db } from "#db/client.server.ts";
import { listPackedCells, type Packing } from "#db/queries/insights.server.ts";
import { cutAtPlaces } from "./packed.ts";
import type { Ordered } from "./pseudonyms.server.ts";
import type { Name } from "./rows.ts";
import type { PackedSheet } from "./writers.ts";

/** Responses whose cells are read at a time. */
const RESPONSES_PER_STEP = 100;
/** Steps that are read at a time, each on a connection, while one is written: PostgreSQL hardly waits for the writer. */
const STEPS_AHEAD = 2;

type Reading = {
  inOrder: () => Promise<Ordered>;
  packing: Packing;
  names: ReadonlyMap<string, Name> | null;
  from: number;
};

/**
 * The sheets, step by step: while one is written the next two are read, and no further. Between steps nothing is held of the
 * database, however long the reader takes. A step is emptied when the next one is asked for.
 */
export async function* readSheets(
  db: Db,
  roundId: string,
  { inOrder, packing, names, from: first }: Reading,
): AsyncGenerator<PackedSheet[]> {
  const ordered = await inOrder();
  const read = async (from: number): Promise<PackedSheet[]> => {
    const responses = ordered.take(from, RESPONSES_PER_STEP);
    const ids = responses.map(({ id }) => id);
    const rows = await listPackedCells(db, roundId, ids, packing);
    const byResponse = new Map(rows.map(({ response_id: id, cells }) => [id, cells]));
    // For the same reason as below.
    rows.length = 0;
    return responses.map(({ id, pseudonym }) => ({
      pseudonym,
      ...(names ? { name: names.get(id) ?? null } : {}),
      places: cutAtPlaces(byResponse.get(id) ?? "", packing.signs),
    }));
  };
  const ahead: Promise<PackedSheet[]>[] = [];
  let asked = first;
  const askAhead = () => {
    for (; asked < ordered.size && ahead.length < STEPS_AHEAD; asked += RESPONSES_PER_STEP) {
      const next = read(asked);
      // A reader who leaves does not wait for it; who goes on meets the error there.
      next.catch(() => {});
      ahead.push(next);
    }
  };
  askAhead();
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const sheets = await next;
    askAhead();
    yield sheets;
    // What a later step is reached from may be old by then, and all its answers would stay until a full collection.
    sheets.length = 0;
  }
}
