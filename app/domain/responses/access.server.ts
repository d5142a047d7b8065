import type { Db, Tx } from "#db/client.server.ts";
import { findInvitation, type InvitationRow } from "#db/queries/invitations.server.ts";
import { Problem } from "../problem.ts";
import { guestMay, may, type Verb } from "../roles.ts";
import type { Viewer } from "../viewer.ts";

/** Who answers: a signed-in person, or a guest who came by link and has no account. */
export type Respondent = Pick<Viewer, "locale" | "parts"> & {
  accountId: string | null;
  /** of a signed-in person */
  name?: string;
  /** the invitations whose links this browser has followed; of a signed-in person none */
  guestOf?: readonly string[];
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The invitation, if the respondent holds the verb in its project or by its link. Foreign and unknown ids are the same 404. */
export async function getInvitation(
  db: Db | Tx,
  respondent: Respondent,
  invitationId: string,
  verb: Verb,
): Promise<InvitationRow> {
  const invitation = UUID.test(invitationId) ? await findInvitation(db, invitationId) : undefined;
  if (!invitation || !mayWith(respondent, verb, invitation)) throw new Problem("not-found");
  return invitation;
}

/** True if the respondent may do it with this very invitation. */
export function mayWith(respondent: Respondent, verb: Verb, invitation: InvitationRow): boolean {
  // Who belongs to no project is invited by link: a part in a project says nothing about them.
  if (invitation.project_id !== null) return may(respondent.parts, verb, invitation.project_id);
  return guestMay(verb) && respondent.guestOf?.includes(invitation.invitation_id) === true;
}

/** True while answers may change: the round is open and its deadline has not passed. */
export function isOpen(round: { round_state: string; closes_at: Date }, now = new Date()): boolean {
  return round.round_state === "open" && now < round.closes_at;
}

/** True of an invitation that was answered, also while that is being corrected; in anonymous rounds only the used token says so. */
export function isAnswered(invitation: InvitationRow): boolean {
  return isCounting(invitation) || invitation.has_participated;
}

/** True of an invitation whose sheet takes no answers, because they were sent; while they are being corrected it does. */
export function isSent(invitation: InvitationRow): boolean {
  return invitation.response_state === "submitted" || invitation.has_participated;
}

/** True while a submission of the response counts: submitted, or opened again and not submitted anew. */
export function isCounting({ response_state: state }: Pick<InvitationRow, "response_state">): boolean {
  return state === "submitted" || state === "reopened";
}

/** Stops with a 409 where answers can no longer change. */
export function assertEditable(response: { state: string; round_state: string; closes_at: Date }): void {
  if (!isOpen(response)) throw new Problem("round-closed");
  if (response.state === "submitted") throw new Problem("already-submitted");
}

/** How far an invitation is: `reopened` a correction is under way and the submission before it counts, `withdrawn` nothing counts any more. */
export type Progress = "new" | "begun" | "submitted" | "reopened" | "withdrawn";

/** Once the round is over, what was being corrected is what was submitted before. */
export function progressOf(invitation: InvitationRow, open = isOpen(invitation)): Progress {
  if (isAnswered(invitation)) return open && invitation.response_state === "reopened" ? "reopened" : "submitted";
  if (!invitation.response_id) return "new";
  return invitation.withdrawn_at ? "withdrawn" : "begun";
}
