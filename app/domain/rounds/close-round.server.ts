import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { lockRound, updateState } from "#db/queries/rounds.server.ts";
import { Problem } from "../problem.ts";

type Closing = { roundId: string; actorId: string | null; now: Date };

/**
 * Closes an open round: from then on nobody can answer, and the database refuses every change of an answer. Submissions
 * under way are waited for. Throws not-found for unknown rounds and drafts, round-closed when it is closed already.
 */
export function closeRound(db: Db | Tx, { roundId, actorId, now }: Closing): Promise<void> {
  return transact(db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round || round.state === "draft") throw new Problem("not-found");
    if (round.state !== "open") throw new Problem("round-closed");
    await updateState(tx, roundId, "closed", now);
    await insertAudit(tx, { actorId, verb: "round.close", object: "round", objectId: roundId });
  });
}
