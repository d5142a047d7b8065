import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findFields, type WrittenField, writeFields } from "#db/queries/fields.server.ts";
import { type InvitationRow, markOpened } from "#db/queries/invitations.server.ts";
import * as log from "#db/queries/operations.server.ts";
import * as responses from "#db/queries/responses.server.ts";
import { checkField } from "#surveys/fields/check.ts";
import { type FieldPlace, placeOfField } from "#surveys/fields/index.ts";
import { checksumOf } from "../canonical.server.ts";
import { type Fault, Problem, type ProblemCode } from "../problem.ts";
import { assertEditable, type Respondent } from "./access.server.ts";
import { getInstrument, type Instrument } from "./instrument.server.ts";
import { assertRoom } from "./room.server.ts";
import { type Known, type Operation, type Standing, weigh } from "./weigh-operations.ts";

/** What became of an edit: saved as a revision, or a clash with what somebody else wrote meanwhile. */
export type Outcome =
  | { opId: string; path: string; rev: number }
  | { opId: string; path: string; clash: { rev: number; value: unknown; by: string | null; at: string } };

export type Saved = { seq: number; savedAt: string; outcomes: Outcome[] };

/**
 * Saves edits of a response, all in one transaction; it returns after COMMIT. Sending an edit again is harmless.
 * Throws invalid-answer with a fault per refused value (`/operations/<index>/value…`), different-body for another edit
 * under a known id, round-closed and already-submitted (with what of these edits was saved before; not where all were), and not-found for an
 * anonymous round, which keeps no drafts. An edit on an outdated revision changes nothing: it is kept as a clash, with what stands, until somebody settles it.
 */
export async function saveChanges(
  db: Db,
  viewer: Pick<Respondent, "accountId">,
  invitation: InvitationRow,
  operations: Operation[],
): Promise<Saved> {
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const instrument = await getInstrument(db, invitation);
  const faults = operations.flatMap((operation, index) => faultsOf(instrument, operation, index));
  if (faults.length > 0) throw new Problem("invalid-answer", { faults });
  const bodies = operations.map((operation) => ({ ...operation, hash: checksumOf(operation) }));

  return transact(db, async (tx) => {
    const { key, seq: before } = await lockForEditing(tx, invitation);
    const { known, hashes } = await recall(tx, key, operations);
    for (const { opId, hash } of bodies) {
      const earlier = hashes.get(opId);
      if (earlier !== undefined && earlier !== hash) throw new Problem("different-body");
      hashes.set(opId, hash);
    }
    const fields = await standingOf(tx, key, instrument, operations);
    const seq = before + 1;
    const work = weighAll(instrument, bodies, { known, fields, by: viewer.accountId });
    await writeFields(tx, key, seq, work.written);
    await assertRoom(tx, key, operations, work.written);
    await log.insertOperations(tx, key, work.logged);
    await log.settleOperations(tx, key, work.settled);
    const changed = work.written.length > 0 || work.settled.length > 0 || work.logged.some(({ rev }) => rev === null);
    if (changed) await responses.touchResponse(tx, key);
    return { seq: changed ? seq : before, savedAt: new Date().toISOString(), outcomes: work.outcomes };
  }).catch(async (error) => {
    const late = error instanceof Problem && LATE.includes(error.code);
    const before = late ? await findSaved(db, instrument, invitation, bodies) : undefined;
    if (!before) throw error;
    const { savedAt, outcomes } = before;
    if (outcomes.length === bodies.length) return before;
    throw new Problem((error as Problem).code, { saved: { savedAt, outcomes } });
  });
}

const LATE: ProblemCode[] = ["round-closed", "already-submitted"];

/**
 * What was answered when these edits were saved, for those that were: the answer may have been lost on its way, and a
 * colleague may have submitted since. Nobody must read that an edit is not there although it is.
 */
async function findSaved(
  db: Db,
  instrument: Instrument,
  { round_id: roundId, invitation_id: invitationId }: InvitationRow,
  bodies: Body[],
): Promise<Saved | undefined> {
  return transact(db, async (tx) => {
    const response = await responses.lockResponse(tx, roundId, invitationId);
    if (!response) return undefined;
    const key = { roundId, responseId: response.response_id };
    const { known, hashes } = await recall(tx, key, bodies);
    const saved = bodies.filter(({ opId, hash }) => hashes.get(opId) === hash);
    if (saved.length === 0) return undefined;
    const fields = await standingOf(tx, key, instrument, saved);
    const { outcomes } = weighAll(instrument, saved, { known, fields, by: null });
    return { seq: response.seq, savedAt: new Date().toISOString(), outcomes };
  });
}

