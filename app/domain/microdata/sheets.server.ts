import type { Db } from "#db/client.server.ts";
import { listPackedCells, type Packing } from "#db/queries/insights.server.ts";
import { cutAtPlaces } from "./packed.ts";
import type { Shelf } from "./pseudonyms.server.ts";
import type { Name } from "./rows.ts";
import type { PackedSheet } from "./writers.ts";

/** Responses whose cells are read at a time. */
const RESPONSES_PER_STEP = 100;
/** Steps that are read at a time, each on a connection, while one is written: PostgreSQL hardly waits for the writer. */
const STEPS_AHEAD = 2;

type Reading = {
  shelves: AsyncIterable<Shelf>;
  packing: Packing;
  names: ReadonlyMap<string, Name> | null;
};

/** Some sheets, and the id of the last of their responses, after which reading can go on another time. */
export type SheetsStep = { sheets: PackedSheet[]; last: string };

/**
 * The sheets, step by step: while one is written the next two of a shelf are read, and no further. Between steps nothing is
 * held of the database, however long the reader takes. A step is emptied when the next one is asked for.
 */
export async function* readSheets(
  db: Db,
  roundId: string,
  { shelves, packing, names }: Reading,
): AsyncGenerator<SheetsStep> {
  const read = async (shelf: Shelf, from: number): Promise<SheetsStep> => {
    const responses = shelf.take(from, RESPONSES_PER_STEP);
    const ids = responses.map(({ id }) => id);
    const rows = await listPackedCells(db, roundId, ids, packing);
    const byResponse = new Map(rows.map(({ response_id: id, cells }) => [id, cells]));
    // For the same reason as below.
    rows.length = 0;
    const sheets = responses.map(({ id, pseudonym }) => ({
      pseudonym,
      ...(names ? { name: names.get(id) ?? null } : {}),
      places: cutAtPlaces(byResponse.get(id) ?? "", packing.signs),
    }));
    return { sheets, last: ids.at(-1) as string };
  };
  for await (const shelf of shelves) {
    const ahead: Promise<SheetsStep>[] = [];
    let asked = 0;
    const askAhead = () => {
      for (; asked < shelf.size && ahead.length < STEPS_AHEAD; asked += RESPONSES_PER_STEP) {
        const next = read(shelf, asked);
        // A reader who leaves does not wait for it; who goes on meets the error there.
        next.catch(() => {});
        ahead.push(next);
      }
    };
    askAhead();
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const step = await next;
      askAhead();
      yield step;
      // What a later step is reached from may be old by then, and all its answers would stay until a full collection.
      step.sheets.length = 0;
    }
  }
}
