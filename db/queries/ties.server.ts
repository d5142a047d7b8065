import type { Db, Tx } from "../client.server.ts";

/** The projects that were asked, with the organisation they belonged to at the opening. */
export function listAskedProjects(tx: Tx, roundId: string) {
  return tx
    .selectFrom("invitation")
    .select(["project_id", "organisation_id"])
    .where("round_id", "=", roundId)
    .where("kind", "=", "project")
    .$narrowType<{ project_id: string; organisation_id: string }>()
    .execute();
}

/** Visible answers of projects that count, to an item that names projects: who answered, and what. */
export function listReports(tx: Tx, roundId: string, item: string) {
  return cellsOf(tx, roundId, item)
    .select(["invitation.project_id as from", "invitation.organisation_id as organisation", "cell.code as to"])
    .where("cell.code", "is not", null)
    .$narrowType<{ from: string; organisation: string; to: string }>()
    .execute();
}

/** What is said of each contact (how often, what about): of each entry the project that it names, and an answer. */
export function listSaidOfEach(tx: Tx, roundId: string, { item, partner }: { item: string; partner: string }) {
  return cellsOf(tx, roundId, item)
    .innerJoin("cell as other", (join) =>
      join
        .onRef("other.round_id", "=", "cell.round_id")
        .onRef("other.response_id", "=", "cell.response_id")
        .onRef("other.entry", "=", "cell.entry")
        .on("other.item", "=", partner)
        .on("other.visible", "=", true),
    )
    .select(["invitation.project_id as from", "other.code as to", "cell.code as said"])
    .$narrowType<{ from: string; to: string; said: string }>()
    .execute();
}

const cellsOf = (tx: Tx, roundId: string, item: string) =>
  tx
    .selectFrom("cell")
    .innerJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "cell.round_id")
        .onRef("response.response_id", "=", "cell.response_id")
        .on("response.state", "<>", "draft"),
    )
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "response.round_id")
        .onRef("invitation.invitation_id", "=", "response.invitation_id")
        .on("invitation.kind", "=", "project"),
    )
    .where("cell.round_id", "=", roundId)
    .where("cell.item", "=", item)
    .where("cell.visible", "=", true);

/** What a release says of its ties beside them; undefined where it has none. */
export function findNetwork(report: Db, releaseId: string) {
  return report.selectFrom("release_network").selectAll().where("release_id", "=", releaseId).executeTakeFirst();
}

/** Earlier releases of the same questionnaire that hold ties, the oldest first: one per round. */
export function listEarlierNetworks(report: Db, releaseId: string) {
  return report
    .selectFrom("release as this")
    .innerJoin("release as earlier", "earlier.questionnaire", "this.questionnaire")
    .innerJoin("release_network", "release_network.release_id", "earlier.release_id")
    .select(["earlier.release_id", "earlier.wave"])
    .where("this.release_id", "=", releaseId)
    .whereRef("earlier.closed_at", "<", "this.closed_at")
    .orderBy("earlier.closed_at")
    .orderBy("earlier.release_id")
    .execute();
}

/** The question about contacts of some releases, as each of them asked it. */
export function listContactItems(report: Db, releaseIds: readonly string[]) {
  return report
    .selectFrom("release_network")
    .innerJoin("release_item", (join) =>
      join
        .onRef("release_item.release_id", "=", "release_network.release_id")
        .onRef("release_item.item", "=", "release_network.question"),
    )
    .select(["release_item.release_id", "item as key", "release_item.question", "scale", "title", "label", "codes"])
    .where("release_network.release_id", "in", releaseIds)
    .execute();
}

/** Those who may be named today, by name. */
export function listNodes(report: Db, releaseId: string) {
  return report
    .selectFrom("shown_node")
    .select(["project_id", "name", "answered", "attributes"])
    .where("release_id", "=", releaseId)
    .orderBy("name")
    .orderBy("project_id")
    .execute();
}

/** Who reports contact with whom, between those who may both be named today. */
export function listTies(report: Db, releaseId: string) {
  return report
    .selectFrom("shown_tie")
    .select(["from_project_id", "to_project_id", "frequency", "kinds", "closest"])
    .where("release_id", "=", releaseId)
    .orderBy("from_project_id")
    .orderBy("to_project_id")
    .execute();
}
