import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Who answers for `response`: its organisation, or itself where it has none. */
const ORGANISATION = sql`coalesce(invitation.organisation_id, response.response_id)`;

const RESPONDENTS = sql`response left join invitation
  on invitation.round_id = response.round_id and invitation.invitation_id = response.invitation_id`;

/** A hash of what is counted of `response`, whatever the order in which it was written. */
const CONTENT = sql`(
  select sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(cell.item, cell.entry, cell.code, cell.number)
    order by cell.item, cell.entry, cell.code, cell.number), '[]')::text, 'UTF8'))
  from cell
  where cell.round_id = response.round_id and cell.response_id = response.response_id and cell.visible
)`;

/** Keeps whom a release counts. Before its row is written; `withContent` where answers may still change. */
export async function insertRespondents(
  tx: Tx,
  { releaseId, roundId, withContent }: { releaseId: string; roundId: string; withContent: boolean },
): Promise<void> {
  await sql`
    insert into release_respondent (release_id, response_id, organisation_id, submitted_at, content)
    select ${releaseId}, response.response_id, ${ORGANISATION}, response.submitted_at,
      ${withContent ? CONTENT : sql`null`}
    from ${RESPONDENTS}
    where response.round_id = ${roundId} and response.state <> 'draft'`.execute(tx);
}

/**
 * The organisations of everybody who counts now and did not count in that release, or with other answers: one entry per
 * respondent. Without a release: of everybody who counts.
 */
export async function listNewOrChanged(db: Db | Tx, roundId: string, releaseId: string | null): Promise<string[]> {
  const { rows } = await sql<{ organisation: string }>`
    select ${ORGANISATION} as organisation
    from ${RESPONDENTS} left join release_respondent before
      on before.release_id = ${releaseId} and before.response_id = response.response_id
    where response.round_id = ${roundId} and response.state <> 'draft' and case
      when before.response_id is null then true
      when before.submitted_at is not distinct from response.submitted_at then false
      else before.content is distinct from ${CONTENT} end`.execute(db);
  return rows.map(({ organisation }) => organisation);
}

/** The organisations of everybody whom a release counted and who does not count any more, one entry per respondent. */
export async function listGone(db: Db | Tx, roundId: string, releaseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("release_respondent as before")
    .leftJoin("response", (join) =>
      join
        .onRef("response.response_id", "=", "before.response_id")
        .on("response.round_id", "=", roundId)
        .on("response.state", "<>", "draft"),
    )
    .select("before.organisation_id")
    .where("before.release_id", "=", releaseId)
    .where("response.response_id", "is", null)
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}
