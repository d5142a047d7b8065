import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { readingsOf } from "#app/domain/measures/before-after.ts";
import type { TypedMeasure } from "#app/domain/measures/check-measure.ts";
import { changeMeasure, proposeMeasure, stepMeasure } from "#app/domain/measures/edit-measures.server.ts";
import { readEvidence } from "#app/domain/measures/read-evidence.server.ts";
import { readMeasure, readMeasures, readOutcomes } from "#app/domain/measures/read-measures.server.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { Tx } from "#db/client.server.ts";
import { listReleases } from "#db/queries/releases.server.ts";
import { startTransaction, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject, viewerOf } from "../../../support/people.ts";
import { createSeededDatabase } from "../../../support/seeded.ts";

const ITEM = "bed_gedeckt/psych_netz";
const TYPED: TypedMeasure = {
  ...{ title: "Arbeitsgruppe", kind: "working_group", why: "Kaum Therapieplätze", audience: "", budget: "open" },
  ...{ responsible: "", responsibleName: "", startsOn: "1.3.2027", endsOn: "2027-06-30", result: "", roundId: "" },
  evidence: [],
};

/** The Problem with which something is refused. */
const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => Promise.reject(new Error("it was not refused")),
    (error: Problem) => error,
  );

let database: TestDatabase;
let waves: { release_id: string; round_id: string }[];
let tx: Tx;
let rollback: () => Promise<void>;
let actorId: string;

beforeAll(async () => {
  database = await createSeededDatabase();
  const released = await listReleases(database.report);
  waves = released.filter(({ questionnaire }) => questionnaire === "bedarfe").reverse();
}, 240_000);
afterAll(() => database?.dispose());
beforeEach(async () => {
  const test = await startTransaction(database.db);
  ({ tx, rollback } = test);
  actorId = await insertAccount(tx, { role: "steering" });
});
afterEach(() => rollback());

const acting = (measureId: string, by = actorId) => ({ measureId, actorId: by, now: new Date() });
async function propose(typed: Partial<TypedMeasure> = {}): Promise<string> {
  const measureId = randomUUID();
  await proposeMeasure(tx, acting(measureId), { ...TYPED, ...typed });
  return measureId;
}
const found = (wave = 0) => [{ releaseId: waves[wave]?.release_id as string, item: ITEM }];

test("what is typed is kept, sent twice it is one measure, and days may be typed as people write them", async () => {
  const measureId = await propose({ title: "  Arbeits\n gruppe ", evidence: found() });
  const again = (typed: Partial<TypedMeasure>, by = actorId) =>
    proposeMeasure(tx, acting(measureId, by), { ...TYPED, title: "Arbeitsgruppe", evidence: found(), ...typed });
  await again({ title: "Arbeits gruppe" });
  // Under the same id other words, or somebody else's, are not dropped without a word.
  expect((await refusal(again({ title: "Anderes" }))).code).toBe("different-body");
  expect((await refusal(again({ title: "Arbeits gruppe", evidence: [] }))).code).toBe("different-body");
  const other = await insertAccount(tx, { role: "coordination" });
  expect((await refusal(again({ title: "Arbeits gruppe" }, other))).code).toBe("different-body");
  const { measure, events } = await readMeasure(tx, measureId);
  expect(measure).toMatchObject({ title: "Arbeits gruppe", state: "proposed", revision: 1, startsOn: "2027-03-01" });
  expect(measure.evidence).toMatchObject([{ item: ITEM, releaseId: waves[0]?.release_id }]);
  expect(events).toMatchObject([{ actor: "Test steering", state: "proposed", changes: [] }]);
});

test("sent again after it was changed it is still the measure that it was", async () => {
  const measureId = await propose({ responsible: "name", responsibleName: "Frau Beispiel", evidence: found() });
  const typed = { ...TYPED, title: "Neuer Titel", responsible: "name", responsibleName: "Herr Muster" };
  await changeMeasure(tx, { ...acting(measureId), revision: 1 }, typed);
  const first = { ...TYPED, responsible: "name", responsibleName: "Frau Beispiel", evidence: found() };
  await proposeMeasure(tx, acting(measureId), first);
  expect((await refusal(proposeMeasure(tx, acting(measureId), typed))).code).toBe("different-body");
  const { measure, events } = await readMeasure(tx, measureId);
  expect(measure.title).toBe("Neuer Titel");
  // Names of people without an account stay in no history.
  expect(JSON.stringify(events)).not.toMatch(/Beispiel|Muster/);
  expect(events[0]?.changes).toContainEqual({ field: "responsible_name", from: "", to: "" });
});

