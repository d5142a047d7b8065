import type { Db, Tx } from "#db/client.server.ts";
import {
  type Addressee,
  findMailRound,
  listAddressees,
  listRemindedSince,
  lockReminders,
} from "#db/queries/addressees.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findReleaseRound } from "#db/queries/letters.server.ts";
import type { NewMail } from "#db/queries/mail.server.ts";
import { Problem } from "../problem.ts";
import { enqueueMails, type Jobs } from "./enqueue.server.ts";
import { berlinDay, dueReminder } from "./reminder-days.ts";

/** Nobody gets more than one reminder in this time. */
export const WEEK_MS = 7 * 86_400_000;

/**
 * Queues the invitations of an open round: to the leads of each project (to its members where no lead can be reached)
 * and to people by link. Whoever was invited before is left out, so it may be called again when addressees were added.
 * Gives back how many mails were queued; 1,000 take about a second.
 */
export async function queueInvitations(tx: Tx, jobs: Jobs, roundId: string, now = new Date()): Promise<number> {
  const people = onePerPerson(await listAddressees(tx, roundId));
  return (await enqueueMails(tx, jobs, people.map(mailTo("invitation", roundId, "1", now)))).length;
}

/** `tooSoon` counts the people who were left out because a reminder went to them within the last seven days. */
export type Reminded = { queued: number; tooSoon: number };

/**
 * Queues reminders of an open round to those who still have to answer: by hand for chosen invitations, or those that are
 * `due` by the round's days before the deadline. Nobody gets more than one reminder within seven days, whatever the round
 * and whoever asks. `actorId` is null for the job. Throws not-found, and round-closed when answers are no longer taken.
 */
export async function queueReminders(
  tx: Tx,
  jobs: Jobs,
  roundId: string,
  which: readonly string[] | "due",
  actorId: string | null,
  now = new Date(),
): Promise<Reminded> {
  await lockReminders(tx);
  const round = await findMailRound(tx, roundId);
  if (!round || round.state === "draft") throw new Problem("not-found");
  if (round.state !== "open" || round.closes_at <= now) throw new Problem("round-closed");
  const number = which === "due" ? dueReminder(round, now) : `hand-${berlinDay(now)}`;
  if (!number) return { queued: 0, tooSoon: 0 };
  const chosen = which === "due" ? {} : { invitationIds: which };
  const people = onePerPerson(await listAddressees(tx, roundId, { state: "waiting", ...chosen }));
  const reminded = await listRemindedSince(tx, new Date(now.getTime() - WEEK_MS));
  const free = people.filter((person) => !reminded.has(personOf(person)));
  const { length: queued } = await enqueueMails(tx, jobs, free.map(mailTo("reminder", roundId, number, now)));
  const tooSoon = people.length - free.length;
  if (queued > 0) {
    const detail = { queued, tooSoon, number };
    await insertAudit(tx, { actorId, verb: "round.remind", object: "round", objectId: roundId, detail });
  }
  return { queued, tooSoon };
}

/**
 * Queues thanks with the results to everybody who was written to about an invitation that was answered. Gives back how
 * many mails were queued.
 */
export async function queueResults(tx: Tx, jobs: Jobs, releaseId: string, now = new Date()): Promise<number> {
  const release = await findReleaseRound(tx, releaseId);
  if (!release) throw new Problem("not-found");
  const people = onePerPerson(await listAddressees(tx, release.round_id, { state: "answered" }));
  const mails = people.map((person) => ({
    ...mailTo("results", release.round_id, String(release.number), now)(person),
    subjectIds: { releaseId },
  }));
  return (await enqueueMails(tx, jobs, mails)).length;
}

/** To how many people `queueResults` would write once this round had its release. */
export async function countResults(db: Db, roundId: string): Promise<number> {
  return onePerPerson(await listAddressees(db, roundId, { state: "answered" })).length;
}

/** Whoever leads several projects gets one mail about all of them; its writer names them. */
function onePerPerson(addressees: readonly Addressee[]): Addressee[] {
  const people = new Map<string, Addressee>();
  for (const addressee of addressees) {
    if (!people.has(personOf(addressee))) people.set(personOf(addressee), addressee);
  }
  return [...people.values()];
}

/** Under which id somebody is counted as reminded. */
export function personOf({ accountId, invitationId }: Addressee): string {
  return accountId ?? invitationId;
}

function mailTo(kind: "invitation" | "reminder" | "results", roundId: string, number: string, queuedAt: Date) {
  return (addressee: Addressee): NewMail => ({
    key: `${kind}:${roundId}:${personOf(addressee)}:${number}`,
    kind,
    accountId: addressee.accountId,
    subjectIds: {},
    roundId,
    invitationId: addressee.invitationId,
    queuedAt,
  });
}
