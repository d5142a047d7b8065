import type { Db, Tx } from "../client.server.ts";

type Wave = { round_id: string; project_id: string };

/**
 * What the project submitted in an earlier round of the same series, the latest such round, in the version that counts.
 * A response that was withdrawn counts as none, and so does a round that was cancelled.
 */
export function findPreviousSubmission(db: Db | Tx, { round_id: roundId, project_id: projectId }: Wave) {
  return db
    .selectFrom("round as now")
    .innerJoin("round", (join) =>
      join.onRef("round.series_id", "=", "now.series_id").onRef("round.opens_at", "<", "now.opens_at"),
    )
    .innerJoin("invitation", "invitation.round_id", "round.round_id")
    .innerJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "invitation.round_id")
        .onRef("response.invitation_id", "=", "invitation.invitation_id"),
    )
    .innerJoin("submission", (join) =>
      join
        .onRef("submission.round_id", "=", "response.round_id")
        .onRef("submission.response_id", "=", "response.response_id"),
    )
    .select([
      "round.round_id",
      "round.version_id",
      "round.roster",
      "round.wave",
      "submission.answers",
      "submission.invisible",
    ])
    .where("now.round_id", "=", roundId)
    .where("round.state", "not in", ["draft", "cancelled"])
    .where("invitation.project_id", "=", projectId)
    .where("response.state", "<>", "draft")
    .orderBy("round.opens_at", "desc")
    .orderBy("submission.number", "desc")
    .limit(1)
    .executeTakeFirst();
}