test("a name that was typed is kept, also where the chooser says nobody, and is a fault beside an account", async () => {
  const measureId = await propose({ responsibleName: "Frau Beispiel" });
  expect((await readMeasure(tx, measureId)).measure).toMatchObject({
    ...{ responsible: "Frau Beispiel", responsibleId: null },
  });
  const both = { responsible: actorId, responsibleName: "Frau Beispiel" };
  expect((await refusal(propose(both))).faults).toMatchObject([{ path: "/responsibleName", code: "not-both" }]);
});

test("what is wrong is named at its field, and nothing is made", async () => {
  const before = await readMeasures(tx);
  const wrong = {
    title: " ",
    why: "x".repeat(4001),
    ...{ responsible: "name", startsOn: "31.2.2027", roundId: waves[0]?.round_id as string },
    evidence: [{ releaseId: waves[0]?.release_id as string, item: "gibt_es/nicht" }],
  };
  const faults = (await refusal(propose(wrong))).faults.map(({ code, path }) => `${path} ${code}`);
  expect(faults.sort()).toEqual([
    "/evidence unknown",
    "/responsibleName missing",
    "/roundId unknown",
    "/startsOn no-day",
    "/title missing",
    "/why too-long",
  ]);
  expect((await refusal(propose({ startsOn: "2027-05-02", endsOn: "2027-05-01" }))).faults).toMatchObject([
    { path: "/endsOn", code: "until-before-from" },
  ]);
  // Somebody of a project has an account, but no part in the consortium.
  const lead = await insertAccount(tx, { role: "lead", ...(await insertProject(tx)) });
  expect((await refusal(propose({ responsible: lead }))).faults).toMatchObject([{ path: "/responsible" }]);
  expect(await readMeasures(tx)).toEqual(before);
});

test("of two people who edit the same revision one writes; the other is told, and nothing is overwritten", async () => {
  const measureId = await propose();
  const other = await insertAccount(tx, { role: "coordination" });
  await changeMeasure(tx, { ...acting(measureId), revision: 1 }, { ...TYPED, title: "Erste Fassung" });
  const late = { ...acting(measureId, other), revision: 1 };
  expect((await refusal(changeMeasure(tx, late, { ...TYPED, title: "Zweite Fassung" }))).code).toBe("changed-since");
  // Who typed the very same has nothing to be told.
  await changeMeasure(tx, late, { ...TYPED, title: "Erste Fassung" });
  expect((await refusal(stepMeasure(tx, { ...late, to: "decided" }))).code).toBe("changed-since");
  expect((await readMeasure(tx, measureId)).measure).toMatchObject({ title: "Erste Fassung", revision: 2 });
  await changeMeasure(tx, { ...late, revision: 2 }, { ...TYPED, title: "Zweite Fassung" });
  const { events } = await readMeasure(tx, measureId);
  expect(events.map(({ actor, changes }) => [actor, changes])).toEqual([
    ["Test coordination", [{ field: "title", from: "Erste Fassung", to: "Zweite Fassung" }]],
    ["Test steering", [{ field: "title", from: "Arbeitsgruppe", to: "Erste Fassung" }]],
    ["Test steering", []],
  ]);
});

test("the database lets nobody skip a revision or touch the history", async () => {
  const measureId = await propose();
  const attempt = async (statement: string) => {
    await sql`savepoint attempt`.execute(tx);
    const failed = await sql
      .raw(statement)
      .execute(tx)
      .then(
        () => "done",
        (error: { code?: string }) => error.code,
      );
    await sql`rollback to savepoint attempt`.execute(tx);
    return failed;
  };
  expect(await attempt(`update measure set revision = 5 where measure_id = '${measureId}'`)).toBe("P0101");
  for (const statement of ["update measure_event set number = 9", "delete from measure_event", "delete from measure"]) {
    expect(await attempt(statement), statement).toBe("42501");
  }
});

