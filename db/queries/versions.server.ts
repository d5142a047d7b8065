import { sql } from "kysely";
import type { Text } from "#surveys/model.ts";
import { type Db, jsonb, type Tx } from "../client.server.ts";

/** A published version, or undefined. Immutable: callers may cache it by its id for ever. */
export function findVersion(db: Db | Tx, versionId: string) {
  return db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select([
      "version.version_id",
      "version.questionnaire_id",
      "version.number",
      "version.definition",
      "version.checksum",
      "version.amends",
      "questionnaire.name",
    ])
    .where("version.version_id", "=", versionId)
    .executeTakeFirst();
}

/** The questions of a version that ask how far needs are covered, with those that ask how important they are. */
export async function listCoverage(db: Db, name: string, number: number) {
  const { rows } = await sql<{ coverage: string; importance: string }>`
    select coalesce(asked ->> 'valueName', asked ->> 'name') as coverage, asked ->> 'coverageOf' as importance
    from version join questionnaire using (questionnaire_id),
      jsonb_path_query(version.definition, '$.** ? (exists (@.coverageOf))') asked
    where questionnaire.name = ${name} and version.number = ${number}`.execute(db);
  return rows;
}

/** What a version says about its questions on interfaces, as written; see surveys/interfaces.ts. */
export async function findInterfaces(db: Db, name: string, number: number): Promise<unknown> {
  const row = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(sql<unknown>`version.definition -> 'interfaces'`.as("interfaces"))
    .where("questionnaire.name", "=", name)
    .where("version.number", "=", number)
    .executeTakeFirst();
  return row?.interfaces;
}

/** Versions without their definitions, of one questionnaire or of all; the one published last comes first. */
export function listVersions(db: Db | Tx, name?: string) {
  return db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .leftJoin("account as publisher", "publisher.account_id", "version.published_by")
    .leftJoin("account as proposer", "proposer.account_id", "version.proposed_by")
    .select([
      "version.version_id",
      "version.questionnaire_id",
      "questionnaire.name",
      "version.number",
      "version.checksum",
      "version.published_at",
      "version.amends",
      "publisher.name as publisher",
      "proposer.name as proposer",
      sql<unknown>`version.definition -> 'title'`.as("title"),
      sql<unknown>`version.definition -> 'duration'`.as("duration"),
      sql<unknown>`version.definition -> 'privacy'`.as("privacy"),
      sql<boolean>`jsonb_path_exists(version.definition, '$.** ? (@.roster == true)')`.as("has_roster"),
    ])
    .$if(name !== undefined, (query) => query.where("questionnaire.name", "=", name as string))
    .orderBy("version.published_at", "desc")
    .orderBy("version.number", "desc")
    .orderBy("questionnaire.name")
    .execute();
}

/** Ids of the versions that correct this one's wording, also those that correct a correction; the latest first. */
export async function listAmendments(db: Db | Tx, versionId: string): Promise<string[]> {
  const rows = await db
    .withRecursive("chain", (query) =>
      query
        .selectFrom("version")
        .select(["version_id", "number"])
        .where("amends", "=", versionId)
        .unionAll(
          query
            .selectFrom("version")
            .innerJoin("chain", "chain.version_id", "version.amends")
            .select(["version.version_id", "version.number"]),
        ),
    )
    .selectFrom("chain")
    .select("version_id")
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => row.version_id);
}

/** A version's definition as JSON text, indented on request. */
export async function findVersionJson(db: Db | Tx, versionId: string, indented = false): Promise<string | undefined> {
  const row = await db
    .selectFrom("version")
    .select(sql<string>`${sql.raw(indented ? "jsonb_pretty(definition)" : "definition::text")}`.as("json"))
    .where("version_id", "=", versionId)
    .executeTakeFirst();
  return row?.json;
}

/** Rounds of versions with their state, the latest first. */
export function listRoundsOfVersions(db: Db | Tx, name?: string) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["round.round_id", "round.version_id", "round.wave", "round.state"])
    .$if(name !== undefined, (query) => query.where("questionnaire.name", "=", name as string))
    .orderBy("round.opens_at", "desc")
    .execute();
}

/** Until the end of the transaction nobody else publishes a version of this questionnaire, not even its first. */
export async function lockNumbering(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`questionnaire ${name}`}, 0))`.execute(tx);
}

/** The version with the highest number; the questionnaire's row is locked, so that numbers stay in order. */
export async function findLatestVersion(tx: Tx, questionnaireId: string) {
  await tx.selectFrom("questionnaire").where("questionnaire_id", "=", questionnaireId).forUpdate().execute();
  return tx
    .selectFrom("version")
    .select(["version_id", "number", "checksum"])
    .where("questionnaire_id", "=", questionnaireId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The questionnaire of this name; made with the id where there is none. */
export async function ensureQuestionnaire(tx: Tx, id: string, name: string, title: Text): Promise<string> {
  const { questionnaire_id } = await tx
    .insertInto("questionnaire")
    .values({ questionnaire_id: id, name, title: jsonb(title) })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ title: jsonb(title) }))
    .returning("questionnaire_id")
    .executeTakeFirstOrThrow();
  return questionnaire_id;
}

type NewVersion = {
  versionId: string;
  questionnaireId: string;
  number: number;
  definition: Record<string, unknown>;
  checksum: string;
  actorId: string | null;
  /** the version whose wording it corrects */
  amends?: string | null;
  /** who proposed it, where a second person publishes */
  proposedBy?: string | null;
};

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx
    .insertInto("version")
    .values({
      version_id: version.versionId,
      questionnaire_id: version.questionnaireId,
      number: version.number,
      definition: jsonb(version.definition),
      checksum: version.checksum,
      published_by: version.actorId,
      amends: version.amends ?? null,
      proposed_by: version.proposedBy ?? null,
    })
    .execute();
}
