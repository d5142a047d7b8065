import { createCipheriv, hkdfSync } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { packCountingResponses } from "#db/queries/insights.server.ts";

/** Few, so that what is thrown away of a step is thrown away while it is young: many would stay until a full collection. */
const IDS_PER_STEP = 5_000;
const ID_BYTES = 16;
const KEY_BYTES = 32;
/** A pseudonym is twelve hexadecimal digits: few enough for a number that is exact. */
const PSEUDONYM_BYTES = 6;
/** A rank is an exact number, of 53 bits: the beginning of a pseudonym, and by 24 bits which response it is of. */
const [RANK_BITS, PLACE_BITS] = [53, 24];
const PLACES = 2 ** PLACE_BITS;
/** What of a pseudonym does not fit in. Of two that begin alike the order is that of random ids, and says nothing either. */
const CUT_OFF = 2 ** (8 * PSEUDONYM_BYTES - (RANK_BITS - PLACE_BITS));

export type Pseudonymous = { id: string; pseudonym: string };

/** The responses of a round that count, by the beginning of their pseudonyms: 24 bytes for each of them. */
export type Ordered = { size: number; take: (from: number, most: number) => Pseudonymous[] };

/** Reads who counts, so many at a time, and gives each a pseudonym that holds within the scope. */
export async function orderByPseudonym(
  db: Db,
  roundId: string,
  { secret, scope }: { secret: string; scope: string },
  idsPerStep = IDS_PER_STEP,
): Promise<Ordered> {
  const encipher = enciphering(secret, scope);
  const [ids, ranks]: [Buffer[], Float64Array[]] = [[], []];
  for (let after: string | null = null; ; ) {
    const step: Buffer = await packCountingResponses(db, roundId, { after, most: idsPerStep });
    ranks.push(ranksOf(encipher(step), ids.length * idsPerStep));
    ids.push(step);
    if (step.byteLength < idsPerStep * ID_BYTES) break;
    after = uuidOf(step, step.byteLength - ID_BYTES);
  }
  const order = joined(ranks).sort();
  if (order.length > PLACES) throw new RangeError(`More than ${PLACES} responses in a round.`);
  const bytesOf = (rank: number) => {
    const place = rank % PLACES;
    const at = (place % idsPerStep) * ID_BYTES;
    return ids[Math.floor(place / idsPerStep)]?.subarray(at, at + ID_BYTES) ?? Buffer.alloc(0);
  };
  return {
    size: order.length,
    take: (from, most) => {
      const taken = Buffer.concat(Array.from(order.subarray(from, from + most), bytesOf));
      const enciphered = encipher(taken);
      return Array.from({ length: taken.byteLength / ID_BYTES }, (_, one) => ({
        id: uuidOf(taken, one * ID_BYTES),
        pseudonym: enciphered.toString("hex", one * ID_BYTES, one * ID_BYTES + PSEUDONYM_BYTES),
      }));
    },
  };
}

/**
 * Every id by itself under a key of the scope: a random permutation to everybody without the secret. An id is one block and
 * occurs once, so that no chaining is wanted.
 */
function enciphering(secret: string, scope: string): (ids: Buffer) => Buffer {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `pseudonym ${scope}`, KEY_BYTES));
  return (ids) => createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(ids);
}

/** Numbers that sort as the pseudonyms do, and say which response each is of: small, and sorted where they lie. */
function ranksOf(enciphered: Buffer, first: number): Float64Array {
  const beginning = (at: number) => Math.floor(enciphered.readUIntBE(at * ID_BYTES, PSEUDONYM_BYTES) / CUT_OFF);
  return new Float64Array(enciphered.byteLength / ID_BYTES).map((_, at) => beginning(at) * PLACES + first + at);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const uuidOf = (bytes: Buffer, at: number): string =>
  bytes.toString("hex", at, at + ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
