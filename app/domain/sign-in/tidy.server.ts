import { type Db, transact } from "#db/client.server.ts";
import { deleteStaleChanges } from "#db/queries/address-changes.server.ts";
import { deleteOldHits } from "#db/queries/rate-limit.server.ts";
import { deleteStale } from "#db/queries/sign-in.server.ts";
import { tidyImports } from "../members/import/preview.server.ts";
import { repeat } from "../repeat.server.ts";

const EVERY_MS = 15 * 60_000;

/** Removes old sign-ins, sessions, counts and files that were read in, now and every quarter of an hour. Gives back what ends it. */
export function keepTidy(db: Db, lifetime: { idleHours: number; lifetimeDays: number }): () => Promise<void> {
  return repeat(EVERY_MS, "tidying up", () => tidySignIn(db, lifetime));
}

/** What the privacy page promises: nothing of a sign-in is kept longer than it is needed. */
export async function tidySignIn(db: Db, lifetime: { idleHours: number; lifetimeDays: number }): Promise<void> {
  await transact(db, async (tx) => {
    await deleteStale(tx, lifetime);
    await deleteOldHits(tx);
    await deleteStaleChanges(tx);
  });
  await tidyImports(db);
}
