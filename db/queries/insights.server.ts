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

/** Responses of a round that count. */
export async function listCountingResponses(db: Db | Tx, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("response")
    .select("response_id")
    .where("round_id", "=", roundId)
    .where("state", "<>", "draft")
    .execute();
  return rows.map((row) => row.response_id);
}

/** Visible cells of some responses, in a steady order. */
export function listVisibleCells(db: Db | Tx, roundId: string, responseIds: readonly string[]) {
  return (
    db
      .selectFrom("cell")
      .select(["response_id", "item", "entry", "code", "number", "text"])
      .where("round_id", "=", roundId)
      .where("response_id", "=", sql<string>`any(${responseIds})`)
      .where("visible", "=", true)
      // By bytes: the order of a language takes many times as long, and nobody reads it.
      .orderBy(sql`response_id, item collate "C", entry collate "C", number, code collate "C"`)
      .execute()
  );
}

/** Entries of repeated groups that occur in a round, by item. */
export function listEntries(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("cell")
    .innerJoin("response", (join) =>
      join.onRef("response.round_id", "=", "cell.round_id").onRef("response.response_id", "=", "cell.response_id"),
    )
    .select(["cell.item", "cell.entry"])
    .distinct()
    .where("cell.round_id", "=", roundId)
    .where("cell.entry", "is not", null)
    .where("cell.visible", "=", true)
    .where("response.state", "<>", "draft")
    .execute();
}
