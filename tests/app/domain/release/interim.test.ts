import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { readInterimOutlook } from "#app/domain/release/outlook.server.ts";
import { readReleases, readReport } from "#app/domain/report/read-report.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { transact } from "#db/client.server.ts";
import { insertResponseEvent, withdraw } from "#db/queries/response-events.server.ts";
import { insertSubmission } from "#db/queries/submissions.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import { insertRound, CLOSED_AT as now, type Participant, participants } from "./sample-round.ts";

let database: TestDatabase;
let roundId: string;

/** Of the sample so many have submitted, the others are at it; `organisationOf` says whose they are. */
const people = (submitted: number, organisationOf = (i: number) => i % 12): Participant[] =>
  participants().map((one, i) => ({ ...one, organisation: organisationOf(i), draft: i >= submitted }));

beforeAll(async () => {
  database = await createDatabase();
});
beforeEach(async () => {
  roundId = await insertRound(database.db, people(30));
});
afterAll(() => database?.dispose());

const interim = (id = roundId) => makeRelease(database.db, { roundId: id, actorId: null, now, kind: "interim" });
const outlook = (id = roundId) => readInterimOutlook(database.db, { round_id: id, strict: false });

/** Responses of the round in the order of their projects. */
const responses = (id = roundId) =>
  database.db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .select(["response.response_id", "response.state"])
    .where("response.round_id", "=", id)
    .orderBy(({ ref }) => ref("project.name").$castTo<string>())
    .execute();

/** So many of those who are at it submit. */
async function submit(count: number, id = roundId): Promise<string[]> {
  const ids = (await responses(id)).filter(({ state }) => state === "draft").map((row) => row.response_id);
  const chosen = ids.slice(0, count);
  await database.db
    .updateTable("response")
    .set({ state: "submitted", submitted_at: new Date() })
    .where("response_id", "in", chosen)
    .execute();
  return chosen;
}

/** Some that had submitted submit again, with another answer to one question where `otherwise`. */
async function submitAgain(ids: string[], otherwise: boolean): Promise<void> {
  const { db } = database;
  await db.updateTable("response").set({ submitted_at: new Date() }).where("response_id", "in", ids).execute();
  if (!otherwise) return;
  const cells = db.selectFrom("cell").selectAll().where("response_id", "in", ids).where("item", "=", "bed/zugang");
  const changed = (await cells.execute()).map((cell) => ({ ...cell, code: cell.code === "1" ? "2" : "1", number: 1 }));
  await db.deleteFrom("cell").where("response_id", "in", ids).where("item", "=", "bed/zugang").execute();
  await db.insertInto("cell").values(changed).execute();
}

/** One that was submitted anew before it was withdrawn. */
function withdrawAgain(responseId: string): Promise<void> {
  const key = { roundId, responseId };
  const submission = { submissionId: randomUUID(), seq: 0, receipt: randomUUID(), answers: {}, invisible: [] };
  return transact(database.db, async (tx) => {
    await insertSubmission(tx, key, { ...submission, checksum: "x", actorId: null });
    await insertResponseEvent(tx, key, { eventId: randomUUID(), kind: "withdrawn", reason: "", actorId: null });
    await withdraw(tx, key);
  });
}

test("counts what is in by then, as protected totals and nothing else, while the round goes on", async () => {
  const { releaseId } = await interim();
  const { release, breakdowns, blocks, newer } = await readReport(database.report, releaseId, "land");
  expect(release).toMatchObject({ kind: "interim", number: 1, submitted: 30, rule: { totals: "protected" } });
  expect([breakdowns, newer]).toEqual([[], null]);
  expect(blocks.length).toBeGreaterThan(3);
  const figures = await database.report
    .selectFrom("release_figure")
    .selectAll()
    .where("release_id", "=", releaseId)
    .execute();
  expect(new Set(figures.map((row) => row.breakdown))).toEqual(new Set(["total"]));
  const counts = figures.flatMap((row) => [row.base, row.unanswered, ...row.counts.map(({ n }) => n)]);
  expect(counts.filter((n) => n % 3 !== 0)).toEqual([]);
  expect(figures.filter((row) => row.item === "faelle").map(({ mean, median }) => [mean, median])).toEqual([
    [null, null],
  ]);
  expect(await submit(1)).toHaveLength(1);
  const { state } = await database.db
    .selectFrom("round")
    .select("state")
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  expect(state).toBe("open");
});

