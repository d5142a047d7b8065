import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { isNameWithdrawn } from "./naming.server.ts";

/** What the desk needs of a round beside the row of the list. */
export function findDeskFacts(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .select(["series_id", "audience", "reminders", "strict", "opens_at", "opened_at", "cancelled_at"])
    .where("round_id", "=", roundId)
    .executeTakeFirst();
}

export type ReturnRow = Awaited<ReturnType<typeof listReturns>>[number];

/**
 * Everybody who is invited with how far they are, when they were last reminded, and whether mail reaches them: never with
 * an answer. Mail reaches a project as long as the address of one of its people works.
 */
export function listReturns(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("invitation")
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .leftJoin("organisation", "organisation.organisation_id", "invitation.organisation_id")
    .leftJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "invitation.round_id")
        .onRef("response.invitation_id", "=", "invitation.invitation_id"),
    )
    .leftJoin(lastReminders(db, roundId).as("reminder"), "reminder.invitation_id", "invitation.invitation_id")
    .select([
      "invitation.invitation_id",
      "invitation.kind",
      "invitation.project_id",
      "invitation.name",
      "invitation.address",
      "invitation.attributes",
      "invitation.first_opened_at",
      "invitation.declined_at",
      "invitation.decline_reason",
      "invitation.reminders_off_at",
      "project.name as project",
      "organisation.name as organisation",
      "response.state",
      "response.changed_at",
      "response.submitted_at",
      "reminder.reminded_at",
    ])
    .select(
      sql<boolean>`invitation.bounced_at is not null or (invitation.kind = 'project' and not exists (
        select from membership join account using (account_id)
        where membership.project_id = invitation.project_id and membership.role in ('lead', 'member')
          and account.disabled_at is null and account.pseudonymised_at is null and account.bounced_at is null))`.as(
        "bounced",
      ),
    )
    .select(
      sql<boolean>`exists (select from erasure
        where erasure.round_id = invitation.round_id and erasure.invitation_id = invitation.invitation_id)`.as(
        "erased",
      ),
    )
    .select(isNameWithdrawn.as("name_withdrawn"))
    .where("invitation.round_id", "=", roundId)
    .orderBy(sql`coalesce(project.name, invitation.name, invitation.address)`)
    .orderBy("invitation.invitation_id")
    .execute();
}

/**
 * Reminders that have left or are about to; those that were dropped reached nobody. Who leads several projects gets one
 * mail about all of them, so each of their invitations counts as reminded.
 */
function lastReminders(db: Db | Tx, roundId: string) {
  const ofLeads = sql<boolean>`invitation.project_id in (
    select project_id from membership where membership.account_id = mail.account_id and role = 'lead')`;
  return db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.round_id", "mail.round_id")
    .select(["invitation.invitation_id", sql<Date>`max(mail.queued_at)`.as("reminded_at")])
    .where("mail.round_id", "=", roundId)
    .where("mail.kind", "=", "reminder")
    .where("mail.state", "in", ["queued", "sending", "sent", "uncertain"])
    .where((eb) => eb.or([eb("mail.invitation_id", "=", eb.ref("invitation.invitation_id")), ofLeads]))
    .groupBy("invitation.invitation_id");
}

/** Who leads the projects of a round and has an account that works, by name. */
export function listLeadsOfRound(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .innerJoin("invitation", "invitation.project_id", "membership.project_id")
    .select(["invitation.invitation_id", "account.name", "account.address"])
    .where("invitation.round_id", "=", roundId)
    .where("membership.role", "=", "lead")
    .where("account.disabled_at", "is", null)
    .where("account.pseudonymised_at", "is", null)
    .orderBy("account.name")
    .execute();
}

/** How often the links of anonymous rounds were used: those of invitations once each, open ones up to their limit. */
const personalUses = sql<number>`(
  select count(*) from participation where participation.round_id = round.round_id and participation.used)`;
const openUses = sql<number>`(
  select coalesce(sum(uses), 0) from open_link where open_link.round_id = round.round_id)`;

/** Of an anonymous round: how often its links were used. `open` is null where there is no open link. */
export function countParticipation(db: Db | Tx, roundId: string): Promise<{ personal: number; open: number | null }> {
  return db
    .selectFrom("round")
    .select([
      personalUses.as("personal"),
      sql<number | null>`case when exists (
        select from open_link where open_link.round_id = round.round_id) then ${openUses} end`.as("open"),
    ])
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
}

/** Of all rounds at once: how the audience was chosen, and how often the links of anonymous ones were used. */
export function listSideCounts(db: Db | Tx) {
  return db
    .selectFrom("round")
    .select(["round.round_id", "round.audience", sql<number>`${personalUses} + ${openUses}`.as("used")])
    .execute();
}

/** The round of the series that was opened last before this one. Anonymous ones have no days to compare with. */
export function findPreviousWave(db: Db | Tx, round: { roundId: string; seriesId: string; opensAt: Date }) {
  return db
    .selectFrom("round")
    .select(["round_id", "wave", "opens_at", "opened_at", "closed_at", "cancelled_at"])
    .select(({ selectFrom, fn }) =>
      selectFrom("invitation")
        .select(fn.countAll<number>().as("n"))
        .whereRef("invitation.round_id", "=", "round.round_id")
        .as("invited"),
    )
    .where("series_id", "=", round.seriesId)
    .where("round_id", "<>", round.roundId)
    .where("opens_at", "<", round.opensAt)
    .where("privacy", "<>", "anonymous")
    .where("state", "in", ["open", "closed", "released", "archived"])
    .orderBy("opens_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** How many responses came in on which day after the opening (0: the same day in Berlin). Days without any have no row. */
export async function listSubmissionDays(db: Db | Tx, roundIds: readonly string[]) {
  const { rows } = await sql<{ round_id: string; day: number; n: number }>`
    select round_id, greatest(0, (response.submitted_at at time zone 'Europe/Berlin')::date
      - (coalesce(round.opened_at, round.opens_at) at time zone 'Europe/Berlin')::date) as day, count(*) as n
    from response join round using (round_id)
    where round_id = any (${roundIds}::uuid[]) and response.state <> 'draft'
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
