import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { REACHABLE } from "./addressees.server.ts";

/** True if nobody else reads bounces until the transaction ends. */
export async function lockBounces(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('mail bounces', 0)) as mine`.execute(tx);
  return rows[0]?.mine ?? false;
}

/** How far a mailbox file was read, in bytes. */
export async function findMark(tx: Tx, file: string): Promise<number | undefined> {
  const mark = tx.selectFrom("bounce_mark").select("read_bytes").where("file", "=", file);
  return (await mark.executeTakeFirst())?.read_bytes;
}

export async function putMark(tx: Tx, file: string, readBytes: number): Promise<void> {
  const read = { read_bytes: readBytes, read_at: sql<Date>`now()` };
  await tx
    .insertInto("bounce_mark")
    .values({ file, ...read })
    .onConflict((conflict) => conflict.column("file").doUpdateSet(read))
    .execute();
}

/** The mail that a report is about: by the address it came back to, or by its Message-ID. */
export function findReturnedMail(db: Db | Tx, by: { mailId: string | undefined; messageIds: readonly string[] }) {
  return db
    .selectFrom("mail")
    .select(["mail_id", "kind", "account_id", "round_id", "invitation_id", "queued_at"])
    .where((mail) =>
      mail.or([
        ...(by.mailId ? [mail("mail_id", "=", by.mailId)] : []),
        ...(by.messageIds.length > 0 ? [mail("message_id", "in", [...by.messageIds])] : []),
      ]),
    )
    .executeTakeFirst();
}

/** Notes that mail to an account comes back. False when its address changed after this mail, or it was noted before. */
export async function markAccount(
  tx: Tx,
  mail: { account_id: string | null; queued_at: Date },
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable("account")
    .set({ bounced_at: at })
    .where("account_id", "=", mail.account_id)
    .where("bounced_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("address_change")
            .select("change_id")
            .whereRef("address_change.account_id", "=", "account.account_id")
            .where("used_at", ">", mail.queued_at),
        ),
      ),
    )
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function markGuest(tx: Tx, roundId: string, invitationId: string, at: Date): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ bounced_at: at })
    .where("round_id", "=", roundId)
    .where("invitation_id", "=", invitationId)
    .where("bounced_at", "is", null)
    .execute();
}

/** Notes the open invitations of an account's projects about which nobody can be written to any more. */
export async function markUnreachable(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`
    update invitation set bounced_at = ${at}
    from round
    where round.round_id = invitation.round_id and round.state = 'open' and invitation.bounced_at is null
      and invitation.project_id in (select project_id from membership where account_id = ${accountId})
      and invitation.project_id not in (select project_id from (${REACHABLE}) as reachable)
  `.execute(tx);
}

/** Takes the note back where somebody of the project can be written to again. */
export async function clearReachable(db: Db | Tx): Promise<void> {
  await sql`
    update invitation set bounced_at = null
    from round
    where round.round_id = invitation.round_id and round.state = 'open' and invitation.bounced_at is not null
      and invitation.project_id in (select project_id from (${REACHABLE}) as reachable)
  `.execute(db);
}
