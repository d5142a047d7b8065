import type { Db, Tx } from "#db/client.server.ts";
import { findInvitation, type InvitationRow } from "#db/queries/invitations.server.ts";
import { Problem } from "../problem.ts";
import { may, type Verb } from "../roles.ts";
import type { Viewer } from "../viewer.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The invitation, if the viewer holds the verb in its project. Foreign and unknown ids are the same 404. */
export async function getInvitation(
  db: Db | Tx,
  viewer: Viewer,
  invitationId: string,
  verb: Verb,
): Promise<InvitationRow> {
  const invitation = UUID.test(invitationId) ? await findInvitation(db, invitationId) : undefined;
  if (!invitation || !may(viewer.parts, verb, invitation.project_id)) throw new Problem("not-found");
  return invitation;
}

/** True while answers may change: the round is open and its deadline has not passed. */
export function isOpen(round: { round_state: string; closes_at: Date }, now = new Date()): boolean {
  return round.round_state === "open" && now < round.closes_at;
}

/** Stops with a 409 where answers can no longer change. */
export function assertEditable(response: { state: string; round_state: string; closes_at: Date }): void {
  if (!isOpen(response)) throw new Problem("round-closed");
  if (response.state === "submitted") throw new Problem("already-submitted");
}
