import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { lockRound, updateState } from "#db/queries/rounds.server.ts";
import { emptyInbox, rewriteParticipation } from "../links/inbox.server.ts";
import { Problem } from "../problem.ts";

type Closing = { roundId: string; actorId: string | null; now: Date };

/**
 * Closes an open round: from then on nobody can answer, and the database refuses every change of an answer. Submissions
 * under way are waited for. What came in anonymously becomes responses, without order or time. Throws not-found for
 * unknown rounds and drafts, round-closed when it is closed or cancelled already.
 */
export async function closeRound(db: Db | Tx, { roundId, actorId, now }: Closing): Promise<void> {
  const { privacy } = await transact(db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round || round.state === "draft") throw new Problem("not-found");
    if (round.state !== "open") throw new Problem("round-closed");
    await closeLocked(tx, round, { roundId, actorId, now });
    return round;
  });
  if (privacy === "anonymous" && !db.isTransaction) await rewriteParticipation(db as Db);
}

/** Closes a round that the caller has locked and found open. */
export async function closeLocked(
  tx: Tx,
  { privacy }: { privacy: string },
  { roundId, actorId, now }: Closing,
): Promise<void> {
  const inbox = privacy === "anonymous" ? await emptyInbox(tx, roundId, now) : undefined;
  await updateState(tx, roundId, "closed", now);
  const detail = { ...inbox, ...(actorId ? {} : { by: "deadline" }) };
  await insertAudit(tx, { actorId, verb: "round.close", object: "round", objectId: roundId, detail, at: now });
}
