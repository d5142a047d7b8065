import { fromKysely, type PgBoss } from "pg-boss";
import type { Tx } from "#db/client.server.ts";
import { insertMails, type NewMail } from "#db/queries/mail.server.ts";

/** The job queue, as far as a domain function needs it. */
export type Jobs = Pick<PgBoss, "insert">;

/**
 * Queues a mail in the transaction of its cause: it is sent if that commits, and not otherwise. `key` says what the mail
 * is for (kind, round, person, number); a second mail with the same key is not made. `subjectIds` names what the writer
 * of its kind reads when the mail is sent (see `letters/`): `sign-in` {signInId}, `receipt` {roundId, invitationId,
 * receipt}, `confirm-address` {changeId}, `results` {releaseId}, `assignment` {roundId,
 * invitationId, place}. Neither the job nor the row holds an address, a token or
 * a text. Gives back the mail's id, or undefined when it was queued before.
 */
export async function enqueueMail(tx: Tx, jobs: Jobs, mail: NewMail): Promise<string | undefined> {
  const [mailId] = await enqueueMails(tx, jobs, [mail]);
  return mailId;
}

/** Queues many mails at once, likewise. Gives back the ids of those that were not queued before. */
export async function enqueueMails(tx: Tx, jobs: Jobs, mails: readonly NewMail[]): Promise<string[]> {
  const mailIds = await insertMails(tx, mails);
  if (mailIds.length > 0) {
    await jobs.insert(
      "mail",
      mailIds.map((mailId) => ({ data: { mailId } })),
      { db: fromKysely(tx) },
    );
  }
  return mailIds;
}
