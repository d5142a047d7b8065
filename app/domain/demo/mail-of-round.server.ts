import { randomUUID } from "node:crypto";
import type { LoadedMail } from "#db/seed/load-mail.server.ts";
import { berlinDay } from "../mail/reminder-days.ts";
import type { Outcome } from "./fill-round.server.ts";

/** What the mails about a round follow from. */
export type Happened = {
  roundId: string;
  openedAt: Date;
  closesAt: Date;
  reminders: readonly { days: number; at: Date }[];
  now: Date;
  outcomes: readonly Outcome[];
  /** people from whom mail has come back since this round was opened; they have not answered */
  bounced: ReadonlySet<string>;
};

const SECOND_MS = 1000;
const WEEK_MS = 7 * 86_400_000;

/**
 * The mails that were sent while a round was open, in the order of time: invitations, reminders to those who had not
 * submitted, receipts. Keys are those that the app itself would use, so that nothing is sent again. `remindedAt` knows
 * who was reminded when, whatever the round, and is carried on: at most one reminder a week.
 */
export function mailsOfRound(round: Happened, remindedAt: Map<string, Date>): LoadedMail[] {
  const { roundId, openedAt, outcomes, bounced } = round;
  const invitations = outcomes.map((one, i): LoadedMail => {
    const state = bounced.has(one.accountId) ? "bounced" : "sent";
    return { ...mailTo(one, roundId, "invitation", "1", later(openedAt, i)), state };
  });
  const reachable = outcomes.filter(({ accountId }) => !bounced.has(accountId));
  const reminders = round.reminders.flatMap(({ days, at }, turn) => {
    const number = `${days}-days-before-${berlinDay(round.closesAt)}`;
    const end = [round.now, round.closesAt, round.reminders[turn + 1]?.at].flatMap((time) => time?.getTime() ?? []);
    return reachable.flatMap((one, i): LoadedMail[] => {
      // Whoever was reminded of something else within a week is reminded when the week is over.
      const last = remindedAt.get(one.accountId);
      const free = last && last.getTime() + WEEK_MS > at.getTime() ? later(last, WEEK_MS / SECOND_MS) : later(at, i);
      const done = one.submission?.at ?? one.declinedAt;
      if ((done && done <= free) || free.getTime() >= Math.min(...end)) return [];
      remindedAt.set(one.accountId, free);
      return [mailTo(one, roundId, "reminder", number, free)];
    });
  });
  const receipts = answeredOf(outcomes).map((one): LoadedMail => {
    const { submissionId, receipt, at } = one.submission;
    const subjectIds = { roundId, invitationId: one.invitationId, receipt };
    return { ...mailTo(one, roundId, "receipt", "1", later(at, 2)), key: `receipt:${submissionId}`, subjectIds };
  });
  return [...invitations, ...reminders, ...receipts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Thanks with the results to those who had answered. */
export function resultsOfRound(
  roundId: string,
  outcomes: readonly Outcome[],
  { releaseId, madeAt }: { releaseId: string; madeAt: Date },
): LoadedMail[] {
  return answeredOf(outcomes).map((one, i) => ({
    ...mailTo(one, roundId, "results", "1", later(madeAt, i)),
    subjectIds: { releaseId },
  }));
}

function mailTo(one: Outcome, roundId: string, kind: LoadedMail["kind"], number: string, at: Date): LoadedMail {
  const { accountId, invitationId } = one;
  const key = `${kind}:${roundId}:${accountId}:${number}`;
  return { mailId: randomUUID(), key, kind, accountId, roundId, invitationId, subjectIds: {}, state: "sent", at };
}

function answeredOf(outcomes: readonly Outcome[]) {
  return outcomes.flatMap(({ submission, ...one }) => (submission ? [{ ...one, submission }] : []));
}

/** Mails leave one after the other. */
function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * SECOND_MS);
}
