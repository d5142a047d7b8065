import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import type { EvidenceRef } from "#db/queries/measures.server.ts";
import * as measures from "#db/queries/measures.server.ts";
import type { MeasureTable } from "#db/tables/measure.ts";
import { type Fault, Problem } from "../problem.ts";
import {
  changesBetween,
  changesOfEvidence,
  checkMeasure,
  keyOf,
  type MeasureFields,
  proposedAs,
  type TypedMeasure,
} from "./check-measure.ts";
import { EVALUATION, LIMITS, type MeasureState, OPEN_STATES, stepsOf } from "./measure.ts";

type Acting = { measureId: string; actorId: string; now: Date };

/**
 * Proposes a measure under the id that its form was given, so that sending it twice makes one. Throws invalid-measure with
 * faults at the fields, and different-body where something else was proposed under that id.
 */
export function proposeMeasure(db: Db | Tx, acting: Acting, typed: TypedMeasure): Promise<void> {
  return transact(db, async (tx) => {
    const fields = await checkAll(tx, typed);
    const row = { measure_id: acting.measureId, ...fields, state: "proposed", revision: 1 } as const;
    if (!(await measures.insertMeasure(tx, row)))
      return assertSame(tx, acting, { ...fields, evidence: typed.evidence });
    await measures.replaceEvidence(tx, acting.measureId, typed.evidence);
    await note(tx, acting, { number: 1, state: "proposed" });
    await audit(tx, acting, "measure.propose");
  });
}

/** Throws different-body where the measure of this id was proposed by somebody else, or with other words. */
async function assertSame(
  tx: Tx,
  { measureId, actorId }: Acting,
  sent: MeasureFields & { evidence: measures.EvidenceRef[] },
): Promise<void> {
  const row = await lock(tx, measureId);
  const steps = await measures.listMeasureSteps(tx, measureId);
  const changes = steps.flatMap((step) => step.changes);
  const first = proposedAs({ ...row, evidence: await evidenceOf(tx, measureId) }, changes);
  const again = proposedAs(sent, []);
  const differs = Object.keys(again).some((field) => first[field] !== undefined && first[field] !== again[field]);
  if (differs || steps.at(-1)?.by !== actorId) throw new Problem("different-body");
}

/**
 * Changes what the form holds, on the revision that it was filled with. Throws not-found, invalid-measure with faults at the
 * fields, and changed-since where somebody else changed the measure since, unless it says already what was typed.
 */
export function changeMeasure(db: Db | Tx, acting: Acting & { revision: number }, typed: TypedMeasure): Promise<void> {
  return transact(db, async (tx) => {
    const before = await lock(tx, acting.measureId);
    const fields = await checkAll(tx, typed, before);
    const evidence = await evidenceOf(tx, acting.measureId);
    const changes = [...changesBetween(before, fields), ...changesOfEvidence(evidence, typed.evidence)];
    if (changes.length === 0) return;
    if (before.revision !== acting.revision) throw new Problem("changed-since");
    const number = before.revision + 1;
    await measures.updateMeasure(tx, { ...before, ...fields, revision: number });
    await measures.replaceEvidence(tx, acting.measureId, typed.evidence);
    await note(tx, acting, { number, changes });
    await audit(tx, acting, "measure.change");
  });
}

/**
 * Adds findings to what a measure is proposed for. It replaces nothing that anybody wrote, so it needs no revision to stand on;
 * what is among them already stays as it is. Throws invalid-measure with faults at the fields where no measure is chosen, where
 * it is done, dropped or gone, or where nothing, too much, or something that no release shows is to be added.
 */