type Body = Operation & { hash: string };
type State = { known: Map<string, Known>; fields: Map<string, Standing>; by: string | null };

/** Weighs one after the other, each against what those before it wrote. An entry that nobody ever added has no fields. */
function weighAll({ definition }: Instrument, bodies: Body[], { known, fields, by }: State) {
  const written = new Map<string, WrittenField>();
  const logged: log.OperationRow[] = [];
  const settled: { opId: string; by: string }[] = [];
  const outcomes: Outcome[] = [];
  const faults: Fault[] = [];
  for (const [index, { hash, ...operation }] of bodies.entries()) {
    const { opId, path, base, value } = operation;
    const place = placeOfField(definition, path) as FieldPlace;
    const earlier = known.get(opId);
    if (earlier) {
      outcomes.push(earlier.rev === null ? clashWith(operation, fields) : { opId, path, rev: earlier.rev });
      continue;
    }
    if (place.entries.some((entry) => !fields.has(entry))) {
      faults.push({ code: "unknown-entry", path: `/operations/${index}/value/${path}` });
      continue;
    }
    const verdict = weigh(operation, { fields, known, entries: place.entries, isEntry: place.is === "entry" });
    const rev = "rev" in verdict ? verdict.rev : null;
    known.set(opId, { path, rev });
    if ("rev" in verdict) {
      if (verdict.rev !== fields.get(path)?.rev) {
        written.set(path, { path, value: value ?? null, rev: verdict.rev, by });
        fields.set(path, { rev: verdict.rev, value: value ?? null, by: null, at: new Date().toISOString() });
      }
      outcomes.push({ opId, path, rev: verdict.rev });
    } else outcomes.push({ opId, path, clash: verdict.clash });
    const baseOp = typeof base === "string" ? base : null;
    logged.push({
      ...{ op_id: opId, path, base: typeof base === "number" ? base : (known.get(base)?.rev ?? 0), base_op: baseOp },
      ...{ rev, value: value ?? null, body_hash: hash, by },
    });
    // Whoever goes on from their own edit that clashed has seen it: the later one stands for both.
    const superseded = baseOp !== null && known.get(baseOp)?.rev === null ? [baseOp] : [];
    for (const one of [...(operation.settles ?? []), ...superseded]) settled.push({ opId: one, by: opId });
  }
  if (faults.length > 0) throw new Problem("invalid-answer", { faults });
  return { written: [...written.values()], logged, settled, outcomes };
}

function clashWith({ opId, path }: Operation, fields: Map<string, Standing>): Outcome {
  const { rev, value, by, at } = fields.get(path) ?? { rev: 0, value: null, by: null, at: new Date().toISOString() };
  return { opId, path, clash: { rev, value, by, at } };
}

/** What was sent before under these ids, and of the operations that these build on. */
async function recall(tx: Tx, key: responses.ResponseKey, operations: Operation[]) {
  const bases = operations.flatMap(({ base, seen }) => [base, ...Object.values(seen ?? {})]);
  const named = bases.filter((base) => typeof base === "string");
  const rows = await log.findOperations(tx, key, [...new Set([...operations.map(({ opId }) => opId), ...named])]);
  return {
    known: new Map(rows.map(({ op_id, path, rev }) => [op_id, { path, rev }])),
    hashes: new Map(rows.map(({ op_id, body_hash }) => [op_id, body_hash])),
  };
}

/** The fields that the operations touch, the places of the entries they lie in, and all of entries that are removed. */
async function standingOf(
  tx: Tx,
  key: responses.ResponseKey,
  { definition }: Instrument,
  operations: Operation[],
): Promise<Map<string, Standing>> {
  const places = operations.map(({ path }) => placeOfField(definition, path) as FieldPlace);
  const paths = new Set(operations.flatMap(({ path }, i) => [path, ...(places[i]?.entries ?? [])]));
  const removed = operations.filter(({ value }, i) => places[i]?.is === "entry" && value === null);
  const rows = await findFields(
    tx,
    key,
    [...paths],
    removed.map(({ path }) => path),
  );
  return new Map(
    rows.map(({ path, value, rev, changed_by, changed_at }) => [
      path,
      { rev, value, by: changed_by, at: changed_at.toISOString() },
    ]),
  );
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
  return checkField(definition, operation.path, operation.value).map((problem) => ({
    ...problem,
    path: `/operations/${index}/value${problem.path}`,
  }));
}
