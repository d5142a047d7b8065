import { createCipheriv, hkdfSync } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { packCountingResponses } from "#db/queries/insights.server.ts";

/** Few, so that what is thrown away of a step is thrown away while it is young: many would stay until a full collection. */
const IDS_PER_STEP = 5_000;
/** Responses that are held in memory at a time, in 24 bytes each. */
const IDS_PER_SHELF = 250_000;
const ID_BYTES = 16;
const KEY_BYTES = 32;
/** A pseudonym is twelve hexadecimal digits: few enough for a number that is exact. */
const PSEUDONYM_BYTES = 6;
/** A rank is an exact number, of 53 bits: the beginning of a pseudonym, and by 24 bits which response it is of. */
const [RANK_BITS, PLACE_BITS] = [53, 24];
const PLACES = 2 ** PLACE_BITS;
const BEGINNINGS = 2 ** (RANK_BITS - PLACE_BITS);
/** What of a pseudonym does not fit in. Of two that begin alike the order is that of random ids, and says nothing either. */
const CUT_OFF = 2 ** (8 * PSEUDONYM_BYTES) / BEGINNINGS;

export type Pseudonymous = { id: string; pseudonym: string };

/** The next responses in the order of their pseudonyms. */
export type Shelf = { size: number; take: (from: number, most: number) => Pseudonymous[] };

type Order = {
  secret: string;
  scope: string;
  /** how many responses count: decides how often their ids are read, nothing else */
  count: number;
  /** id of the response after which to go on; null for the first */
  after: string | null;
  idsPerStep?: number;
  idsPerShelf?: number;
};

/**
 * Gives each response of a round that counts a pseudonym that holds within the scope, and shelves them in the order of the
 * pseudonyms. Of a large round all ids are read for every shelf, and those of the others thrown away: what is held in memory
 * does not grow with the round.
 */
export async function* shelvesByPseudonym(db: Db, roundId: string, order: Order): AsyncGenerator<Shelf> {
  const { secret, scope, count, after, idsPerStep = IDS_PER_STEP, idsPerShelf = IDS_PER_SHELF } = order;
  const encipher = enciphering(secret, scope);
  const shelves = Math.max(1, Math.ceil(count / idsPerShelf));
  const shelfOf = (beginning: number) => Math.floor((beginning / BEGINNINGS) * shelves);
  const last = after === null ? null : { id: bytesOf(after), beginning: beginningIn(encipher(bytesOf(after)), 0) };
  const isAfter = (beginning: number, ids: Buffer, at: number) =>
    !last ||
    beginning > last.beginning ||
    (beginning === last.beginning && last.id.compare(ids, at, at + ID_BYTES) < 0);
  for (let shelf = last ? shelfOf(last.beginning) : 0; shelf < shelves; shelf += 1) {
    const isOn: Choice = (beginning, ids, at) => shelfOf(beginning) === shelf && isAfter(beginning, ids, at);
    yield await fillShelf(idsOf(db, roundId, idsPerStep), encipher, isOn);
  }
}

type Choice = (beginning: number, ids: Buffer, at: number) => boolean;

/** Apart from the shelf nothing stays of it: a generator that waits holds whatever it has had in hand. */
async function fillShelf(
  steps: AsyncIterable<Buffer>,
  encipher: (ids: Buffer) => Buffer,
  isOn: Choice,
): Promise<Shelf> {
  const parts: Buffer[] = [];
  const ranks: Float64Array[] = [];
  let size = 0;
  for await (const ids of steps) {
    const enciphered = encipher(ids);
    const [kept, own] = [Buffer.alloc(ids.byteLength), new Float64Array(ids.byteLength / ID_BYTES)];
    let n = 0;
    for (let at = 0; at < ids.byteLength; at += ID_BYTES) {
      const beginning = beginningIn(enciphered, at);
      if (!isOn(beginning, ids, at)) continue;
      ids.copy(kept, n * ID_BYTES, at, at + ID_BYTES);
      // Numbers that sort as the pseudonyms do, and say which response each is of: small, and sorted where they lie.
      own[n] = beginning * PLACES + size + n;
      n += 1;
    }
    parts.push(Buffer.from(kept.subarray(0, n * ID_BYTES)));
    ranks.push(own.slice(0, n));
    size += n;
  }
  if (size > PLACES) throw new RangeError(`More than ${PLACES} responses on a shelf.`);
  return shelve(Buffer.concat(parts), joined(ranks, size).sort(), encipher);
}

function joined(parts: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function shelve(ids: Buffer, order: Float64Array, encipher: (ids: Buffer) => Buffer): Shelf {
  const idOf = (rank: number) => {
    const at = (rank % PLACES) * ID_BYTES;
    return ids.subarray(at, at + ID_BYTES);
  };
  return {
    size: order.length,
    take: (from, most) => {
      const taken = Buffer.concat(Array.from(order.subarray(from, from + most), idOf));
      const enciphered = encipher(taken);
      return Array.from({ length: taken.byteLength / ID_BYTES }, (_, one) => ({
        id: uuidOf(taken, one * ID_BYTES),
        pseudonym: enciphered.toString("hex", one * ID_BYTES, one * ID_BYTES + PSEUDONYM_BYTES),
      }));
    },
  };
}

/** The ids of all responses of a round that count, some at a time. */
async function* idsOf(db: Db, roundId: string, idsPerStep: number): AsyncGenerator<Buffer> {
  for (let after: string | null = null; ; ) {
    const step: Buffer = await packCountingResponses(db, roundId, { after, most: idsPerStep });
    yield step;
    if (step.byteLength < idsPerStep * ID_BYTES) return;
    after = uuidOf(step, step.byteLength - ID_BYTES);
  }
}

/**
 * Every id by itself under a key of the scope: a random permutation to everybody without the secret. An id is one block and
 * occurs once, so that no chaining is wanted.
 */
function enciphering(secret: string, scope: string): (ids: Buffer) => Buffer {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `pseudonym ${scope}`, KEY_BYTES));
  return (ids) => createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(ids);
}

/** What a pseudonym begins with, as a number below `BEGINNINGS`. */
const beginningIn = (enciphered: Buffer, at: number): number =>
  Math.floor(enciphered.readUIntBE(at, PSEUDONYM_BYTES) / CUT_OFF);

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");

const uuidOf = (bytes: Buffer, at: number): string =>
  bytes.toString("hex", at, at + ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
