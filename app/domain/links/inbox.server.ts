import type { Db, Tx } from "#db/client.server.ts";
import { countInbox, moveInbox, rewriteTables } from "#db/queries/inbox.server.ts";

/** With fewer, an answer would stand nearly alone: they stay sealed for good. */
const FEWEST = 10;

/**
 * Empties the inbox of an anonymous round into responses, in the transaction that closes it and before its state
 * changes. `moved` became responses, `sealed` stay where nobody can read them because fewer than ten came. After the
 * commit call `rewriteParticipation`.
 */
export async function emptyInbox(tx: Tx, roundId: string, now: Date): Promise<{ moved: number; sealed: number }> {
  // Moving locks the tables in the order of a submission; looking into the inbox before would turn it round.
  const moved = await moveInbox(tx, roundId, FEWEST, now);
  return { moved, sealed: await countInbox(tx, roundId) };
}

/** Removes the order in which people took part from the tables. Call it after the commit of the closing. */
export async function rewriteParticipation(db: Db): Promise<void> {
  await rewriteTables(db);
}