export function addEvidence(db: Db | Tx, acting: Acting, added: readonly EvidenceRef[]): Promise<void> {
  return transact(db, async (tx) => {
    const fault = (code: string, path: string) => new Problem("invalid-measure", { faults: [{ code, path }] });
    if (acting.measureId === "") throw fault("missing", "/measureId");
    const before = await measures.lockMeasure(tx, acting.measureId);
    if (!before || !OPEN_STATES.includes(before.state)) throw fault("unknown", "/measureId");
    const present = await evidenceOf(tx, acting.measureId);
    const known = new Set(present.map(keyOf));
    const evidence = [...present, ...added.filter((ref) => !known.has(keyOf(ref)))];
    const faults = await faultsOfEvidence(tx, evidence);
    if (faults.length > 0) throw new Problem("invalid-measure", { faults });
    const changes = changesOfEvidence(present, evidence);
    if (changes.length === 0) return;
    const number = before.revision + 1;
    await measures.updateMeasure(tx, { ...before, revision: number });
    await measures.replaceEvidence(tx, acting.measureId, evidence);
    await note(tx, acting, { number, changes });
    await audit(tx, acting, "measure.change");
  });
}

/**
 * Takes a measure to another state, on the revision on which that was decided. Asked for again it changes nothing. Throws
 * not-found, invalid-request where no step leads there, and changed-since where somebody else changed the measure.
 */
export function stepMeasure(db: Db | Tx, acting: Acting & { revision: number; to: MeasureState }): Promise<void> {
  return transact(db, async (tx) => {
    const before = await lock(tx, acting.measureId);
    const { to } = acting;
    if (before.state === to) return;
    if (before.revision !== acting.revision) throw new Problem("changed-since");
    const droppedFrom = await measures.findDroppedFrom(tx, acting.measureId);
    if (!stepsOf({ state: before.state, droppedFrom }).some((step) => step.to === to)) {
      throw new Problem("invalid-request");
    }
    const number = before.revision + 1;
    await measures.updateMeasure(tx, { ...before, state: to, revision: number });
    await note(tx, acting, { number, state: to, changes: [{ field: "state", from: before.state, to }] });
    await audit(tx, acting, "measure.step");
  });
}

async function lock(tx: Tx, measureId: string): Promise<MeasureTable> {
  const row = await measures.lockMeasure(tx, measureId);
  if (!row) throw new Problem("not-found");
  return row;
}

/** What was typed, with everybody and everything that it names looked up: what a measure named before stays possible. */
async function checkAll(tx: Tx, typed: TypedMeasure, before?: MeasureTable): Promise<MeasureFields> {
  const { fields, faults } = checkMeasure(typed);
  const all: Fault[] = [...faults];
  const { responsible_id: who, round_id: round } = fields;
  if (who && who !== before?.responsible_id) {
    const people = await measures.listConsortium(tx);
    if (!people.some(({ account_id }) => account_id === who)) all.push({ code: "unknown", path: "/responsible" });
  }
  if (round && round !== before?.round_id) {
    const rounds = await measures.listRoundsOf(tx, EVALUATION);
    if (!rounds.some(({ round_id }) => round_id === round)) all.push({ code: "unknown", path: "/roundId" });
  }
  all.push(...(await faultsOfEvidence(tx, typed.evidence)));
  if (all.length > 0) throw new Problem("invalid-measure", { faults: all });
  return fields;
}

async function faultsOfEvidence(tx: Tx, evidence: readonly EvidenceRef[]): Promise<Fault[]> {
  if (evidence.length > LIMITS.evidence) {
    return [{ code: "too-many", path: "/evidence", detail: { limit: LIMITS.evidence } }];
  }
  const held = new Set((await measures.findEvidence(tx, evidence)).map(keyOf));
  return evidence.every((ref) => held.has(keyOf(ref))) ? [] : [{ code: "unknown", path: "/evidence" }];
}

async function evidenceOf(tx: Tx, measureId: string): Promise<EvidenceRef[]> {
  const rows = await measures.listEvidence(tx, measureId);
  return rows.map(({ release_id: releaseId, item }) => ({ releaseId, item }));
}

type Noted = { number: number } & Partial<Pick<Parameters<typeof measures.insertMeasureEvent>[1], "state" | "changes">>;

const note = (tx: Tx, { measureId, actorId, now }: Acting, { number, state = null, changes = [] }: Noted) =>
  measures.insertMeasureEvent(tx, { measure_id: measureId, number, at: now, by: actorId, state, changes });

const audit = (tx: Tx, { measureId, actorId, now }: Acting, verb: string) =>
  insertAudit(tx, { actorId, verb, object: "measure", objectId: measureId, at: now });
