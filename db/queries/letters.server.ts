import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { ANSWERED } from "./addressees.server.ts";

/** Where to write to an account, with its parts. Undefined when it is closed or pseudonymised, or mail came back from it. */
export function findReachable(db: Db | Tx, accountId: string) {
  return db
    .selectFrom("account")
    .select(["address", "name", "locale"])
    .where("account_id", "=", accountId)
    .where("disabled_at", "is", null)
    .where("pseudonymised_at", "is", null)
    .where("bounced_at", "is", null)
    .executeTakeFirst();
}

/** Where to write to a person by link. Undefined when there is no address, or mail came back from it. */
export function findGuest(db: Db | Tx, invitationId: string) {
  return db
    .selectFrom("invitation")
    .select(["address", "name", "locale"])
    .where("invitation_id", "=", invitationId)
    .where("bounced_at", "is", null)
    .executeTakeFirst();
}

/** What letters say about invitations, and whether they are still to be answered. */
export function listInvitationFacts(db: Db | Tx, invitationIds: readonly string[]) {
  return db
    .selectFrom("invitation")
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .select(["invitation.invitation_id", "project.name as project", "invitation.declined_at"])
    .select(["invitation.reminders_off_at", ANSWERED.as("answered")])
    .where("invitation.invitation_id", "in", [...invitationIds])
    .orderBy("project.name")
    .execute();
}

/** When somebody was told that they have an account. */
export async function markWelcomed(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable("account").set({ invited_at: sql<Date>`now()` }).where("account_id", "=", accountId).execute();
}

/** The parts of an account, as roles are asked for. */
export function listParts(db: Db | Tx, accountId: string) {
  return db
    .selectFrom("membership")
    .select(["role", "project_id as projectId"])
    .where("account_id", "=", accountId)
    .execute();
}

/** The round of a release, with its counts of participation. */
export function findReleaseRound(db: Db | Tx, releaseId: string) {
  return db
    .selectFrom("release")
    .select(["round_id", "number", "title", "wave", "invited", "submitted"])
    .where("release_id", "=", releaseId)
    .executeTakeFirst();
}

/** The round that somebody asked about. */
export function findInquiryRound(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .select(["round_id", "version_id", "title", "wave"])
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
}
