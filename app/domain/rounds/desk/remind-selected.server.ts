import { type Db, transact } from "#db/client.server.ts";
import { findRound } from "#db/queries/rounds.server.ts";
import type { Jobs } from "../../mail/enqueue.server.ts";
import { queueReminders, type Reminded } from "../../mail/round-mails.server.ts";
import { Problem } from "../../problem.ts";

type Reminding = { roundId: string; invitationIds: readonly string[]; actorId: string };

/**
 * Reminds the chosen participants by mail, as far as they still have to answer and were not reminded within the last
 * seven days. Throws not-found for anonymous rounds, where nobody knows who has answered, and round-closed.
 */
export function remindSelected(db: Db, jobs: Jobs, { roundId, invitationIds, actorId }: Reminding): Promise<Reminded> {
  return transact(db, async (tx) => {
    const round = await findRound(tx, roundId);
    if (!round || round.privacy === "anonymous") throw new Problem("not-found");
    return queueReminders(tx, jobs, roundId, invitationIds, actorId);
  });
}