test("comes in batches, twice at most, and the final release is exact again and the newest", async () => {
  expect(await outlook()).toEqual({ made: [], most: 2, fresh: 30, obstacle: null });
  await interim();
  expect((await outlook()).obstacle).toEqual({ kind: "responses", n: 0, minimum: 6 });
  await submit(5);
  expect((await outlook()).obstacle).toEqual({ kind: "responses", n: 5, minimum: 6 });
  expect(await outcomeOf(interim())).toBe("too-few-respondents");
  await submit(1);
  expect(await outlook()).toMatchObject({ fresh: 6, obstacle: null });
  await interim();
  await submit(10);
  expect(await outlook()).toMatchObject({ fresh: 10, obstacle: null, made: [{ number: 2 }, { number: 1 }] });
  expect(await outcomeOf(interim())).toBe("interims-used");
  await closeRound(database.db, { roundId, actorId: null, now });
  expect(await outcomeOf(interim())).toBe("round-closed");
  const { releaseId } = await makeRelease(database.db, { roundId, actorId: null, now });
  const listed = (await readReleases(database.report)).filter((one) => one.roundId === roundId);
  expect(listed).toMatchObject([{ releaseId, number: 3, kind: "final", submitted: 46, rule: { totals: "exact" } }]);
  expect(listed[0]?.earlier.map(({ number, kind }) => [number, kind])).toEqual([
    [2, "interim"],
    [1, "interim"],
  ]);
  const second = listed[0]?.earlier[0]?.releaseId as string;
  expect((await readReport(database.report, second, null)).newer).toMatchObject({ releaseId, number: 3 });
});

test("is refused where those who are new are of too few organisations, though all together are not", async () => {
  const two = await insertRound(
    database.db,
    people(30, (i) => (i < 30 ? i % 12 : i % 2)),
  );
  await interim(two);
  await submit(12, two);
  expect((await outlook(two)).obstacle).toEqual({ kind: "organisations", n: 2, minimum: 3 });
  expect(await outcomeOf(interim(two))).toBe("too-few-respondents");
});

test("counts who answered otherwise as new, and not who sent in the same again or withdrew", async () => {
  await interim();
  const submitted = (await responses()).filter(({ state }) => state === "submitted").map((row) => row.response_id);
  await submitAgain(submitted.slice(0, 8), false);
  for (const responseId of submitted.slice(8, 12)) await withdrawAgain(responseId);
  expect((await outlook()).obstacle).toEqual({ kind: "responses", n: 0, minimum: 6 });
  await submitAgain(submitted.slice(12, 17), true);
  expect((await outlook()).obstacle).toEqual({ kind: "responses", n: 5, minimum: 6 });
  await submit(1);
  expect(await outlook()).toMatchObject({ fresh: 6, obstacle: null });
  await interim();
});

test("made of the same answers with the same key, the parts are the same bytes", async () => {
  await interim();
  const made: string[] = [];
  await submit(8);
  for (const _ of [1, 2]) {
    const tx = await database.db.startTransaction().setIsolationLevel("repeatable read").execute();
    const { releaseId } = await makeRelease(tx, { roundId, actorId: null, now: new Date(), kind: "interim" });
    const rows = [];
    for (const table of ["release_group", "release_item", "release_figure"] as const) {
      const part = tx
        .selectFrom(table as "release_item")
        .selectAll()
        .where("release_id", "=", releaseId);
      rows.push(...(await part.execute()).map(({ release_id: _id, ...row }) => JSON.stringify(row)));
    }
    made.push(rows.sort().join("\n"));
    await tx.rollback().execute();
  }
  expect(made[0]?.length).toBeGreaterThan(1000);
  expect(made[1]).toBe(made[0]);
});

test("there is none of an anonymous round: what came in is not read before it is closed", async () => {
  const anonymous = await insertRound(database.db, people(30), { privacy: "anonymous" });
  expect(await outcomeOf(interim(anonymous))).toBe("not-found");
});
