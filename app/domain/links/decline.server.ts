import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { lockInvitation, updateDeclined } from "#db/queries/invitations.server.ts";
import { holdRound } from "#db/queries/responses.server.ts";
import { Problem } from "../problem.ts";
import { getInvitation, isAnswered, isOpen, type Respondent } from "../responses/access.server.ts";

/** Longer reasons are cut: the field takes no more. */
const REASON_SIGNS = 500;

type Declining = { invitationId: string; reason: string; now: Date };

/**
 * "Wir nehmen nicht teil": stops reminders and is a state of its own. Needs the right to submit: a member does not
 * decide it for the project. Throws not-found, round-closed, and already-submitted when there is an answer.
 */
export function declineInvitation(
  db: Db,
  respondent: Respondent,
  { invitationId, reason, now }: Declining,
): Promise<void> {
  return change(db, respondent, invitationId, { at: now, reason: reason.trim().slice(0, REASON_SIGNS) || null });
}

/** Takes it back, while the round is open. Throws like `declineInvitation`. */
export function rejoin(db: Db, respondent: Respondent, invitationId: string): Promise<void> {
  return change(db, respondent, invitationId, null);
}

function change(
  db: Db,
  respondent: Respondent,
  invitationId: string,
  declined: { at: Date; reason: string | null } | null,
): Promise<void> {
  return transact(db, async (tx) => {
    const { round_id: roundId } = await getInvitation(tx, respondent, invitationId, "response.submit");
    // Held until the end and read again: it may just have been closed, or answered.
    if (!isOpen(await holdRound(tx, roundId))) throw new Problem("round-closed");
    await lockInvitation(tx, invitationId);
    const invitation = await getInvitation(tx, respondent, invitationId, "response.submit");
    if (isAnswered(invitation)) throw new Problem("already-submitted");
    // Twice the same is once: the first time stays.
    if ((invitation.declined_at !== null) === (declined !== null)) return;
    await updateDeclined(tx, invitation, declined);
    const verb = declined ? "invitation.decline" : "invitation.rejoin";
    await insertAudit(tx, { actorId: respondent.accountId, verb, object: "invitation", objectId: invitationId });
  });
}
