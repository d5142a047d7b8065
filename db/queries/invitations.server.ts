import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { Attributes } from "../tables/round.ts";

const invitations = (db: Db | Tx) =>
  db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .leftJoin("participation", (join) =>
      join
        .onRef("participation.round_id", "=", "invitation.round_id")
        .onRef("participation.token_hash", "=", "invitation.token_hash"),
    )
    .leftJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "invitation.round_id")
        .onRef("response.invitation_id", "=", "invitation.invitation_id"),
    )
    .select(({ fn, val }) => [
      "invitation.invitation_id",
      "invitation.kind",
      "invitation.locale",
      "invitation.declined_at",
      "invitation.round_id",
      "invitation.project_id",
      "invitation.first_opened_at",
      // A person by link is called as in the list of addressees; who came by an open link has no name.
      fn.coalesce("project.name", "invitation.name", val("")).as("project_name"),
      // Of anonymous rounds this is all that is known: there is no response to an invitation.
      fn.coalesce("participation.used", val(false)).as("has_participated"),
      "round.title",
      "round.wave",
      "round.state as round_state",
      "round.privacy",
      "round.strict",
      "round.fictional",
      "round.opens_at",
      "round.closes_at",
      "round.closed_at",
      "round.roster",
      "version.version_id",
      "version.checksum as version_checksum",
      "response.response_id",
      "response.state as response_state",
      "response.seq",
      "response.changed_at",
      "response.submitted_at",
    ])
    // Of a draft this says that it was submitted once and withdrawn.
    .select(({ selectFrom }) =>
      selectFrom("response_event")
        .select(sql<Date | null>`max(response_event.at)`.as("at"))
        .whereRef("response_event.round_id", "=", "response.round_id")
        .whereRef("response_event.response_id", "=", "response.response_id")
        .where("response_event.kind", "=", "withdrawn")
        .as("withdrawn_at"),
    )
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

/** The project's values on the day the round opened; none of people by link. */
export async function findAttributes(db: Db | Tx, invitationId: string): Promise<Attributes> {
  const row = await db
    .selectFrom("invitation")
    .select("attributes")
    .where("invitation_id", "=", invitationId)
    .executeTakeFirst();
  return row?.attributes ?? {};
}

/** Invitations of people by link, by their ids. */
export async function listInvitationsOfGuest(db: Db | Tx, invitationIds: readonly string[]) {
  if (invitationIds.length === 0) return [];
  return invitations(db)
    .where("invitation.invitation_id", "in", invitationIds)
    .where("invitation.kind", "<>", "project")
    .execute();
}

/** The invitation behind a link of one's own, drafts included: their links are known, but lead nowhere yet. */
export function findByToken(db: Db | Tx, tokenHash: Buffer) {
  return db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .select(["invitation.invitation_id", "invitation.locale", "round.state as round_state"])
    .where("invitation.token_hash", "=", tokenHash)
    .where("invitation.kind", "<>", "project")
    .executeTakeFirst();
}

/** Holds the invitation, so that declining and submitting come one after the other. */
export async function lockInvitation(tx: Tx, invitationId: string): Promise<void> {
  await tx
    .selectFrom("invitation")
    .select("invitation_id")
    .where("invitation_id", "=", invitationId)
    .forUpdate()
    .execute();
}

/** Notes that nobody will answer, with the reason if one is given; null takes it back. Reminders stop with it. */
export async function updateDeclined(
  tx: Tx,
  invitation: { round_id: string; invitation_id: string },
  declined: { at: Date; reason: string | null } | null,
): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ declined_at: declined?.at ?? null, decline_reason: declined?.reason ?? null })
    .where("round_id", "=", invitation.round_id)
    .where("invitation_id", "=", invitation.invitation_id)
    .execute();
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
