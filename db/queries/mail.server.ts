import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { MailTable } from "../tables/mail.ts";

export type MailKind = MailTable["kind"];
export type MailRow = NonNullable<Awaited<ReturnType<typeof findMail>>>;
export type MailState = MailRow["state"];

export type NewMail = {
  /** says what the mail is for; a second mail with the same key is not made */
  key: string;
  kind: MailKind;
  /** null where a person without an account is written to: then the invitation says where */
  accountId: string | null;
  subjectIds: Record<string, string>;
  /** of mails about a round */
  roundId?: string | null;
  invitationId?: string | null;
  /** samples are written with dates of their own */
  queuedAt?: Date;
};

/** As many rows as one statement takes with room to spare: PostgreSQL allows 65,535 parameters. */
const ROWS = 2000;

/** Keeps mails to be sent and gives back the ids of those that were not kept before. */
export async function insertMails(tx: Tx, mails: readonly NewMail[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < mails.length; start += ROWS) {
    const rows = await tx
      .insertInto("mail")
      .values(
        mails.slice(start, start + ROWS).map((mail) => ({
          mail_key: mail.key,
          kind: mail.kind,
          account_id: mail.accountId,
          subject_ids: jsonb(mail.subjectIds),
          round_id: mail.roundId ?? null,
          invitation_id: mail.invitationId ?? null,
          sent_at: null,
          queued_at: mail.queuedAt ?? sql<Date>`now()`,
        })),
      )
      .onConflict((conflict) => conflict.column("mail_key").doNothing())
      .returning("mail_id")
      .execute();
    ids.push(...rows.map((row) => row.mail_id));
  }
  return ids;
}

export function findMail(db: Db | Tx, mailId: string) {
  return db
    .selectFrom("mail")
    .select(["mail_id", "mail_key", "kind", "account_id", "subject_ids", "state"])
    .select(["round_id", "invitation_id", "attempts"])
    .where("mail_id", "=", mailId)
    .executeTakeFirst();
}

/** Ids of mails that wait, in the order they were queued. */
export async function listQueuedMails(db: Db | Tx): Promise<string[]> {
  const waiting = db.selectFrom("mail").select("mail_id").where("state", "=", "queued");
  return (await waiting.orderBy("queued_at").orderBy("mail_id").execute()).map((row) => row.mail_id);
}

/** Marks a mail as leaving, with the header it gets. False when somebody else was faster. */
export async function claimMail(
  tx: Tx,
  mail: Pick<MailRow, "mail_id" | "state" | "attempts">,
  messageId: string,
): Promise<boolean> {
  const row = await tx
    .updateTable("mail")
    .set({ state: "sending", attempts: mail.attempts + 1, message_id: messageId })
    .where("mail_id", "=", mail.mail_id)
    .where("state", "=", mail.state)
    .where("attempts", "=", mail.attempts)
    .returning("mail_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves a mail on from the state it was read in. False when somebody else was faster. */
export async function moveMail(
  db: Db | Tx,
  mailId: string,
  from: readonly MailState[],
  to: MailState,
  at?: Date,
): Promise<boolean> {
  const row = await db
    .updateTable("mail")
    .set({ state: to, ...(to === "sent" ? { sent_at: at ?? sql<Date>`now()` } : {}) })
    .where("mail_id", "=", mailId)
    .where("state", "in", from)
    .returning("mail_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a receipt says, or undefined when there is no such submission. */
export function findReceipt(db: Db | Tx, ids: { roundId: string; invitationId: string; receipt: string }) {
  return db
    .selectFrom("submission")
    .innerJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "submission.round_id")
        .onRef("response.response_id", "=", "submission.response_id"),
    )
    .innerJoin("round", "round.round_id", "submission.round_id")
    .select(["submission.receipt", "submission.submitted_at", "round.title", "response.invitation_id"])
    .where("submission.round_id", "=", ids.roundId)
    .where("response.invitation_id", "=", ids.invitationId)
    .where("submission.receipt", "=", ids.receipt)
    .executeTakeFirst();
}
