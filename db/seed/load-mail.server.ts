import { sql } from "kysely";
import type { Tx } from "../client.server.ts";
import type { MailKind } from "../tables/mail.ts";

/** A mail that was sent, came back, or is about to be sent. */
export type LoadedMail = {
  mailId: string;
  key: string;
  kind: MailKind;
  accountId: string;
  roundId: string;
  /** null where it is not about one */
  invitationId: string | null;
  subjectIds: Record<string, string>;
  state: "sent" | "bounced" | "queued";
  at: Date;
};

/** Writes mails of the past: no job goes with them, so none is sent. */
export async function loadMails(tx: Tx, mails: readonly LoadedMail[]): Promise<void> {
  const rows = mails.map((mail) => ({
    ...{
      mail_id: mail.mailId,
      sent_at: mail.state === "queued" ? null : mail.at,
      attempts: mail.state === "queued" ? 0 : 1,
    },
    ...{ mail_key: mail.key, kind: mail.kind, account_id: mail.accountId, subject_ids: mail.subjectIds },
    ...{ round_id: mail.roundId, invitation_id: mail.invitationId, state: mail.state, at: mail.at },
  }));
  await sql`
    insert into mail (mail_id, mail_key, kind, account_id, subject_ids, round_id, invitation_id, state, queued_at, sent_at, attempts)
    select mail_id, mail_key, kind, account_id, subject_ids, round_id, invitation_id, state, at, sent_at, attempts
    from jsonb_to_recordset(cast(${JSON.stringify(rows)} as jsonb)) as row (mail_id uuid, mail_key text, kind text, account_id uuid,
      subject_ids jsonb, round_id uuid, invitation_id uuid, state text, at timestamptz,
      sent_at timestamptz, attempts integer)`.execute(tx);
}

/** Notes that mail to these accounts comes back, and at which invitations of a round it did. */
export async function loadBounces(tx: Tx, roundId: string, mails: readonly LoadedMail[]): Promise<void> {
  const bounced = mails.filter(({ state }) => state === "bounced");
  const last = bounced.at(-1);
  if (!last) return;
  const [accounts, invitations] = [bounced.map((one) => one.accountId), bounced.map((one) => one.invitationId)];
  const bounced_at = last.at;
  await tx.updateTable("account").set({ bounced_at }).where("account_id", "in", accounts).execute();
  await tx
    .updateTable("invitation")
    .set({ bounced_at })
    .where("round_id", "=", roundId)
    .where("invitation_id", "in", invitations)
    .execute();
}
