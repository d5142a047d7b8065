import { type Db, transact } from "#db/client.server.ts";
import { listAddressees } from "#db/queries/addressees.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findInvitation, type InvitationRow } from "#db/queries/invitations.server.ts";
import { announce } from "#db/queries/live.server.ts";
import { enqueueMails, type Jobs } from "../mail/enqueue.server.ts";
import { personOf } from "../mail/round-mails.server.ts";
import { Problem } from "../problem.ts";
import { isOpen } from "../responses/access.server.ts";
import { lockSubmission, openAgain } from "../responses/take-back.server.ts";
import { reasonFaults } from "./draft-faults.ts";
import { type Acting, refuse } from "./draft-round.server.ts";

/** Which response the coordination would open again, by name and time: nothing of its answers. */
export type Reopening = {
  roundId: string;
  invitationId: string;
  title: InvitationRow["title"];
  wave: string;
  /** of a project or a person; empty for those who came by an open link */
  name: string;
  kind: InvitationRow["kind"];
  submittedAt: Date;
  /** it is open already: the team or somebody of the coordination did it */
  reopened: boolean;
};

/** Throws not-found (foreign, anonymous, draft), not-submitted, round-closed. */
export async function readReopening(db: Db, roundId: string, invitationId: string): Promise<Reopening> {
  const invitation = await getOf(db, roundId, invitationId);
  if (!isOpen(invitation)) throw new Problem("round-closed");
  if (!invitation.submitted_at) throw new Problem("not-submitted");
  return {
    roundId,
    invitationId,
    title: invitation.title,
    wave: invitation.wave,
    name: invitation.project_name,
    kind: invitation.kind,
    submittedAt: invitation.submitted_at,
    reopened: invitation.response_state === "reopened",
  };
}

/**
 * Opens a submitted response again for its team, with a reason that both sides see, and tells its leads (the person by
 * link) by mail. What was submitted counts until it is submitted anew. Doing it twice is once. Throws not-found,
 * not-submitted, round-closed, and invalid-round with a fault at `/reason`.
 */
export async function reopenResponse(
  { db, jobs }: { db: Db; jobs: Jobs },
  { roundId, actorId, now }: Acting,
  { invitationId, reason }: { invitationId: string; reason: string },
): Promise<void> {
  refuse(reasonFaults(reason));
  await transact(db, async (tx) => {
    const invitation = await getOf(tx, roundId, invitationId);
    const { key, state } = await lockSubmission(tx, invitation);
    if (state === "reopened") return;
    if (state !== "submitted") throw new Problem("not-submitted");
    const eventId = await openAgain(tx, key, { kind: "reopened", reason: reason.trim(), actorId });
    await announce(tx, invitationId, "state");
    const event = { actorId, verb: "response.reopen", object: "round", objectId: roundId, at: now };
    await insertAudit(tx, { ...event, detail: { invitationId, eventId } });
    const people = await listAddressees(tx, roundId, { invitationIds: [invitationId] });
    const mails = people.map((person) => ({
      key: `reopened:${eventId}:${personOf(person)}`,
      kind: "reopened" as const,
      accountId: person.accountId,
      subjectIds: {},
      roundId,
      invitationId,
      queuedAt: now,
    }));
    await enqueueMails(tx, jobs, mails);
  });
}

async function getOf(db: Parameters<typeof findInvitation>[0], roundId: string, invitationId: string) {
  const invitation = await findInvitation(db, invitationId);
  if (invitation?.round_id !== roundId || invitation.privacy === "anonymous") throw new Problem("not-found");
  return invitation;
}
