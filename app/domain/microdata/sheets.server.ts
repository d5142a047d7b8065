import { createHmac, createSecretKey } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import * as insights from "#db/queries/insights.server.ts";
import { cutAtPlaces } from "./packed.ts";
import type { Name } from "./rows.ts";
import type { PackedSheet } from "./writers.ts";

/** Responses whose cells are read at a time; those of two steps are in memory. */
const RESPONSES_PER_STEP = 100;
const IDS_PER_STEP = 5_000;
const ID_BYTES = 16;
/** A pseudonym is twelve hexadecimal digits: few enough for a number that is exact. */
const PSEUDONYM_LENGTH = 12;

/** The responses of a round that count, in the order of their pseudonyms: 28 bytes for each of them. */
export type Ordered = { size: number; idOf: (place: number) => string; pseudonymOf: (place: number) => string };

/** Reads who counts, and gives each a pseudonym that holds within the scope. */
export async function orderByPseudonym(
  db: Db,
  roundId: string,
  { secret, scope }: { secret: string; scope: string },
): Promise<Ordered> {
  const key = createSecretKey(secret, "utf8");
  const [ids, pseudonyms]: [Buffer[], number[]] = [[], []];
  for (let after: string | null = null; ; ) {
    const step: string[] = await insights.listCountingResponses(db, roundId, { after, most: IDS_PER_STEP });
    ids.push(Buffer.from(step.join("").replaceAll("-", ""), "hex"));
    for (const id of step) {
      const mac = createHmac("sha256", key).update(`pseudonym ${scope} ${id}`).digest("hex");
      pseudonyms.push(Number.parseInt(mac.slice(0, PSEUDONYM_LENGTH), 16));
    }
    if (step.length < IDS_PER_STEP) break;
    after = step.at(-1) ?? null;
  }
  const all = Buffer.concat(ids);
  const values = Float64Array.from(pseudonyms);
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const at = (place: number) => order[place] ?? 0;
  return {
    size: order.length,
    idOf: (place) => uuidOf(all.toString("hex", at(place) * ID_BYTES, (at(place) + 1) * ID_BYTES)),
    pseudonymOf: (place) => (values[at(place)] ?? 0).toString(16).padStart(PSEUDONYM_LENGTH, "0"),
  };
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

type Reading = {
  inOrder: () => Promise<Ordered>;
  packing: insights.Packing;
  names: ReadonlyMap<string, Name> | null;
  from: number;
};

/**
 * The sheets, step by step: while one is written the next is read, and no further. Between steps nothing is held of the
 * database, however long the reader takes.
 */
export async function* readSheets(
  db: Db,
  roundId: string,
  { inOrder, packing, names, from: first }: Reading,
): AsyncGenerator<PackedSheet[]> {
  const ordered = await inOrder();
  const read = async (from: number): Promise<PackedSheet[]> => {
    const places = Array.from({ length: Math.min(RESPONSES_PER_STEP, ordered.size - from) }, (_, i) => from + i);
    const ids = places.map(ordered.idOf);
    const rows = await insights.listPackedCells(db, roundId, ids, packing);
    const byResponse = new Map(rows.map(({ response_id: id, cells }) => [id, cells]));
    return ids.map((id, i) => ({
      pseudonym: ordered.pseudonymOf(from + i),
      ...(names ? { name: names.get(id) ?? null } : {}),
      places: cutAtPlaces(byResponse.get(id) ?? "", packing.signs),
    }));
  };
  if (first >= ordered.size) return;
  let next = read(first);
  for (let from = first; from < ordered.size; from += RESPONSES_PER_STEP) {
    const sheets = await next;
    if (from + RESPONSES_PER_STEP < ordered.size) {
      next = read(from + RESPONSES_PER_STEP);
      // A reader who leaves does not wait for it; who goes on meets the error there.
      next.catch(() => {});
    }
    yield sheets;
  }
}
