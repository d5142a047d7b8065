import type { Db } from "#db/client.server.ts";
import type { EvidenceRef } from "#db/queries/measures.server.ts";
import * as queries from "#db/queries/measures.server.ts";
import type { Text } from "#surveys/model.ts";
import { Problem } from "../problem.ts";
import { keyOf, movedEvidence, refOf } from "./check-measure.ts";
import {
  EVALUATION,
  FOR_PROJECTS,
  type Measure,
  type MeasureChange,
  type MeasureState,
  OPEN_STATES,
} from "./measure.ts";

/** What a measure was proposed for, in words: an item of a release. */
export type EvidenceName = { releaseId: string; item: string; label: Text; title: Text; wave: string };

export type ListedMeasure = Measure & { evidence: EvidenceName[] };

/** All measures by the day on which they begin, each with what it was proposed for. */
export async function readMeasures(db: Db): Promise<ListedMeasure[]> {
  const [rows, evidence] = await Promise.all([queries.listMeasures(db), queries.listEvidence(db)]);
  const by = Map.groupBy(evidence, (row) => row.measure_id);
  return rows.map((row) => ({ ...measureOf(row), evidence: (by.get(row.measure_id) ?? []).map(nameOf) }));
}

/** A change as people read it: null for somebody or something that is gone. */
export type ChangeInWords = { field: string; from: string | null; to: string | null };

/** A step of a measure, with who took it. */
export type MeasureEvent = {
  at: Date;
  actor: string;
  state: MeasureState | null;
  changes: ChangeInWords[];
  /** what it was proposed for and no longer is, and the other way round */
  evidence: Record<"added" | "removed", EvidenceName[]>;
};

export type MeasurePage = { measure: ListedMeasure; events: MeasureEvent[] };

/** One measure with its history, the latest step first. Ids in the history are put in words. Throws not-found. */
export async function readMeasure(db: Db, measureId: string): Promise<MeasurePage> {
  const row = await queries.findMeasure(db, measureId);
  if (!row) throw new Problem("not-found");
  const [evidence, events, words] = await Promise.all([
    queries.listEvidence(db, measureId),
    queries.listMeasureEvents(db, measureId),
    readWords(db, measureId),
  ]);
  const moved = events.map(({ changes }) => movedEvidence(changes));
  const named = await readNames(
    db,
    moved.flatMap(({ added, removed }) => [...added, ...removed]),
  );
  return {
    measure: { ...measureOf(row), evidence: evidence.map(nameOf) },
    events: events.map((event, i) => ({
      ...event,
      changes: event.changes.map(words),
      evidence: { added: named(moved[i]?.added ?? []), removed: named(moved[i]?.removed ?? []) },
    })),
  };
}

/** Findings are in no release that could have gone, so each has its name. */
async function readNames(db: Db, keys: readonly string[]): Promise<(keys: readonly string[]) => EvidenceName[]> {
  const rows = await queries.listEvidenceNames(db, [...new Set(keys)].map(refOf));
  const names = new Map(rows.map((row) => [`${row.release_id} ${row.item}`, nameOf(row)]));
  return (wanted) => wanted.flatMap((key) => names.get(key) ?? []);
}

/** Measures to which findings can be added, and those that have them all already. */
export type Addable = Record<"offered" | "have", Pick<Measure, "measureId" | "title" | "state">[]>;

/** What is still to be done, by the day on which it begins. */
export async function readAddable(db: Db, findings: readonly EvidenceRef[]): Promise<Addable> {
  const open = (await readMeasures(db)).filter(({ state }) => OPEN_STATES.includes(state));
  const hasAll = ({ evidence }: ListedMeasure) => {
    const known = new Set(evidence.map(keyOf));
    return findings.every((ref) => known.has(keyOf(ref)));
  };
  const named = ({ measureId, title, state }: ListedMeasure) => ({ measureId, title, state });
  return {
    offered: open.filter((one) => !hasAll(one)).map(named),
    have: open.filter(hasAll).map(named),
  };
}

/** What a form of a measure offers: people of the consortium, and rounds that asked the participants of trainings. */
export type Choices = {
  people: { accountId: string; name: string }[];
  rounds: { roundId: string; title: Text; wave: string }[];
};

/** `also`: who sees to it now, whatever has become of the account. */
export async function readChoices(db: Db, also: string | null = null): Promise<Choices> {
  const [people, rounds] = await Promise.all([
    queries.listConsortium(db, also ? [also] : []),
    queries.listRoundsOf(db, EVALUATION),
  ]);
  return {
    people: people.map(({ account_id: accountId, name }) => ({ accountId, name })),
    rounds: rounds.map(({ round_id: roundId, title, wave }) => ({ roundId, title, wave })),
  };
}

/** What projects read of a measure that has been decided: not who sees to it, nor what it costs. */
export type Outcome = Pick<
  Measure,
  "measureId" | "title" | "kind" | "startsOn" | "endsOn" | "audience" | "result" | "state"
> & {
  /** what it was decided for, with the round in which projects said so */
  evidence: (EvidenceName & { roundId: string })[];
};

/** What has been decided and not dropped, what begins last first. */
export async function readOutcomes(db: Db): Promise<Outcome[]> {
  const [rows, evidence] = await Promise.all([queries.listMeasures(db), queries.listEvidence(db)]);
  const by = Map.groupBy(evidence, (row) => row.measure_id);
  return rows
    .filter(({ state }) => FOR_PROJECTS.includes(state))
    .map((row) => {
      const { measureId, title, kind, startsOn, endsOn, audience, result, state } = measureOf(row);
      const why = (by.get(row.measure_id) ?? []).map((one) => ({ ...nameOf(one), roundId: one.round_id }));
      return { measureId, title, kind, startsOn, endsOn, audience, result, state, evidence: why };
    })
    .reverse();
}

function measureOf(row: queries.MeasureRow): Measure {
  const { title, kind, why, state, responsible, audience, budget, result, revision } = row;
  return {
    ...{ measureId: row.measure_id, title, kind, why, state, droppedFrom: row.dropped_from },
    ...{ responsibleId: row.responsible_id, responsible, startsOn: row.starts_on, endsOn: row.ends_on },
    ...{ audience, budget, result, roundId: row.round_id, revision },
  };
}

function nameOf({ release_id: releaseId, item, label, title, wave }: EvidenceRow): EvidenceName {
  return { releaseId, item, label, title, wave };
}

type EvidenceRow = Omit<Awaited<ReturnType<typeof queries.listEvidence>>[number], "measure_id" | "round_id">;

/** Puts people and rounds in place of their ids; `null` where the account or the round is gone: nothing tells what it was. */
async function readWords(db: Db, measureId: string): Promise<(change: MeasureChange) => ChangeInWords> {
  const [people, rounds] = await Promise.all([
    queries.listNamedPeople(db, measureId),
    queries.listRoundsOf(db, EVALUATION),
  ]);
  const names = new Map(people.map(({ account_id, name }) => [account_id, name]));
  const waves = new Map(rounds.map(({ round_id, wave }) => [round_id, wave]));
  return ({ field, from, to }) => {
    if (field === "evidence") return { field, from: "", to: "" };
    const words = field === "responsible_id" ? names : field === "round_id" ? waves : null;
    const write = (value: string) => (words === null || value === "" ? value : (words.get(value) ?? null));
    return { field, from: write(from), to: write(to) };
  };
}
