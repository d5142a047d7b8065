import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { InsightTable } from "../tables/insight.ts";

export async function insertInsight(tx: Tx, insight: InsightTable): Promise<void> {
  await tx.insertInto("insight").values(insight).execute();
}

export function findInsight(db: Db | Tx, insightId: string): Promise<InsightTable | undefined> {
  return db.selectFrom("insight").selectAll().where("insight_id", "=", insightId).executeTakeFirst();
}

/** Looks at rounds in which the project was asked and answered, the latest first. Of anonymous answers nobody knows whose. */
export function listInsightsOfProject(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("insight")
    .innerJoin("round", "round.round_id", "insight.round_id")
    .innerJoin("account", "account.account_id", "insight.account_id")
    .select(["insight.insight_id", "insight.at", "insight.reason", "insight.with_names", "round.title", "round.wave"])
    .select("account.name as by")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("invitation")
          .select("invitation.invitation_id")
          .leftJoin("response", (join) =>
            join
              .onRef("response.round_id", "=", "invitation.round_id")
              .onRef("response.invitation_id", "=", "invitation.invitation_id"),
          )
          .whereRef("invitation.round_id", "=", "insight.round_id")
          .where("invitation.project_id", "=", projectId)
          .where(({ or, eb }) => or([eb("round.privacy", "=", "anonymous"), eb("response.state", "<>", "draft")])),
      ),
    )
    .orderBy("insight.at", "desc")
    .orderBy("insight.insight_id")
    .execute();
}

/** Rounds that are over and have answers that count, the latest first. */
export function listRoundsWithAnswers(db: Db | Tx) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(({ selectFrom, fn }) => [
      "round.round_id",
      "round.title",
      "round.wave",
      "round.privacy",
      "round.closed_at",
      "round.fictional",
      "round.version_id",
      "version.number as version",
      selectFrom("response")
        .select(fn.countAll<number>().as("n"))
        .whereRef("response.round_id", "=", "round.round_id")
        .where("response.state", "<>", "draft")
        .as("submitted"),
    ])
    .where("round.state", "in", ["closed", "released"])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("response")
          .select("response.response_id")
          .whereRef("response.round_id", "=", "round.round_id")
          .where("response.state", "<>", "draft"),
      ),
    )
    .orderBy("round.closed_at", "desc")
    .orderBy("round.round_id")
    .execute();
}

/** So many responses of a round that count, by id, after the one that was the last: 16 bytes each, one behind the other. */
export async function packCountingResponses(
  db: Db | Tx,
  roundId: string,
  { after, most }: { after: string | null; most: number },
): Promise<Buffer> {
  const { ids } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("response")
        .select("response_id")
        .where("round_id", "=", roundId)
        .where("state", "<>", "draft")
        .$if(after !== null, (query) => query.where("response_id", ">", after))
        .orderBy("response_id")
        .limit(most)
        .as("counting"),
    )
    .select(sql<Buffer | null>`string_agg(uuid_send(response_id), ''::bytea order by response_id)`.as("ids"))
    .executeTakeFirstOrThrow();
  return ids ?? Buffer.alloc(0);
}

/** Signs between the parts of packed cells. Nothing that is packed may hold one. */
export type PackingSigns = { cell: string; entry: string; code: string; number: string; text: string };

/** What is packed: codes that are not among these as `other`, texts of the dated items only. */
export type Packing = { signs: PackingSigns; codes: string[]; other: string; dated: string[] };

/**
 * Visible cells of some responses in their order, those of a response as one text: item, then, each behind its sign, entry
 * (where there is one), code (always, empty where there is none), number, text. Row by row the driver takes six times as
 * long. What somebody typed does not leave the database. Null where a response has none.
 */
export async function listPackedCells(
  db: Db | Tx,
  roundId: string,
  responseIds: readonly string[],
  { signs, codes, other, dated }: Packing,
): Promise<{ response_id: string; cells: string | null }[]> {
  // Response by response, in the order of the key: asked for at once they would be sorted, which takes half as long again.
  const { rows } = await sql<{ response_id: string; cells: string | null }>`
    select asked.response_id, packed.cells
    from unnest(${responseIds}::uuid[]) asked (response_id) cross join lateral (
      select string_agg(
        item
          || coalesce(${signs.entry} || entry, '')
          || case when code is null then ${signs.code}
                  when code = any(${codes}) then ${signs.code} || code
                  else ${signs.code + other} end
          || coalesce(${signs.number} || number, '')
          || case when text is not null and item = any(${dated})
                  then ${signs.text} || translate(text, ${Object.values(signs).join("")}, '') else '' end,
        ${signs.cell} order by position) as cells
      from cell
      where round_id = ${roundId} and response_id = asked.response_id and visible
    ) packed`.execute(db);
  return rows;
}

/** Entries of these items of repeated groups that occur in a round. */
export function listEntries(db: Db | Tx, roundId: string, items: readonly string[]) {
  return db
    .selectFrom("cell")
    .innerJoin("response", (join) =>
      join.onRef("response.round_id", "=", "cell.round_id").onRef("response.response_id", "=", "cell.response_id"),
    )
    .select(["cell.item", "cell.entry"])
    .distinct()
    .where("cell.round_id", "=", roundId)
    .where("cell.item", "=", sql<string>`any(${items})`)
    .where("cell.entry", "is not", null)
    .where("cell.visible", "=", true)
    .where("response.state", "<>", "draft")
    .execute();
}
