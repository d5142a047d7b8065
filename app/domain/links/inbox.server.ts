import type { Db, Tx } from "#db/client.server.ts";
import { countInbox, eraseInbox, isRewriteDue, moveInbox, rewriteTables } from "#db/queries/inbox.server.ts";

/** With fewer, an answer would stand nearly alone: they stay sealed for good. */
export const FEWEST = 10;

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

/**
 * Erases what came in for an anonymous round, in the transaction that cancels it and after its state has changed. Gives
 * back how many answers that were. After the commit call `rewriteParticipation`.
 */
export function discardInbox(tx: Tx, roundId: string): Promise<number> {
  return eraseInbox(tx, roundId);
}

/** Removes the order in which people took part from the tables. Call it after the commit of the closing or cancelling. */
export async function rewriteParticipation(db: Db): Promise<void> {
  await rewriteTables(db);
}

/** Makes up for a rewriting that failed, or that a process did not live to do. */
export async function rewriteIfDue(db: Db): Promise<void> {
  if (await isRewriteDue(db)) await rewriteParticipation(db);
}
