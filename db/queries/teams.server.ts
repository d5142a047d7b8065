import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

type TeamRole = "lead" | "member";

/** Name, organisation and dates of a project. */
export function findProjectCard(db: Db | Tx, projectId: string) {
  return projectCards(db).where("project.project_id", "=", projectId).executeTakeFirst();
}

export async function listProjectCards(db: Db | Tx, projectIds: string[]) {
  if (projectIds.length === 0) return [];
  return projectCards(db).where("project.project_id", "in", projectIds).orderBy("project.name").execute();
}

const projectCards = (db: Db | Tx) =>
  db
    .selectFrom("project")
    .innerJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .select(["project.project_id", "project.name", "project.active_from", "project.active_until"])
    .select("organisation.name as organisation");

/** The people of a project, leads first, each once: whoever leads it is a lead, even if listed as a member, too. */
export function listTeam(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select(["account.account_id", "account.name", "account.address", "account.disabled_at", "account.bounced_at"])
    .select(sql<TeamRole>`min(membership.role)`.as("role"))
    .where("membership.project_id", "=", projectId)
    .groupBy("account.account_id")
    .orderBy("role")
    .orderBy("account.name")
    .execute();
}

/** Takes one part in a project away. False when the account does not have it. */
export async function deletePart(
  tx: Tx,
  part: { accountId: string; role: TeamRole; projectId: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom("membership")
    .where("account_id", "=", part.accountId)
    .where("role", "=", part.role)
    .where("project_id", "=", part.projectId)
    .returning("membership_id")
    .executeTakeFirst();
  return row !== undefined;
}
