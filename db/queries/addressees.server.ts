import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** One person who is written to about one invitation. `accountId` is null for people by link. */
export type Addressee = { invitationId: string; accountId: string | null };

/** What mails about a round have to know of it. */
export function findMailRound(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .select([
      "round_id",
      "title",
      "wave",
      "state",
      "privacy",
      "strict",
      "opened_at",
      "closes_at",
      "reminders",
      "reminders_from",
    ])
    .where("round_id", "=", roundId)
    .executeTakeFirst();
}

/** Rounds that take answers at this moment and remind by themselves, the nearest deadline first. */
export function listRemindingRounds(db: Db | Tx, now: Date) {
  return db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "open")
    .where("closes_at", ">", now)
    .where(sql<boolean>`cardinality(reminders) > 0`)
    .orderBy("closes_at")
    .orderBy("round_id")
    .execute();
}

/** True of an invitation that was answered, also while it is being corrected; in anonymous rounds only the used token says so. */
export const ANSWERED = sql<boolean>`(
  exists (
    select from response
    where response.round_id = invitation.round_id and response.invitation_id = invitation.invitation_id
      and response.state <> 'draft')
  or exists (
    select from participation
    where participation.round_id = invitation.round_id and participation.token_hash = invitation.token_hash
      and participation.used))`;

/** Who still has to answer and may be reminded. */
const WAITING = sql<boolean>`invitation.declined_at is null and invitation.reminders_off_at is null and not ${ANSWERED}`;

/** Whose mail arrives, by project: neither closed nor pseudonymised, and no mail has come back. */
export const REACHABLE = sql`
  select distinct membership.project_id, membership.account_id, membership.role
  from membership join account using (account_id)
  where membership.role in ('lead', 'member')
    and account.disabled_at is null and account.pseudonymised_at is null and account.bounced_at is null`;

/** Which addressees: those who still have to answer, or have answered; of one account; of some invitations. */
export type Choice = { state?: "waiting" | "answered"; accountId?: string; invitationIds?: readonly string[] };

const STATES = { waiting: WAITING, answered: ANSWERED };

/**
 * Who is written to about a round's invitations: of a project its leads, and everybody else of it where no lead can be
 * reached; people by link themselves. `waiting` leaves out those who answered, declined or want no reminders.
 */
export async function listAddressees(db: Db | Tx, roundId: string, only: Choice = {}): Promise<Addressee[]> {
  const chosen = sql`
    and ${only.state ? STATES[only.state] : sql`true`}
    and ${only.invitationIds ? sql`invitation.invitation_id = any(${[...only.invitationIds]}::uuid[])` : sql`true`}`;
  const { rows } = await sql<Addressee>`
    with reachable as (${REACHABLE})
    select distinct invitation.invitation_id as "invitationId", reachable.account_id as "accountId"
    from invitation join reachable using (project_id)
    where invitation.round_id = ${roundId}
      and (reachable.role = 'lead' or not exists (
        select from reachable as lead where lead.project_id = invitation.project_id and lead.role = 'lead'))
      and ${only.accountId ? sql`reachable.account_id = ${only.accountId}` : sql`true`}
      ${chosen}
    union all
    select invitation.invitation_id, null::uuid
    from invitation
    where invitation.round_id = ${roundId} and invitation.address is not null and invitation.bounced_at is null
      and ${only.accountId ? sql`false` : sql`true`}
      ${chosen}
    order by "invitationId", "accountId"
  `.execute(db);
  return rows;
}

/** Reminders are counted and queued one caller after the other, so that two at once do not remind twice. */
export async function lockReminders(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('mail reminders', 0))`.execute(tx);
}

export type LastReminder = { roundId: string; at: Date };

/**
 * To whom a reminder went or may have gone since then: account ids; of people by link the ids of every invitation to the
 * same address. With the last of them, whatever its round.
 */
export async function listRemindedSince(db: Db | Tx, since: Date): Promise<Map<string, LastReminder>> {
  const { rows } = await sql<{ person: string | null } & LastReminder>`
    select distinct on (person) coalesce(mail.account_id, same.invitation_id) as person,
      mail.round_id as "roundId", mail.queued_at as at
    from mail
    left join invitation as reminded on mail.account_id is null and reminded.invitation_id = mail.invitation_id
    left join invitation as same on same.address = reminded.address
    where mail.kind = 'reminder' and mail.state in ('queued', 'sending', 'sent', 'uncertain')
      and mail.queued_at > ${since}
    order by person, mail.queued_at desc`.execute(db);
  return new Map(rows.flatMap(({ person, ...last }) => (person ? [[person, last] as const] : [])));
}
