import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { type InvitationRow, markOpened } from "#db/queries/invitations.server.ts";
import * as responses from "#db/queries/responses.server.ts";
import { checkValues } from "#surveys/answers.ts";
import { checksumOf } from "../canonical.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { assertEditable, type Respondent } from "./access.server.ts";
import { getInstrument, type Instrument } from "./instrument.server.ts";

/** Edits in one request; a browser that was away for long sends several requests. */
const OPERATIONS_PER_REQUEST = 200;
/** Revisions are integers of PostgreSQL; the next one has to fit as well. */
const LAST_REVISION = 2 ** 31 - 2;

/** One person's edit of one field. `base` is the revision it was made on (0: empty); `value` null takes the answer back. */
const operationSchema = z.strictObject({
  opId: z.uuid().toLowerCase(),
  path: z.string().min(1).max(200),
  base: z.number().int().min(0).max(LAST_REVISION),
  // Bounded and checked by the kinds; a recursive schema would fall over a deep one.
  value: z.unknown().refine((value) => value !== undefined),
});
export const changesSchema = z.strictObject({
  operations: z.array(operationSchema).min(1).max(OPERATIONS_PER_REQUEST),
});

type Operation = z.infer<typeof operationSchema>;

/** What became of an edit: saved as a revision, or a clash with what somebody else wrote meanwhile. */
export type Outcome =
  | { opId: string; path: string; rev: number }
  | { opId: string; path: string; clash: { rev: number; value: unknown; by: string | null; at: string } };

export type Saved = { seq: number; savedAt: string; outcomes: Outcome[] };

/**
 * Saves edits of a response, all in one transaction; it returns after COMMIT. Sending an edit again is harmless.
 * Throws invalid-answer with a fault per refused value (`/operations/<index>/value…`), different-body for another edit
 * under a known id, round-closed and already-submitted, and not-found for an anonymous round, which keeps no drafts. An edit on an outdated revision changes nothing and comes back
 * as a clash with the value that stands.
 */
export async function saveChanges(
  db: Db,
  viewer: Respondent,
  invitation: InvitationRow,
  operations: Operation[],
): Promise<Saved> {
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const instrument = await getInstrument(db, invitation);
  const faults = operations.flatMap((operation, index) => faultsOf(instrument, operation, index));
  if (faults.length > 0) throw new Problem("invalid-answer", { faults });

  return transact(db, async (tx) => {
    const { key } = await lockForEditing(tx, invitation);
    const before = await responses.findOperations(
      tx,
      key,
      operations.map((operation) => operation.opId),
    );
    const done = new Map(before.map(({ op_id, rev, body_hash }) => [op_id, { rev, bodyHash: body_hash }]));
    const outcomes: Outcome[] = [];
    for (const operation of operations) {
      const known = done.get(operation.opId);
      const bodyHash = checksumOf(operation);
      if (known && known.bodyHash !== bodyHash) throw new Problem("different-body");
      if (known?.rev) {
        outcomes.push({ opId: operation.opId, path: operation.path, rev: known.rev });
        continue;
      }
      const edit = { ...operation, actorId: viewer.accountId };
      const rev = known ? undefined : await responses.writeField(tx, key, edit);
      if (!known) await responses.insertOperation(tx, key, { ...edit, rev: rev ?? null, bodyHash });
      done.set(operation.opId, { rev: rev ?? null, bodyHash });
      outcomes.push(rev ? { opId: operation.opId, path: operation.path, rev } : await clashOf(tx, key, operation));
    }
    const seq = await responses.touchResponse(tx, key);
    return { seq, savedAt: new Date().toISOString(), outcomes };
  });
}

/** Makes the response if need be and locks it; stops where it can no longer be edited. */
export async function lockForEditing(tx: Tx, invitation: InvitationRow) {
  const { round_id: roundId, invitation_id: invitationId } = invitation;
  const existing = await responses.lockResponse(tx, roundId, invitationId);
  if (!existing) await beginResponse(tx, invitation);
  const locked = existing ?? (await responses.lockResponse(tx, roundId, invitationId));
  if (!locked) throw new Problem("not-found");
  assertEditable(locked);
  return { key: { roundId, responseId: locked.response_id }, seq: locked.seq };
}

/** The round is held first: it may have been closed since the invitation was read. */
async function beginResponse(tx: Tx, invitation: InvitationRow): Promise<void> {
  const { round_id: roundId, invitation_id: invitationId } = invitation;
  assertEditable({ state: "draft", ...(await responses.holdRound(tx, roundId)) });
  await responses.ensureResponse(tx, roundId, invitationId, randomUUID());
  await markOpened(tx, invitation);
}

function faultsOf({ definition }: Instrument, operation: Operation, index: number): Fault[] {
  return checkValues(definition, { [operation.path]: operation.value }).map((problem) => ({
    ...problem,
    path: `/operations/${index}/value${problem.path}`,
  }));
}

async function clashOf(tx: Tx, key: responses.ResponseKey, operation: Operation): Promise<Outcome> {
  const field = (await responses.listFields(tx, key)).find((row) => row.path === operation.path);
  const clash = {
    rev: field?.rev ?? 0,
    value: field?.value ?? null,
    by: field?.changed_by ?? null,
    at: (field?.changed_at ?? new Date()).toISOString(),
  };
  return { opId: operation.opId, path: operation.path, clash };
}
