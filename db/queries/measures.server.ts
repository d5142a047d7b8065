import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { MeasureEventTable, MeasureTable } from "../tables/measure.ts";

export type MeasureRow = MeasureTable & {
  /** the name of the account, or the name that was typed; empty where nobody sees to it */
  responsible: string;
  /** the last state but that of being dropped: where it goes back to if it was */
  dropped_from: MeasureTable["state"] | null;
};

const measures = (db: Db | Tx) =>
  db
    .selectFrom("measure")
    .leftJoin("account", "account.account_id", "measure.responsible_id")
    .selectAll("measure")
    .select(sql<string>`coalesce(account.name, measure.responsible_name)`.as("responsible"))
    .select(({ selectFrom }) =>
      selectFrom("measure_event")
        .select("measure_event.state")
        .whereRef("measure_event.measure_id", "=", "measure.measure_id")
        .where("measure_event.state", "not in", ["dropped"])
        .orderBy("number", "desc")
        .limit(1)
        .as("dropped_from"),
    );

/** All measures by the day on which they begin; those without a day come last. */
export function listMeasures(db: Db | Tx): Promise<MeasureRow[]> {
  return measures(db)
    .orderBy("starts_on", (order) => order.asc().nullsLast())
    .orderBy("title")
    .orderBy("measure_id")
    .execute();
}

export function findMeasure(db: Db | Tx, measureId: string): Promise<MeasureRow | undefined> {
  return measures(db).where("measure_id", "=", measureId).executeTakeFirst();
}

/** The measure, locked until the transaction ends. */
export function lockMeasure(tx: Tx, measureId: string): Promise<MeasureTable | undefined> {
  return tx.selectFrom("measure").selectAll().where("measure_id", "=", measureId).forUpdate().executeTakeFirst();
}

/** False where there is one with this id already. */
export async function insertMeasure(tx: Tx, row: MeasureTable): Promise<boolean> {
  const made = await tx
    .insertInto("measure")
    .values(row)
    .onConflict((conflict) => conflict.column("measure_id").doNothing())
    .returning("measure_id")
    .executeTakeFirst();
  return made !== undefined;
}

export async function updateMeasure(tx: Tx, { measure_id: id, ...fields }: MeasureTable): Promise<void> {
  await tx.updateTable("measure").set(fields).where("measure_id", "=", id).execute();
}

export type EvidenceRef = { releaseId: string; item: string };

/** What measures were proposed for, of one or of all, in the order of the questionnaire. */
export function listEvidence(db: Db | Tx, measureId?: string) {
  return db
    .selectFrom("measure_evidence")
    .innerJoin("release_item", (join) =>
      join
        .onRef("release_item.release_id", "=", "measure_evidence.release_id")
        .onRef("release_item.item", "=", "measure_evidence.item"),
    )
    .innerJoin("release", "release.release_id", "measure_evidence.release_id")
    .select(["measure_evidence.measure_id", "measure_evidence.release_id", "measure_evidence.item"])
    .select(["release_item.label", "release.title", "release.wave", "release.round_id"])
    .$if(measureId !== undefined, (query) => query.where("measure_evidence.measure_id", "=", measureId as string))
    .orderBy("release.made_at")
    .orderBy("release_item.position")
    .execute();
}

/** What the named items are called, with the release of each. */
export async function listEvidenceNames(db: Db | Tx, refs: readonly EvidenceRef[]) {
  if (refs.length === 0) return [];
  return db
    .selectFrom("release_item")
    .innerJoin("release", "release.release_id", "release_item.release_id")
    .select(["release_item.release_id", "release_item.item", "release_item.label", "release.title", "release.wave"])
    .where(({ eb, or, and }) =>
      or(
        refs.map(({ releaseId, item }) =>
          and([eb("release_item.release_id", "=", releaseId), eb("release_item.item", "=", item)]),
        ),
      ),
    )
    .execute();
}

