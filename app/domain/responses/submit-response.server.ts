import { randomInt } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findInvitation, type InvitationRow, updateDeclined } from "#db/queries/invitations.server.ts";
import { announce } from "#db/queries/live.server.ts";
import type { ResponseKey } from "#db/queries/responses.server.ts";
import * as submissions from "#db/queries/submissions.server.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Definition } from "#surveys/definition.ts";
import { canonical, type JsonObject } from "#surveys/json.ts";
import type { Cell } from "#surveys/model.ts";
import { checksumOf } from "../canonical.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import type { Respondent } from "./access.server.ts";
import { checkDraft } from "./check-draft.server.ts";
import { getInstrument } from "./instrument.server.ts";
import { assertNoClash } from "./open-clashes.server.ts";
import { lockForEditing } from "./save-changes.server.ts";
import { assertSignedOff } from "./sign-off.server.ts";

export type Receipt = { receipt: string; number: number };

type Submitting = {
  submissionId: string;
  /** the state of the response that the person reviewed */
  seq: number;
};

/**
 * Signs off and submits the answers as they were reviewed: checks all of them, keeps them with their long form, and
 * queues the receipt mail, in one transaction. Submitted again after a correction they are the next version, which counts
 * from then on. Sending it again gives the same receipt. Throws edit-clash when a colleague changed something after the
 * review, open-clashes while an answer in two versions is undecided, second-sign-off where two people have to sign off, invalid-answer with a fault per question, different-body,
 * round-closed, already-submitted, and not-found for an anonymous round (see `submitAnonymously`). Who had declined takes
 * part after all.
 */
export async function submitResponse(
  { db, checking, jobs }: { db: Db; checking: CheckingPool; jobs: Jobs },
  viewer: Respondent,
  invitation: InvitationRow,
  { submissionId, seq }: Submitting,
): Promise<Receipt> {
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const repeated = await findRepeated(db, invitation.invitation_id, { submissionId, seq });
  if (repeated) return repeated;
  const instrument = await getInstrument(db, invitation);
  const { draft, checked } = await checkDraft(db, checking, invitation, instrument, viewer.locale);
  if (draft.seq !== seq) throw new Problem("edit-clash");
  if (checked.problems.length > 0) throw new Problem("invalid-answer", { faults: checked.problems });

  return transact(db, async (tx) => {
    const locked = await lockForEditing(tx, invitation);
    if (locked.seq !== seq) throw new Problem("edit-clash");
    await assertNoClash(tx, locked.key, checked.unasked);
    await assertSignedOff(tx, locked.key, invitation, { accountId: viewer.accountId, seq });
    const receipt = newReceipt();
    const number = await submissions.insertSubmission(tx, locked.key, {
      submissionId,
      seq,
      receipt,
      answers: checked.answers,
      invisible: checked.invisible,
      checksum: checksumOf(checked.answers),
      actorId: viewer.accountId,
    });
    await submissions.replaceCells(tx, locked.key, longForm(instrument.definition, checked.answers, checked.invisible));
    const { invitation_id: invitationId, round_id: roundId } = invitation;
    // Whatever was read before: somebody may have declined since.
    await updateDeclined(tx, invitation, null);
    await announce(tx, invitationId, "state");
    await insertAudit(tx, {
      actorId: viewer.accountId,
      verb: "response.submit",
      object: "invitation",
      objectId: invitationId,
    });
    // Who came by an open link has told us no address.
    if (viewer.accountId || invitation.kind === "personal") {
      await enqueueMail(tx, jobs, {
        key: `receipt:${submissionId}`,
        kind: "receipt",
        accountId: viewer.accountId,
        subjectIds: { roundId, invitationId, receipt },
        roundId,
        invitationId,
      });
    }
    return { receipt, number };
  }).catch(async (error) => {
    // Of several submissions at once one wins the lock; the others find its receipt.
    const winner = error instanceof Problem && error.code === "already-submitted";
    const same = winner ? await findRepeated(db, invitation.invitation_id, { submissionId, seq }) : undefined;
    if (same) return same;
    throw error;
  });
}

/** All cells of a response; those of hidden questions are kept and marked, so that they never enter a base. */
export function longForm(
  definition: Definition,
  answers: JsonObject,
  invisible: string[],
): (Cell & { visible: boolean })[] {
  const counted = new Set(cellsOf(definition, answers, invisible).map(canonical));
  return cellsOf(definition, answers).map((cell) => ({ ...cell, visible: counted.has(canonical(cell)) }));
}

/** Read anew: when the caller read the invitation, the response may not have been there. */
async function findRepeated(
  db: Db,
  invitationId: string,
  { submissionId, seq }: Submitting,
): Promise<Receipt | undefined> {
  const current = await findInvitation(db, invitationId);
  if (!current?.response_id) return undefined;
  const key: ResponseKey = { roundId: current.round_id, responseId: current.response_id };
  const known = await submissions.findSubmission(db, key, submissionId);
  if (known && known.seq !== seq) throw new Problem("different-body");
  return known && { receipt: known.receipt, number: known.number };
}

/** Letters and digits that are not mistaken for one another when read out on the telephone. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A number to quote: "PS-7K4M-2QX9". 30^8 possibilities; the database refuses a second of the same. */
export function newReceipt(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return `PS-${signs.slice(0, 4)}-${signs.slice(4)}`;
}
