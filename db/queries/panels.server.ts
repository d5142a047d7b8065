import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** Until the end of the transaction no other release of the questionnaire looks for the wave before it. */
export async function lockWaves(tx: Tx, questionnaire: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`waves of ${questionnaire}`}, 0))`.execute(tx);
}

/** The final releases of a questionnaire that projects answered, with the key of their rounds, if they have one, and what was asked. */
export function listFinals(tx: Tx, questionnaire: string) {
  return tx
    .selectFrom("release")
    .innerJoin("round", "round.round_id", "release.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .leftJoin("rounding_key", "rounding_key.round_id", "release.round_id")
    .select([
      "release.release_id",
      "release.round_id",
      "release.closed_at",
      "release.made_at",
      "release.wave",
      "release.privacy",
      "release.rule",
      "version.definition",
      "rounding_key.key",
    ])
    .where("release.questionnaire", "=", questionnaire)
    .where("release.kind", "=", "final")
    .where("release.respondents", "=", "projects")
    .execute();
}

/** Responses of one round by the response of the same project in another; submitted ones only. */
export async function listPartners(
  tx: Tx,
  roundId: string,
  otherId: string,
): Promise<{ own: string; other: string }[]> {
  const { rows } = await sql<{ own: string; other: string }>`
    select own.response_id as own, other.response_id as other
    from response own
      join invitation here on here.round_id = own.round_id and here.invitation_id = own.invitation_id
      join invitation there on there.round_id = ${otherId} and there.project_id = here.project_id
      join response other on other.round_id = there.round_id and other.invitation_id = there.invitation_id
    where own.round_id = ${roundId} and own.state <> 'draft' and other.state <> 'draft'
    order by own.response_id`.execute(tx);
  return rows;
}

/** Whether the submitted responses of a round are those that a release counted: nobody was erased since, and nothing came. */
export async function isAsCounted(tx: Tx, roundId: string, releaseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from (select * from release_respondent where release_id = ${releaseId}) counted
      full join (select * from response where round_id = ${roundId} and state <> 'draft') still using (response_id)
    where counted.release_id is null or still.round_id is null or counted.submitted_at is distinct from still.submitted_at
    limit 1`.execute(tx);
  return rows.length === 0;
}
