import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findSetup, listDueRounds, listPlannedRounds, lockSetup, updateRound } from "#db/queries/round-setup.server.ts";
import { rewriteIfDue, rewriteParticipation } from "../links/inbox.server.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { repeat } from "../repeat.server.ts";
import { closeLocked } from "./close-round.server.ts";
import { openDraft } from "./open-round.server.ts";

const EVERY_MS = 60_000;

/** Closes every open round whose deadline has passed. Gives back how many; of several processes one closes each round. */
export async function closeDueRounds(db: Db, now: Date): Promise<number> {
  let closed = 0;
  for (const roundId of await listDueRounds(db, now)) {
    const round = await transact(db, async (tx) => {
      // Meanwhile somebody may have extended the round, or closed it.
      const locked = await lockSetup(tx, roundId);
      if (locked?.state !== "open" || locked.closes_at > now) return undefined;
      await closeLocked(tx, locked, { roundId, actorId: null, now });
      return locked;
    });
    if (!round) continue;
    closed += 1;
    if (round.privacy === "anonymous") await rewriteParticipation(db);
  }
  return closed;
}

/**
 * Opens every draft that was planned to open by now, in the name of who planned it. One that cannot be opened any more
 * stays a draft, its plan is taken back, and its history says so. Gives back how many were opened.
 */
export async function openPlannedRounds({ db, jobs }: { db: Db; jobs: Jobs }, now: Date): Promise<number> {
  let opened = 0;
  for (const roundId of await listPlannedRounds(db, now)) {
    const actorId = (await findSetup(db, roundId))?.planned_by;
    if (!actorId) continue;
    try {
      await openDraft({ db, jobs }, { roundId, actorId, now });
      opened += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === "invalid-round") await giveUpPlan(db, roundId, error.faults[0]?.code ?? error.code, now);
    }
  }
  return opened;
}

async function giveUpPlan(db: Db, roundId: string, why: string, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const draft = await lockSetup(tx, roundId);
    if (draft?.state !== "draft" || !draft.planned_by) return;
    await updateRound(tx, roundId, { planned_by: null });
    const event = { actorId: null, verb: "round.unplan", object: "round", objectId: roundId, at: now };
    await insertAudit(tx, { ...event, detail: { why } });
  });
}

/** Closes, opens and rewrites what is due, now and every minute. Gives back what ends it. */
export function keepRoundsDue(context: { db: Db; jobs: Jobs }): () => Promise<void> {
  return repeat(EVERY_MS, "closing and opening what is due", async () => {
    await closeDueRounds(context.db, new Date());
    await openPlannedRounds(context, new Date());
    await rewriteIfDue(context.db);
  });
}
