import { type Db, transact } from "#db/client.server.ts";
import { deleteOldHits } from "#db/queries/rate-limit.server.ts";
import { deleteStale } from "#db/queries/sign-in.server.ts";

const EVERY_MS = 15 * 60_000;

/** Removes old sign-ins, sessions and counts now and every quarter of an hour. Gives back what ends it. */
export function keepTidy(db: Db, lifetime: { idleHours: number; lifetimeDays: number }): () => Promise<void> {
  let running = Promise.resolve();
  const tidy = () => {
    running = tidySignIn(db, lifetime).catch(() => {
      console.error("tidying up sign-ins failed; it is tried again in a quarter of an hour");
    });
  };
  tidy();
  const timer = setInterval(tidy, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** What the privacy page promises: nothing of a sign-in is kept longer than it is needed. */
export async function tidySignIn(db: Db, lifetime: { idleHours: number; lifetimeDays: number }): Promise<void> {
  await transact(db, async (tx) => {
    await deleteStale(tx, lifetime);
    await deleteOldHits(tx);
  });
}
