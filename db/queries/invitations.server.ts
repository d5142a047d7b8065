import type { Db, Tx } from "../client.server.ts";

const invitations = (db: Db | Tx) =>
  db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .leftJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "invitation.round_id")
        .onRef("response.invitation_id", "=", "invitation.invitation_id"),
    )
    .select([
      "invitation.invitation_id",
      "invitation.round_id",
      "invitation.project_id",
      "invitation.first_opened_at",
      "project.name as project_name",
      "round.title",
      "round.wave",
      "round.state as round_state",
      "round.privacy",
      "round.opens_at",
      "round.closes_at",
      "round.roster",
      "version.version_id",
      "version.checksum as version_checksum",
      "response.response_id",
      "response.state as response_state",
      "response.seq",
      "response.changed_at",
      "response.submitted_at",
    ])
    .where("round.state", "<>", "draft");

export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number];

/** Invitations of some projects with round and response, the nearest deadline first. */
export async function listInvitations(db: Db | Tx, projectIds: string[]) {
  if (projectIds.length === 0) return [];
  return invitations(db)
    .where("invitation.project_id", "in", projectIds)
    .orderBy("round.closes_at", "desc")
    .orderBy("project.name")
    .execute();
}

export function findInvitation(db: Db | Tx, invitationId: string): Promise<InvitationRow | undefined> {
  return invitations(db).where("invitation.invitation_id", "=", invitationId).executeTakeFirst();
}

/** Notes the first visit; later ones change nothing. */
export async function markOpened(
  db: Db | Tx,
  invitation: { round_id: string; invitation_id: string },
  at = new Date(),
): Promise<void> {
  await db
    .updateTable("invitation")
    .set({ first_opened_at: at })
    .where("round_id", "=", invitation.round_id)
    .where("invitation_id", "=", invitation.invitation_id)
    .where("first_opened_at", "is", null)
    .execute();
}