test("steps go on, back and out of the plan; what was dropped goes back to where it was", async () => {
  const measureId = await propose();
  const step = async (to: Parameters<typeof stepMeasure>[1]["to"]) => {
    const { measure } = await readMeasure(tx, measureId);
    await stepMeasure(tx, { ...acting(measureId), revision: measure.revision, to });
  };
  expect((await refusal(step("done"))).code).toBe("invalid-request");
  for (const to of ["decided", "running", "dropped", "running", "decided", "proposed"] as const) await step(to);
  const { measure, events } = await readMeasure(tx, measureId);
  expect(measure).toMatchObject({ state: "proposed", revision: 7 });
  expect(events.map(({ state }) => state)).toEqual([
    ...["proposed", "decided", "running", "dropped", "running", "decided", "proposed"],
  ]);
});

test("projects read what is decided, and nothing of who pays, who sees to it or why", async () => {
  const seeded = (await readOutcomes(tx)).length;
  const measureId = await propose({ result: "Ein Ergebnis", budget: "over_50000", evidence: found() });
  expect(await readOutcomes(tx)).toHaveLength(seeded);
  await stepMeasure(tx, { ...acting(measureId), revision: 1, to: "decided" });
  const mine = (await readOutcomes(tx)).find((one) => one.measureId === measureId);
  expect(Object.keys(mine ?? {}).sort()).toEqual([
    ...["audience", "endsOn", "evidence", "kind", "measureId", "result", "startsOn", "state", "title"],
  ]);
  await stepMeasure(tx, { ...acting(measureId), revision: 2, to: "dropped" });
  expect(await readOutcomes(tx)).toHaveLength(seeded);
});

test("evidence stands beside the same item of the next wave, both as the answers give them", async () => {
  const { rows } = await sql<{ round_id: string; mean: number; n: number }>`
    select round_id, avg(code::numeric)::float8 as mean, count(*)::int as n
    from cell join response using (round_id, response_id)
    where item = ${ITEM} and state = 'submitted' and visible and code in ('1', '2', '3', '4', '5')
    group by round_id`.execute(database.owner);
  const counted = new Map(rows.map((row) => [row.round_id, row]));
  const [one] = readingsOf(await readEvidence(database.report, found()));
  const [first, second] = waves.map(({ round_id }) => counted.get(round_id));
  expect(one?.evidence.after?.change).toBe("identical");
  expect(one?.compared?.before).toMatchObject({ kind: "mean", low: 1, high: 5, base: first?.n });
  expect(one?.compared?.before.kind === "mean" && one.compared.before.mean).toBeCloseTo(first?.mean ?? 0, 9);
  expect(one?.compared?.after.kind === "mean" && one.compared.after.mean).toBeCloseTo(second?.mean ?? 0, 9);
  // The newest wave waits for the next one; what no release holds is no evidence.
  expect(readingsOf(await readEvidence(database.report, found(1)))[0]).toMatchObject({ compared: null });
  const nothing = [
    { releaseId: randomUUID(), item: ITEM },
    { ...found()[0], item: "x" } as { releaseId: string; item: string },
  ];
  expect(await readEvidence(database.report, nothing)).toEqual([]);
});

test("the sample has six measures in all states, one of them rated by those who took part", async () => {
  const all = await readMeasures(tx);
  expect(all).toHaveLength(6);
  expect(new Set(all.map(({ state }) => state)).size).toBe(5);
  expect(all.filter(({ roundId }) => roundId)).toHaveLength(1);
  expect(all.every(({ evidence }) => evidence.length > 0)).toBe(true);
});

test("the file with one's own data holds the measures one sees to and the steps one took", async () => {
  const measureId = await propose({ responsible: actorId });
  await stepMeasure(tx, { ...acting(measureId), revision: 1, to: "decided" });
  const data = await collectOwnData(tx, await viewerOf(tx, actorId), "de", new Date());
  expect(data.measures).toEqual([{ title: "Arbeitsgruppe", state: "decided" }]);
  await changeMeasure(tx, { ...acting(measureId), revision: 2 }, { ...TYPED, why: "Neue Gründe" });
  const { measureSteps } = await collectOwnData(tx, await viewerOf(tx, actorId), "de", new Date());
  expect(measureSteps).toMatchObject([
    { title: "Arbeitsgruppe", step: "proposed", changes: [] },
    { title: "Arbeitsgruppe", step: "decided", changes: [{ field: "state", to: "decided" }] },
    // Whom a step names is not told: it may be somebody else.
    {
      title: "Arbeitsgruppe",
      step: "changed",
      changes: [{ field: "why", to: "Neue Gründe" }, { field: "responsible_id" }],
    },
  ]);
});
