import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import type { ResponseKey } from "#db/queries/responses.server.ts";
import * as signOffs from "#db/queries/sign-offs.server.ts";
import { listTeam } from "#db/queries/teams.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import { Problem } from "../problem.ts";
import { getInvitation, type Respondent } from "./access.server.ts";
import { checkDraft } from "./check-draft.server.ts";
import { getInstrument } from "./instrument.server.ts";
import { assertNoClash } from "./open-clashes.server.ts";
import { lockForEditing } from "./save-changes.server.ts";

/** A person's yes; `valid` until something is changed. */
export type SignOff = { name: string; at: Date; valid: boolean; own: boolean };

/** How it stands with signing off. Of people by link there is nothing to say: one person is enough. */
export type SigningOff = {
  /** two people have to sign off */
  two: boolean;
  signOffs: SignOff[];
  /** the viewer has signed off this state */
  signed: boolean;
  /** so many valid ones are there beside the viewer's own */
  others: number;
  /** there is a second person in the team who could sign off */
  possible: boolean;
};

export async function readSigningOff(
  db: Db,
  viewer: Respondent,
  invitation: InvitationRow,
  seq: number,
): Promise<SigningOff> {
  const { project_id: projectId, round_id: roundId, response_id: responseId } = invitation;
  if (projectId === null) return { two: false, signOffs: [], signed: false, others: 0, possible: false };
  const key = responseId ? { roundId, responseId } : undefined;
  const [two, given, team] = await Promise.all([
    key ? signOffs.needsTwo(db, key) : false,
    key ? signOffs.listSignOffs(db, key, projectId) : [],
    listTeam(db, projectId),
  ]);
  const all = given
    .map((one) => ({
      name: one.name,
      at: one.at,
      valid: one.seq === seq,
      own: one.account_id === viewer.accountId,
    }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return {
    two,
    signOffs: all,
    signed: all.some((one) => one.own && one.valid),
    others: all.filter((one) => one.valid && !one.own).length,
    possible: team.filter((person) => !person.disabled_at).length > 1,
  };
}

/**
 * "Ich habe geprüft und gebe frei": the person's yes to the very state that they reviewed. Any member of the team may
 * give it, once it is complete. Giving it again is harmless. Throws not-found, edit-clash, open-clashes, invalid-answer, round-closed,
 * already-submitted.
 */
export async function signOff(
  { db, checking }: { db: Db; checking: CheckingPool },
  viewer: Respondent,
  invitationId: string,
  seq: number,
): Promise<void> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  const accountId = accountOfTeam(viewer, invitation);
  const instrument = await getInstrument(db, invitation);
  const { draft, checked } = await checkDraft(db, checking, invitation, instrument, viewer.locale);
  if (draft.seq !== seq) throw new Problem("edit-clash");
  if (checked.problems.length > 0) throw new Problem("invalid-answer", { faults: checked.problems });
  await transact(db, async (tx) => {
    const locked = await lockForEditing(tx, invitation);
    if (locked.seq !== seq) throw new Problem("edit-clash");
    await assertNoClash(tx, locked.key, checked.unasked);
    await signOffs.insertSignOff(tx, locked.key, accountId, seq);
    await insertAudit(tx, {
      actorId: accountId,
      verb: "response.sign-off",
      object: "invitation",
      objectId: invitationId,
    });
  });
}

/** Says whether two people have to sign off this response. Throws not-found, round-closed, already-submitted. */
export async function requireTwo(db: Db, viewer: Respondent, invitationId: string, two: boolean): Promise<void> {
  await transact(db, async (tx) => {
    const invitation = await getInvitation(tx, viewer, invitationId, "response.submit");
    const actorId = accountOfTeam(viewer, invitation);
    const { key } = await lockForEditing(tx, invitation);
    if (!(await signOffs.updateNeedsTwo(tx, key, two))) return;
    const verb = two ? "response.require-two" : "response.require-one";
    await insertAudit(tx, { actorId, verb, object: "invitation", objectId: invitationId });
  });
}

/**
 * The submitter's own yes, and with it that of a second person where two are required; whoever left the team does not
 * count any more. The response is locked. Throws second-sign-off.
 */
export async function assertSignedOff(
  tx: Tx,
  key: ResponseKey,
  invitation: InvitationRow,
  submitting: { accountId: string | null; seq: number },
): Promise<void> {
  const { accountId, seq } = submitting;
  if (invitation.project_id === null || accountId === null) return;
  await signOffs.insertSignOff(tx, key, accountId, seq);
  if (!(await signOffs.needsTwo(tx, key))) return;
  const given = await signOffs.listSignOffs(tx, key, invitation.project_id);
  const others = given.filter((one) => one.seq === seq && one.account_id !== accountId);
  if (others.length === 0) throw new Problem("second-sign-off");
}

/** Only a project's team signs off, and in anonymous rounds nobody is known to have seen anything. */
function accountOfTeam(viewer: Respondent, invitation: InvitationRow): string {
  if (viewer.accountId === null || invitation.project_id === null || invitation.privacy === "anonymous") {
    throw new Problem("not-found");
  }
  return viewer.accountId;
}
