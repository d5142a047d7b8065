import type { Tx } from "#db/client.server.ts";
import { countAssignmentMails } from "#db/queries/talk.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { ASSIGNMENT_MAILS_PER_DAY } from "./limits.ts";

type Asked = { roundId: string; invitationId: string; place: string; assignee: string };

/**
 * Queues the mail that asks a colleague for an answer: at most one per person, place and day, and a few a day in all. It
 * is nobody's business outside the team, so the row names the round for its writer only and stands in no list of
 * deliveries.
 */
export async function askForAnswer(
  tx: Tx,
  { roundId, invitationId, place, assignee }: Asked,
  { jobs, now }: { jobs: Jobs; now: Date },
): Promise<void> {
  const today = dayOf(now);
  const mails = { accountId: assignee, invitationId, since: startOf(now) };
  if ((await countAssignmentMails(tx, mails)) >= ASSIGNMENT_MAILS_PER_DAY) return;
  await enqueueMail(tx, jobs, {
    key: `assignment:${invitationId}:${assignee}:${today}:${place}`,
    kind: "assignment",
    accountId: assignee,
    subjectIds: { roundId, invitationId, place },
  });
}

/** The process runs in the network's time zone. */
function startOf(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].join("-");
}