/** Those of the named items that a release holds and whose total it shows. */
export async function findEvidence(db: Db | Tx, refs: readonly EvidenceRef[]): Promise<EvidenceRef[]> {
  if (refs.length === 0) return [];
  const rows = await db
    .selectFrom("release_item")
    .select(["release_id", "item"])
    .where(({ eb, or, and }) =>
      or(refs.map(({ releaseId, item }) => and([eb("release_id", "=", releaseId), eb("item", "=", item)]))),
    )
    .where(sql<boolean>`'total' <> all (withheld)`)
    .execute();
  return rows.map((row) => ({ releaseId: row.release_id, item: row.item }));
}

/** Puts these in place of what there was. */
export async function replaceEvidence(tx: Tx, measureId: string, refs: readonly EvidenceRef[]): Promise<void> {
  await tx.deleteFrom("measure_evidence").where("measure_id", "=", measureId).execute();
  if (refs.length === 0) return;
  const rows = refs.map(({ releaseId, item }) => ({ measure_id: measureId, release_id: releaseId, item }));
  await tx.insertInto("measure_evidence").values(rows).execute();
}

export async function insertMeasureEvent(tx: Tx, event: MeasureEventTable): Promise<void> {
  await tx
    .insertInto("measure_event")
    .values({ ...event, changes: jsonb(event.changes) })
    .execute();
}

/** Every step with who took it, the latest first. */
export function listMeasureEvents(db: Db | Tx, measureId: string) {
  return db
    .selectFrom("measure_event")
    .innerJoin("account", "account.account_id", "measure_event.by")
    .select(["measure_event.at", "measure_event.state", "measure_event.changes", "account.name as actor"])
    .where("measure_id", "=", measureId)
    .orderBy("number", "desc")
    .execute();
}

/** The same for the domain: who took each step, by the ids of their accounts, and what it changed. */
export function listMeasureSteps(db: Db | Tx, measureId: string) {
  return db
    .selectFrom("measure_event")
    .select(["by", "changes"])
    .where("measure_id", "=", measureId)
    .orderBy("number", "desc")
    .execute();
}

/** The last state that was not being dropped. */
export async function findDroppedFrom(db: Db | Tx, measureId: string): Promise<MeasureTable["state"] | null> {
  const row = await db
    .selectFrom("measure_event")
    .select("state")
    .where("measure_id", "=", measureId)
    .where("state", "not in", ["dropped"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.state ?? null;
}

/** Accounts that the history of a measure names as those who saw to it. */
export async function listNamedPeople(db: Db | Tx, measureId: string) {
  const { rows } = await sql<{ account_id: string; name: string }>`
    select account_id::text, name from account where account_id::text in (
      select unnest(array[change ->> 'from', change ->> 'to'])
      from measure_event, jsonb_array_elements(changes) change
      where measure_id = ${measureId} and change ->> 'field' = 'responsible_id'
    )`.execute(db);
  return rows;
}

/** Open accounts of the consortium, by name; with `also` those that are named there, whatever has become of them. */
export function listConsortium(db: Db | Tx, also: readonly string[] = []) {
  return db
    .selectFrom("account")
    .select(["account_id", "name"])
    .where(({ eb, exists, selectFrom, and, or }) =>
      or([
        and([
          eb("disabled_at", "is", null),
          exists(
            selectFrom("membership")
              .select("membership_id")
              .whereRef("membership.account_id", "=", "account.account_id")
              .where("project_id", "is", null),
          ),
        ]),
        ...(also.length > 0 ? [eb("account_id", "in", [...also])] : []),
      ]),
    )
    .orderBy("name")
    .orderBy("account_id")
    .execute();
}

/** Rounds of a questionnaire that have begun, the latest first, with their newest final release where there is one. */
export function listRoundsOf(db: Db | Tx, questionnaire: string) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["round.round_id", "round.title", "round.wave", "round.closes_at"])
    .select(({ selectFrom }) =>
      selectFrom("release")
        .select("release_id")
        .whereRef("release.round_id", "=", "round.round_id")
        .where("kind", "=", "final")
        .orderBy("number", "desc")
        .limit(1)
        .as("release_id"),
    )
    .where("questionnaire.name", "=", questionnaire)
    .where("round.state", "not in", ["draft", "cancelled"])
    .orderBy("round.closes_at", "desc")
    .execute();
}
