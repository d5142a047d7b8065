import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as erasures from "#db/queries/erasures.server.ts";
import { findInvitation, type InvitationRow } from "#db/queries/invitations.server.ts";
import { announce } from "#db/queries/live.server.ts";
import { Problem } from "../problem.ts";
import { reasonFaults } from "./draft-faults.ts";
import { type Acting, refuse } from "./draft-round.server.ts";

/** Which response the coordination would erase, by name and time: nothing of its answers. */
export type Erasure = {
  roundId: string;
  title: InvitationRow["title"];
  wave: string;
  /** of a project or a person; empty for those who came by an open link */
  name: string;
  submittedAt: Date | null;
  /** it was erased already, at that time */
  erasedAt: Date | null;
};

/** Throws not-found (foreign, anonymous, cancelled, draft), round-not-closed, not-submitted. */
export async function readErasure(db: Db, roundId: string, invitationId: string): Promise<Erasure> {
  const invitation = await getOf(db, roundId, invitationId);
  const erased = await erasures.findErasure(db, { roundId, invitationId });
  if (!erased && !isSubmitted(invitation)) throw new Problem("not-submitted");
  return {
    roundId,
    title: invitation.title,
    wave: invitation.wave,
    name: invitation.project_name,
    submittedAt: invitation.submitted_at,
    erasedAt: erased?.at ?? null,
  };
}

/**
 * Erases what was submitted to an invitation of a round that has ended: answers with their history, signatures, notes, codings
 * and quotes that were not released. Releases stand. That it was erased, by whom and why stays in the history of the round.
 * Doing it twice is once. Throws like `readErasure`, and invalid-round with a fault at `/reason`.
 */
export async function eraseResponse(
  db: Db,
  { roundId, actorId, now }: Acting,
  { invitationId, reason }: { invitationId: string; reason: string },
): Promise<void> {
  refuse(reasonFaults(reason));
  await transact(db, async (tx) => {
    await getOf(tx, roundId, invitationId);
    if (!(await erasures.eraseResponse(tx, { roundId, invitationId }))) {
      if (await erasures.findErasure(tx, { roundId, invitationId })) return;
      throw new Problem("not-submitted");
    }
    const erasureId = randomUUID();
    const erasure = { erasure_id: erasureId, round_id: roundId, invitation_id: invitationId };
    await erasures.insertErasure(tx, { ...erasure, reason: reason.trim(), at: now, by: actorId });
    await announce(tx, invitationId, "state");
    const event = { actorId, verb: "response.erase", object: "round", objectId: roundId, at: now };
    await insertAudit(tx, { ...event, detail: { invitationId, erasureId } });
  });
}

const ENDED = ["closed", "released", "archived"];

const isSubmitted = ({ response_state: state }: InvitationRow) => state === "submitted" || state === "reopened";

async function getOf(db: Db | Tx, roundId: string, invitationId: string): Promise<InvitationRow> {
  const invitation = await findInvitation(db, invitationId);
  if (invitation?.round_id !== roundId || invitation.privacy === "anonymous") throw new Problem("not-found");
  if (invitation.round_state === "open") throw new Problem("round-not-closed");
  if (!ENDED.includes(invitation.round_state)) throw new Problem("not-found");
  return invitation;
}
