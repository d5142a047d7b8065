import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { announce } from "#db/queries/live.server.ts";
import * as events from "#db/queries/response-events.server.ts";
import { lockResponse, type ResponseKey, touchResponse } from "#db/queries/responses.server.ts";
import { findLatestSubmission } from "#db/queries/submissions.server.ts";
import { Problem } from "../problem.ts";
import { getInvitation, isOpen, type Respondent } from "./access.server.ts";

/**
 * Opens what was submitted to be corrected, until the round is closed. What was submitted counts until it is submitted
 * again. Doing it twice is once. Throws not-found (also for anonymous rounds), not-submitted, round-closed.
 */
export async function takeBack(db: Db, viewer: Respondent, invitationId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { invitation, key, state } = await lockSubmitted(tx, viewer, invitationId);
    if (state === "reopened") return;
    if (state === "draft") throw new Problem("not-submitted");
    await openAgain(tx, key, { kind: "taken-back", reason: "", actorId: viewer.accountId });
    await note(tx, viewer, "response.take-back", invitation);
  });
}

/**
 * Withdraws what was submitted, until the round is closed: nothing of it counts any more. The answers are a draft again,
 * and what was submitted is kept and can be read by the team. Doing it twice is once. Throws like `takeBack`.
 */
export async function withdrawResponse(db: Db, viewer: Respondent, invitationId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { invitation, key, state } = await lockSubmitted(tx, viewer, invitationId);
    if (state === "draft") return;
    const event = { eventId: randomUUID(), kind: "withdrawn", reason: "", actorId: viewer.accountId } as const;
    await events.insertResponseEvent(tx, key, event);
    await events.withdraw(tx, key);
    await touchResponse(tx, key);
    await note(tx, viewer, "response.withdraw", invitation);
  });
}

/** Notes the step and makes it editable. It is a new state: who signed off the one before has not signed off this one. */
export async function openAgain(
  tx: Tx,
  key: ResponseKey,
  step: { kind: "taken-back" | "reopened"; reason: string; actorId: string | null },
): Promise<string> {
  const eventId = randomUUID();
  await events.insertResponseEvent(tx, key, { eventId, ...step });
  await events.reopen(tx, key);
  await touchResponse(tx, key);
  return eventId;
}

/** The response of which a submission counts or was withdrawn, locked while its round is open. */
async function lockSubmitted(tx: Tx, viewer: Respondent, invitationId: string) {
  const invitation = await getInvitation(tx, viewer, invitationId, "response.submit");
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  return { invitation, ...(await lockSubmission(tx, invitation)) };
}

/** Locks it. Throws not-submitted where nothing was ever submitted, and round-closed. */
export async function lockSubmission(tx: Tx, { round_id: roundId, invitation_id: invitationId }: InvitationRow) {
  const locked = await lockResponse(tx, roundId, invitationId);
  if (!locked) throw new Problem("not-submitted");
  if (!isOpen(locked)) throw new Problem("round-closed");
  const key = { roundId, responseId: locked.response_id };
  if (!(await findLatestSubmission(tx, key))) throw new Problem("not-submitted");
  return { key, state: locked.state };
}

async function note(tx: Tx, viewer: Respondent, verb: string, invitation: InvitationRow): Promise<void> {
  const objectId = invitation.invitation_id;
  await announce(tx, objectId, "state");
  await insertAudit(tx, { actorId: viewer.accountId, verb, object: "invitation", objectId });
}
