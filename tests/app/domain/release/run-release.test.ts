import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type JobQueue, openJobs } from "#app/domain/mail/jobs.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { type MakingPool, openMakingPool } from "#app/domain/release/making-pool.server.ts";
import { requestRelease } from "#app/domain/release/request-release.server.ts";
import { runRelease, startReleaseWorker } from "#app/domain/release/run-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { transact } from "#db/client.server.ts";
import { findRunOfRound } from "#db/queries/release-runs.server.ts";
import { listReleasesOfRound } from "#db/queries/releases.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { holdUp } from "../../../support/hold-up.ts";
import { insertAccount } from "../../../support/people.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import { insertRound, CLOSED_AT as now, participants } from "./sample-round.ts";

/** Generous: a thread starts, reads our sources and opens connections of its own. */
const PATIENCE = { timeout: 60_000, interval: 100 };

let database: TestDatabase;
let queue: JobQueue;
let pool: MakingPool;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  queue = await openJobs(database.urls.app);
  pool = openMakingPool(database.urls.app);
  actorId = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await queue?.stop();
  await pool?.close();
  await database?.dispose();
});

async function closedRound(): Promise<string> {
  const roundId = await insertRound(database.db, participants());
  await closeRound(database.db, { roundId, actorId: null, now });
  return roundId;
}

const ask = (roundId: string, kind: "interim" | "final" = "final") =>
  requestRelease(database.db, queue.jobs, { roundId, kind, actorId, now });
const runOf = (roundId: string) => findRunOfRound(database.db, roundId);
const releasesOf = (roundId: string) => listReleasesOfRound(database.db, roundId);
const idOf = async (roundId: string) => (await runOf(roundId))?.release_id as string;
const attempt = (last = false) => ({ last, signal: new AbortController().signal });

/** What was frozen, without the id of the release. */
async function partsOf(db: TestDatabase["db"], releaseId: string): Promise<string> {
  const rows = [];
  for (const table of ["release_group", "release_item", "release_figure"] as const) {
    const part = db
      .selectFrom(table as "release_item")
      .selectAll()
      .where("release_id", "=", releaseId);
    rows.push(...(await part.execute()).map(({ release_id: _, ...row }) => JSON.stringify(row)));
  }
  const release = db.selectFrom("release").select("checksum").where("release_id", "=", releaseId);
  return [...rows.sort(), (await release.executeTakeFirstOrThrow()).checksum].join("\n");
}

test("killed while it was at it, nothing is there; tried again it is made once, and its bytes are those of the function", async () => {
  const roundId = await closedRound();
  await transact(database.db, (tx) =>
    keepRoundingKey(tx, { round_id: roundId, key_id: randomUUID(), key: randomBytes(32), made_at: now }),
  );
  const direct = await database.db.startTransaction().execute();
  const { releaseId } = await makeRelease(direct, { roundId, actorId, now });
  const expected = await partsOf(direct, releaseId);
  await direct.rollback().execute();

  await ask(roundId);
  await ask(roundId);
  const asked = await idOf(roundId);
  const jobs = await sql<{ n: number }>`
    select count(*) as n from pgboss.job where name = 'release' and data ->> 'releaseId' = ${asked}`.execute(
    database.db,
  );
  expect(jobs.rows[0]?.n).toBe(1);

  // It waits for the round, so that the thread is at work when it is ended.
  const kill = new AbortController();
  const goOn = await holdUp(database, roundId);
  const killed = outcomeOf(
    runRelease({ db: database.db, pool }, asked, { last: false, signal: kill.signal }).then(() => "made"),
  );
  await vi.waitFor(async () => expect((await runOf(roundId))?.stage).toBe("grouping"), PATIENCE);
  kill.abort();
  expect(await killed).not.toBe("made");
  await goOn();
  expect(await releasesOf(roundId)).toEqual([]);
  expect(await runOf(roundId)).toMatchObject({ release_id: asked, problem: null });

  await runRelease({ db: database.db, pool }, asked, attempt());
  expect(await releasesOf(roundId)).toMatchObject([{ release_id: asked, number: 1, kind: "final" }]);
  expect(await runOf(roundId)).toBeUndefined();
  expect(await partsOf(database.db, asked)).toBe(expected);
  // The job of a process that died just after the commit.
  await runRelease({ db: database.db, pool }, asked, attempt());
  expect(await releasesOf(roundId)).toHaveLength(1);
  expect(await outcomeOf(ask(roundId))).toBe("already-released");
});

