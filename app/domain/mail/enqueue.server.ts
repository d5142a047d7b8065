import { fromKysely, type PgBoss } from "pg-boss";
import type { Tx } from "#db/client.server.ts";
import { insertMail, type NewMail } from "#db/queries/mail.server.ts";

/** The job queue, as far as a domain function needs it. */
export type Jobs = Pick<PgBoss, "send">;

/** A sender that hangs or was killed gives its job back after this time. Longer than any attempt may take. */
const ATTEMPT_SECONDS = 60;

/**
 * Queues a mail in the transaction of its cause: it is sent if that commits, and not otherwise. `key` says what the mail
 * is for (round, person, kind, number); a second mail with the same key is not made. `subjectIds` names what the
 * template reads when the mail is sent: `sign-in` {signInId}, `receipt` {roundId, invitationId, receipt}. Neither the
 * job nor the row holds an address, a token or a text. Gives back the mail's id, or undefined when it was queued before.
 */
export async function enqueueMail(tx: Tx, jobs: Jobs, mail: NewMail): Promise<string | undefined> {
  const mailId = await insertMail(tx, mail);
  if (mailId) await jobs.send("mail", { mailId }, { db: fromKysely(tx), expireInSeconds: ATTEMPT_SECONDS });
  return mailId;
}
