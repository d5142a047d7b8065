import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseKeptLongEnough, KEPT_DAYS } from "#app/domain/responses/retention.server.ts";
import { withdrawResponse } from "#app/domain/responses/take-back.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { readHistory } from "#app/domain/rounds/history.server.ts";
import { changeTalk } from "#app/domain/talk/change-talk.server.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { attempt, CLOSED, NO_RIGHT } from "../../../support/refusal.ts";
import { openWorkingSheet, type Tools, type Working } from "./submitted-sheet.ts";

const DAY_MS = 86_400_000;
const NOW = new Date();

let database: TestDatabase;
let post: TestPost;
let tools: Tools & { end: () => Promise<void> };

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  const checking = createCheckingPool({ threads: 1, timeoutMs: 10_000 });
  tools = { db: database.db, checking, jobs: post.jobs, end: () => checking.close() };
});
afterAll(async () => {
  await tools?.end();
  await post?.close();
  await database?.dispose();
});

/** A sheet with an answer and a note, in a round of its own that ended so many days ago. */
async function endedSheet(days: number, before: (sheet: Working, seq: number) => Promise<unknown>): Promise<Working> {
  const sheet = await openWorkingSheet(tools);
  const seq = await sheet.answer({ plan: "kurz", zahl: 3 });
  const note = { noteId: randomUUID(), place: "plan", kind: "comment" as const, text: "Stimmt das noch?" };
  await changeTalk(tools, sheet.member, sheet.id, { step: "note", ...note });
  await before(sheet, seq);
  await closeRound(database.db, {
    roundId: sheet.roundId,
    actorId: null,
    now: new Date(NOW.getTime() - days * DAY_MS),
  });
  return sheet;
}

/** Rows of a round by table. */
async function rowsOf({ roundId }: Working): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["response", "field", "operation", "submission", "cell", "note"]) {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(table)} where round_id = ${roundId}`.execute(database.owner);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

const NOTHING = { response: 0, field: 0, operation: 0, submission: 0, cell: 0, note: 0 };
const submit = (sheet: Working, seq: number) => sheet.submit(seq);
const leave = async () => {};

test("drafts and notes go some time after the end of their round; what was submitted stays as it is", async () => {
  const draft = await endedSheet(KEPT_DAYS + 1, leave);
  const submitted = await endedSheet(KEPT_DAYS + 1, submit);
  const withdrawn = await endedSheet(KEPT_DAYS + 1, async (sheet, seq) => {
    await sheet.submit(seq);
    await withdrawResponse(database.db, sheet.lead, sheet.id);
  });
  const recent = await endedSheet(KEPT_DAYS - 1, leave);
  const before = { submitted: await rowsOf(submitted), recent: await rowsOf(recent) };
  expect(before.submitted).toMatchObject({ response: 1, submission: 1, note: 1 });
  expect(before.recent).toMatchObject({ response: 1, field: 2, note: 1 });

  await eraseKeptLongEnough(database.db, NOW);
  expect(await rowsOf(draft)).toEqual(NOTHING);
  expect(await rowsOf(withdrawn)).toEqual(NOTHING);
  expect(await rowsOf(submitted)).toEqual({ ...before.submitted, note: 0 });
  expect(await rowsOf(recent)).toEqual(before.recent);

  const erased = async (sheet: Working) =>
    (await readHistory(database.db, sheet.roundId)).flatMap(({ verb, detail, byItself }) =>
      verb === "round.erase-drafts" ? [{ ...detail, byItself }] : [],
    );
  expect(await erased(draft)).toEqual([{ drafts: 1, notes: 1, byItself: true }]);
  expect(await erased(submitted)).toEqual([{ drafts: 0, notes: 1, byItself: true }]);
  expect(await erased(recent)).toEqual([]);
  await eraseKeptLongEnough(database.db, NOW);
  expect(await erased(draft)).toHaveLength(1);
});

test("the database lets nothing else erase from a round that ended, and nothing that ended lately", async () => {
  const sheet = await endedSheet(40, leave);
  const since = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
  expect(await attempt(database.db, sql`select * from erase_what_is_over(${since(29)})`)).toBe(CLOSED);
  expect(await attempt(database.report, sql`select * from erase_what_is_over(${since(50)})`)).toBe(NO_RIGHT);
  for (const table of ["response", "field", "operation", "note", "cell"]) {
    const statement = sql`delete from ${sql.table(table)} where round_id = ${sheet.roundId}`;
    const asking = async (db: TestDatabase["db"]) => {
      await sql`select set_config('praxisspiegel.erasing', 'on', true)`.execute(db);
      return attempt(db, statement);
    };
    const refused = await database.db
      .transaction()
      .execute(asking)
      .catch(() => NO_RIGHT);
    expect([NO_RIGHT, CLOSED, "done: 0"], table).toContain(refused);
    // The owner, who could, does not by accident.
    if (table !== "cell") expect(await attempt(database.owner, statement), table).toBe(CLOSED);
  }
  expect(await rowsOf(sheet)).toMatchObject({ response: 1, field: 2, note: 1 });
});
