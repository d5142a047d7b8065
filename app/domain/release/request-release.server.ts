import { randomUUID } from "node:crypto";
import { fromKysely } from "pg-boss";
import { type Db, transact } from "#db/client.server.ts";
import { insertRun } from "#db/queries/release-runs.server.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { reasonFaults } from "../rounds/draft-faults.ts";
import { refuse } from "../rounds/draft-round.server.ts";
import { openRelease, type ReleaseKind } from "./releasable.server.ts";

type Asking = { roundId: string; kind: ReleaseKind; reason?: string; actorId: string; now: Date };

/**
 * Asks for a release, which a job makes as soon as a worker is free. While one of this round is being made, asking again
 * changes nothing. What can be known now is refused now: throws like `openRelease`, and invalid-round with a fault at
 * `/reason` of a correction.
 */
export async function requestRelease(
  db: Db,
  jobs: Jobs,
  { roundId, kind, reason = "", actorId, now }: Asking,
): Promise<void> {
  const isCorrection = kind === "correction";
  if (isCorrection) refuse(reasonFaults(reason));
  await transact(db, async (tx) => {
    await openRelease(tx, roundId, kind, { locked: false });
    const releaseId = randomUUID();
    const asked = { reason: isCorrection ? reason.trim() : null, requested_by: actorId, requested_at: now };
    const run = { release_id: releaseId, round_id: roundId, kind, ...asked };
    if (!(await insertRun(tx, run))) return;
    await jobs.insert("release", [{ data: { releaseId } }], { db: fromKysely(tx) });
  });
}
