import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { lockSetup, type RoundSetup, updateRound } from "#db/queries/round-setup.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { discardInbox, rewriteParticipation } from "../links/inbox.server.ts";
import { Problem } from "../problem.ts";
import { deadlineFaults, reasonFaults, reminderFaults } from "./draft-faults.ts";
import { type Acting, refuse } from "./draft-round.server.ts";

/**
 * Gives an open round a later deadline. Throws not-found, round-closed, invalid-round with a fault at `/closesAt`
 * (`deadline-past`, `deadline-not-later`).
 */
export function extendRound(db: Db | Tx, acting: Acting, closesAt: Date): Promise<void> {
  return transact(db, async (tx) => {
    const round = await lockOpen(tx, acting.roundId);
    refuse(extensionFaults(round, closesAt, acting.now));
    await updateRound(tx, acting.roundId, { closes_at: closesAt, reminders_from: acting.now });
    const detail = { from: round.closes_at.toISOString(), to: closesAt.toISOString() };
    await insertAudit(tx, { ...eventOf(acting), verb: "round.extend", detail });
  });
}

export function extensionFaults({ closes_at: before }: { closes_at: Date }, closesAt: Date, now: Date) {
  const past = deadlineFaults({ opensAt: now, closesAt }, now);
  const same = closesAt <= before ? [{ code: "deadline-not-later", path: "/closesAt" }] : [];
  return past.length > 0 ? past : same;
}

/** Sets the days before the deadline on which an open round reminds. Throws not-found, round-closed, invalid-round. */
export function changeReminders(db: Db | Tx, acting: Acting, reminders: readonly number[]): Promise<void> {
  return transact(db, async (tx) => {
    await lockOpen(tx, acting.roundId);
    // Days that lie behind do no harm here: they were kept, and an extension may bring them back.
    refuse(reminderFaults(reminders));
    const days = reminders.toSorted((a, b) => b - a);
    await updateRound(tx, acting.roundId, { reminders: days, reminders_from: acting.now });
    await insertAudit(tx, { ...eventOf(acting), verb: "round.reminders", detail: { days: days.join(", ") } });
  });
}

/**
 * Ends an open round without a result: answers stay readable for their team and are never counted; anonymous ones, which
 * nobody could read any more, are erased. The reason stands in its history. Throws not-found, round-closed,
 * invalid-round with a fault at `/reason`.
 */
export async function cancelRound(db: Db | Tx, acting: Acting, reason: string): Promise<void> {
  const { privacy } = await transact(db, async (tx) => {
    const round = await lockOpen(tx, acting.roundId);
    refuse(reasonFaults(reason));
    await updateRound(tx, acting.roundId, { state: "cancelled", cancelled_at: acting.now });
    const detail: Record<string, string | number> = { reason: reason.trim() };
    if (round.privacy === "anonymous") detail.erased = await discardInbox(tx, acting.roundId);
    await insertAudit(tx, { ...eventOf(acting), verb: "round.cancel", detail });
    return round;
  });
  if (privacy === "anonymous" && !db.isTransaction) await rewriteParticipation(db as Db);
}

/** Puts a released round away; its results stay. Throws not-found, round-not-released. */
export function archiveRound(db: Db | Tx, acting: Acting): Promise<void> {
  return transact(db, async (tx) => {
    const round = await lockOpened(tx, acting.roundId);
    if (round.state !== "released") throw new Problem("round-not-released");
    await updateRound(tx, acting.roundId, { state: "archived" });
    await insertAudit(tx, { ...eventOf(acting), verb: "round.archive" });
  });
}

/**
 * Puts a closed round away without a release, for good: too few answered, or nobody wants the figures any more. Throws
 * not-found, round-not-closed.
 */
export function endRound(db: Db | Tx, acting: Acting): Promise<void> {
  return transact(db, async (tx) => {
    const round = await lockOpened(tx, acting.roundId);
    if (round.state !== "closed") throw new Problem("round-not-closed");
    await updateRound(tx, acting.roundId, { state: "archived" });
    await insertAudit(tx, { ...eventOf(acting), verb: "round.end" });
  });
}

/**
 * Puts a correction of its wording in place of an open round's version: `versionId` amends it, or amends such an
 * amendment. Throws not-found, round-closed, invalid-round with a fault at `/versionId` (`not-an-amendment`).
 */
export function amendRound(db: Db | Tx, acting: Acting, versionId: string): Promise<void> {
  return transact(db, async (tx) => {
    const round = await lockOpen(tx, acting.roundId);
    const chain = await amendmentChain(tx, round.version_id, versionId);
    if (chain.length === 0) refuse([{ code: "not-an-amendment", path: "/versionId" }]);
    // The database takes one amendment at a time, each of the version before.
    for (const { version_id } of chain) await updateRound(tx, acting.roundId, { version_id });
    const detail = { from: round.version, to: chain.at(-1)?.number ?? round.version };
    await insertAudit(tx, { ...eventOf(acting), verb: "round.amend", detail });
  });
}

/** The versions from the one after `from` to `to`, each amending the one before; none where `to` does not lead back. */
async function amendmentChain(tx: Tx, from: string, to: string) {
  const chain: { version_id: string; number: number }[] = [];
  for (let id: string | null = to; id && id !== from; ) {
    const version: Awaited<ReturnType<typeof findVersion>> = await findVersion(tx, id);
    if (!version) throw new Problem("not-found");
    chain.unshift(version);
    id = version.amends;
    if (!id) return [];
  }
  return chain;
}

async function lockOpen(tx: Tx, roundId: string): Promise<RoundSetup> {
  const round = await lockOpened(tx, roundId);
  if (round.state !== "open") throw new Problem("round-closed");
  return round;
}

/** A draft is no round yet: its page is another one. */
async function lockOpened(tx: Tx, roundId: string): Promise<RoundSetup> {
  const round = await lockSetup(tx, roundId);
  if (!round || round.state === "draft") throw new Problem("not-found");
  return round;
}

function eventOf({ roundId, actorId, now }: Acting) {
  return { actorId, object: "round", objectId: roundId, at: now };
}
