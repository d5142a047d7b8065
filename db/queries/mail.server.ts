import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { MailTable } from "../tables/mail.ts";

export type MailKind = MailTable["kind"];
export type MailState = NonNullable<Awaited<ReturnType<typeof findMail>>>["state"];

export type NewMail = {
  /** says what the mail is for; a second mail with the same key is not made */
  key: string;
  kind: MailKind;
  accountId: string | null;
  subjectIds: Record<string, string>;
};

/** Keeps a mail to be sent and gives back its id, or undefined when it was already kept. */
export async function insertMail(tx: Tx, mail: NewMail): Promise<string | undefined> {
  const row = await tx
    .insertInto("mail")
    .values({
      mail_key: mail.key,
      kind: mail.kind,
      account_id: mail.accountId,
      subject_ids: jsonb(mail.subjectIds),
      sent_at: null,
    })
    .onConflict((conflict) => conflict.column("mail_key").doNothing())
    .returning("mail_id")
    .executeTakeFirst();
  return row?.mail_id;
}

export function findMail(db: Db | Tx, mailId: string) {
  return db
    .selectFrom("mail")
    .select(["mail_id", "kind", "account_id", "subject_ids", "state"])
    .where("mail_id", "=", mailId)
    .executeTakeFirst();
}

/** Moves a mail on from the state it was read in. False when somebody else was faster. */
export async function moveMail(db: Db | Tx, mailId: string, from: MailState, to: MailState): Promise<boolean> {
  const row = await db
    .updateTable("mail")
    .set({ state: to, ...(to === "sent" ? { sent_at: sql<Date>`now()` } : {}) })
    .where("mail_id", "=", mailId)
    .where("state", "=", from)
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
