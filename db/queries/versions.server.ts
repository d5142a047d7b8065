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
      "questionnaire.name",
    ])
    .where("version.version_id", "=", versionId)
    .executeTakeFirst();
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
    })
    .execute();
}
