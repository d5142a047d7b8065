import { sql, type Updateable } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { RoundTable } from "../tables/round.ts";

const setups = (db: Db | Tx) =>
  db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select([
      "round.round_id",
      "round.title",
      "round.wave",
      "round.state",
      "round.privacy",
      "round.strict",
      "round.opens_at",
      "round.closes_at",
      "round.audience",
      "round.reminders",
      "round.planned_by",
      "round.fictional",
      "round.roster",
      "round.version_id",
      "version.number as version",
      "version.definition",
      "version.questionnaire_id",
      "questionnaire.name as questionnaire",
    ]);

/** How a round is set up, with what is asked in it. */
export type RoundSetup = NonNullable<Awaited<ReturnType<typeof findSetup>>>;

export function findSetup(db: Db | Tx, roundId: string) {
  return setups(db).where("round.round_id", "=", roundId).executeTakeFirst();
}

/** The same, locked until the end of the transaction: whoever else wants to change the round waits. */
export function lockSetup(tx: Tx, roundId: string): Promise<RoundSetup | undefined> {
  return setups(tx).where("round.round_id", "=", roundId).forUpdate("round").executeTakeFirst();
}

type RoundChange = Omit<Updateable<RoundTable>, "round_id">;

export async function updateRound(tx: Tx, roundId: string, { title, roster, audience, ...change }: RoundChange) {
  await tx
    .updateTable("round")
    .set({
      ...change,
      ...(title ? { title: jsonb(title) } : {}),
      ...(roster ? { roster: jsonb(roster) } : {}),
      ...(audience ? { audience: jsonb(audience) } : {}),
    })
    .where("round_id", "=", roundId)
    .execute();
}

/** Takes back the links and addressees that a draft was given; the database refuses it for any other round. */
export async function deleteLinks(tx: Tx, roundId: string): Promise<void> {
  await tx.deleteFrom("open_link").where("round_id", "=", roundId).execute();
  await tx.deleteFrom("invitation").where("round_id", "=", roundId).execute();
}

/** A draft with the links and addressees it was given; the database refuses to delete anything else. */
export async function deleteRound(tx: Tx, roundId: string): Promise<void> {
  await deleteLinks(tx, roundId);
  await tx.deleteFrom("round").where("round_id", "=", roundId).execute();
}

/** One after the other: audiences of a questionnaire are compared with each other before one of them is opened. */
export async function lockQuestionnaire(tx: Tx, questionnaireId: string): Promise<void> {
  await tx
    .selectFrom("questionnaire")
    .select("questionnaire_id")
    .where("questionnaire_id", "=", questionnaireId)
    .forUpdate()
    .execute();
}

type Comparing = { questionnaireId: string; roundId: string; since: Date };

/** Other rounds of the questionnaire that took answers since then, the latest first. Cancelled ones have no figures. */
export function listComparedRounds(db: Db | Tx, { questionnaireId, roundId, since }: Comparing) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(["round.round_id", "round.title", "round.wave", "round.strict"])
    .where("version.questionnaire_id", "=", questionnaireId)
    .where("round.round_id", "<>", roundId)
    .where("round.state", "in", ["open", "closed", "released", "archived"])
    .where(sql<Date>`coalesce(round.closed_at, round.closes_at)`, ">", since)
    .orderBy("round.closes_at", "desc")
    .orderBy("round.round_id")
    .execute();
}

/** Who was invited to these rounds: projects with their organisation, people by link under their address. */
export function listInvited(db: Db | Tx, roundIds: string[]) {
  return db
    .selectFrom("invitation")
    .select(["round_id", "organisation_id as organisation"])
    .select(sql<string>`coalesce(project_id::text, address, invitation_id::text)`.as("id"))
    .where("round_id", "in", roundIds)
    .orderBy("round_id")
    .orderBy("invitation_id")
    .execute();
}

/** `most`: how many answers they can bring. */
export type LinkCounts = { people: number; links: number; most: number };

/** How many people and open links a round by link has so far. */
export async function countLinks(db: Db | Tx, roundId: string): Promise<LinkCounts> {
  const { rows } = await sql<{ people: number; links: number; uses: number }>`
    select (select count(*) from invitation where round_id = ${roundId} and kind = 'personal') as people,
      (select count(*) from open_link where round_id = ${roundId} and revoked_at is null) as links,
      (select coalesce(sum(uses_limit), 0) from open_link where round_id = ${roundId} and revoked_at is null)
        as uses`.execute(db);
  const { people = 0, links = 0, uses = 0 } = rows[0] ?? {};
  return { people, links, most: people + uses };
}

/** Open rounds whose deadline has passed. */
export async function listDueRounds(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "open")
    .where("closes_at", "<=", now)
    .orderBy("closes_at")
    .execute();
  return rows.map((row) => row.round_id);
}

/** Drafts that somebody planned to open by now. */
export async function listPlannedRounds(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "draft")
    .where("planned_by", "is not", null)
    .where("opens_at", "<=", now)
    .orderBy("opens_at")
    .execute();
  return rows.map((row) => row.round_id);
}
