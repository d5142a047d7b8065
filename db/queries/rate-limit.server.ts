import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** At most `perHour` hits of one kind for one key. The key is a keyed hash: nothing about a person can be read from it. */
export type Limit = { bucket: string; keyHash: Buffer; perHour: number };

/** Hits are counted in spans of five minutes; a span leaves the count once its last minute is an hour old. */
const SPAN = sql`interval '5 minutes'`;
const HORIZON = sql`interval '65 minutes'`;

/**
 * Seconds until another hit is allowed, 0 when it is allowed now. Holds the key until the transaction ends, so that of
 * many requests at once none is overlooked.
 */
export async function lockLimit(tx: Tx, limit: Limit): Promise<number> {
  const name = `${limit.bucket}:${limit.keyHash.toString("hex")}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  const { rows } = await sql<{ hits: number; wait: number }>`
    select coalesce(sum(hits), 0) as hits,
      coalesce(ceil(extract(epoch from min(window_start) + ${HORIZON} - clock_timestamp())), 0) as wait
    from rate_limit
    where bucket = ${limit.bucket} and key_hash = ${limit.keyHash} and window_start > clock_timestamp() - ${HORIZON}
  `.execute(tx);
  const { hits, wait } = rows[0] ?? { hits: 0, wait: 0 };
  return hits < limit.perHour ? 0 : Math.max(1, wait);
}

/** Counts one hit. Callers ask `lockLimit` first, in the same transaction. */
export async function insertHit(tx: Tx, limit: Limit): Promise<void> {
  await sql`
    insert into rate_limit (bucket, key_hash, window_start)
    values (${limit.bucket}, ${limit.keyHash}, date_bin(${SPAN}, clock_timestamp(), timestamptz '2000-01-01'))
    on conflict (bucket, key_hash, window_start) do update set hits = rate_limit.hits + 1
  `.execute(tx);
}

/** Removes the counts that no limit looks at any more. */
export async function deleteOldHits(tx: Tx): Promise<void> {
  await sql`delete from rate_limit where window_start < now() - ${HORIZON}`.execute(tx);
}