test("what the rule allows no more when its turn comes is refused in words, and something else can be asked for", async () => {
  const roundId = await insertRound(database.db, participants());
  await ask(roundId, "interim");
  await closeRound(database.db, { roundId, actorId: null, now });
  await runRelease({ db: database.db, pool }, await idOf(roundId), attempt());
  expect(await runOf(roundId)).toMatchObject({ kind: "interim", problem: "round-closed" });
  expect(await releasesOf(roundId)).toEqual([]);
  await ask(roundId);
  expect(await runOf(roundId)).toMatchObject({ kind: "final", problem: null });
  await runRelease({ db: database.db, pool }, await idOf(roundId), attempt());
  expect(await releasesOf(roundId)).toMatchObject([{ kind: "final", number: 1 }]);
});

test("a fault is noted at the last attempt alone, nothing half is there, and asking again helps", async () => {
  const roundId = await closedRound();
  await ask(roundId);
  const asked = await idOf(roundId);
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  await sql`revoke insert on release_figure from praxisspiegel_app`.execute(database.owner);
  onTestFinished(async () => {
    await sql`grant insert on release_figure to praxisspiegel_app`.execute(database.owner);
  });
  await expect(runRelease({ db: database.db, pool }, asked, attempt())).rejects.toThrow("42501");
  expect((await runOf(roundId))?.problem).toBeNull();
  await runRelease({ db: database.db, pool }, asked, attempt(true));
  await sql`grant insert on release_figure to praxisspiegel_app`.execute(database.owner);
  spy.mockRestore();
  expect((await runOf(roundId))?.problem).toBe("unexpected");
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from release_group where release_id = ${asked}`.execute(database.db);
  expect([rows[0]?.n, await releasesOf(roundId)]).toEqual([0, []]);
  await ask(roundId);
  await runRelease({ db: database.db, pool }, await idOf(roundId), attempt());
  expect(await releasesOf(roundId)).toHaveLength(1);
});

test("the worker makes what was asked for, tells how far it is, and everybody who answered is told once", async () => {
  const roundId = await closedRound();
  const lead = await insertAccount(database.db, { role: "lead", projectId: await projectOf(roundId) });
  const goOn = await holdUp(database, roundId);
  await ask(roundId);
  await startReleaseWorker(queue.jobs, { db: database.db, pool });
  await vi.waitFor(async () => expect((await runOf(roundId))?.stage).toBe("grouping"), PATIENCE);
  await goOn();
  await vi.waitFor(async () => expect(await releasesOf(roundId)).toHaveLength(1), PATIENCE);
  await vi.waitFor(async () => expect(await runOf(roundId)).toBeUndefined(), PATIENCE);
  const mails = database.db.selectFrom("mail").select("kind").where("account_id", "=", lead);
  expect(await mails.execute()).toEqual([{ kind: "results" }]);
  // The page knows already that it is there; its row goes a moment later.
  const left = database.db.selectFrom("release_run").select("release_id").where("round_id", "=", roundId);
  await vi.waitFor(async () => expect(await left.execute()).toEqual([]), PATIENCE);
});

/** A project of the round that has submitted. */
async function projectOf(roundId: string): Promise<string> {
  const submitted = database.db
    .selectFrom("invitation")
    .innerJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select("project_id")
    .where("invitation.round_id", "=", roundId)
    .where("response.state", "=", "submitted");
  return (await submitted.executeTakeFirstOrThrow()).project_id as string;
}
