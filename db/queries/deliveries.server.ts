import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { MailKind } from "../tables/mail.ts";

/** Whoever waits for one of these asks anew: it is never sent again by hand. */
const ASKED_FOR = ["sign-in", "confirm-address", "changed-address"] as const;

/** Rounds about which mail was queued, with how it went; the youngest first. Mail that was sent again counts once. */
export async function listDeliveries(db: Db | Tx) {
  const { rows } = await sql<{
    round_id: string | null;
    title: { de: string; en?: string } | null;
    wave: string | null;
    waiting: number;
    sent: number;
    dropped: number;
    failed: number;
    uncertain: number;
    bounced: number;
  }>`
    select round.round_id, round.title, round.wave,
      count(*) filter (where mail.state in ('queued', 'sending')) as waiting,
      count(*) filter (where mail.state = 'sent') as sent,
      count(*) filter (where mail.state = 'dropped') as dropped,
      count(*) filter (where mail.state = 'failed') as failed,
      count(*) filter (where mail.state = 'uncertain') as uncertain,
      count(*) filter (where mail.state = 'bounced') as bounced
    from mail left join round on round.round_id = coalesce(mail.round_id::text, mail.subject_ids ->> 'roundId')::uuid
    where mail.kind <> all(${[...ASKED_FOR]})
      and not exists (select from mail as later where later.subject_ids ->> 'again' = mail.mail_id::text)
    group by round.round_id
    order by max(mail.queued_at) desc
  `.execute(db);
  return rows;
}

/**
 * Mails that did not arrive, or of which nobody knows, and whom they were for. `roundId` null: about no round. Of
 * anonymous rounds without those that go to people because they answered, or have not: they would say who.
 */
export async function listTroubles(db: Db | Tx, roundId: string | null) {
  const { rows } = await sql<{
    mail_id: string;
    kind: Exclude<MailKind, (typeof ASKED_FOR)[number]>;
    state: "failed" | "uncertain" | "bounced";
    at: Date;
    account_id: string | null;
    name: string | null;
    project: string | null;
    reachable: boolean;
  }>`
    select mail.mail_id, mail.kind, mail.state, mail.queued_at as at, mail.account_id,
      coalesce(account.name, invitation.name, invitation.address) as name, project.name as project,
      case when account.account_id is null then invitation.address is not null and invitation.bounced_at is null
        else account.disabled_at is null and account.pseudonymised_at is null and account.bounced_at is null
      end as reachable
    from mail
    left join account using (account_id)
    left join invitation on invitation.invitation_id = mail.invitation_id
    left join project on project.project_id = invitation.project_id
    left join round on round.round_id = mail.round_id
    where mail.state in ('failed', 'uncertain', 'bounced') and mail.kind <> all(${[...ASKED_FOR]})
      and coalesce(mail.round_id::text, mail.subject_ids ->> 'roundId') is not distinct from ${roundId}
      and (round.privacy is distinct from 'anonymous' or mail.kind not in ('results', 'reminder'))
      and not exists (select from mail as later where later.subject_ids ->> 'again' = mail.mail_id::text)
    order by mail.state, name, mail.queued_at
  `.execute(db);
  return rows;
}

/** A mail that may be sent again by hand and was not yet, locked until the end of the transaction. */
export function lockUndelivered(tx: Tx, mailId: string) {
  return tx
    .selectFrom("mail")
    .select(["mail_id", "mail_key", "kind", "account_id", "subject_ids", "round_id", "invitation_id"])
    .where("mail_id", "=", mailId)
    .where("state", "in", ["failed", "uncertain", "bounced"])
    .where("kind", "not in", ASKED_FOR)
    .where(
      sql<boolean>`not exists (select from mail as later where later.subject_ids ->> 'again' = mail.mail_id::text)`,
    )
    .forUpdate()
    .executeTakeFirst();
}
