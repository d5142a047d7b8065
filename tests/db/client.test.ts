import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { assertDurable, type Db, isUnavailable, jsonb, openDatabase, type Tx, transact } from "#db/client.server.ts";
import { asSuperuser } from "../support/cluster.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let tx: Tx;
let rollback: () => Promise<void>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
});
afterEach(() => rollback());

const entry = { actor_id: null, verb: "test", object: "test", object_id: "1" };
const countAudit = async (db: Db | Tx) =>
  (
    await db
      .selectFrom("audit")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow()
  ).n;

test("counts, numerics and days arrive as they are meant", async () => {
  const { rows } = await sql`select count(*) as n, 1.5::numeric as share, date '2026-03-01' as day`.execute(tx);
  expect(rows).toEqual([{ n: 1, share: 1.5, day: "2026-03-01" }]);
});

test.each([[[1, "zwei", null]], [{ ä: [] }], ["Text"], [0], [false]])("jsonb keeps %j", async (value) => {
  const { rows } = await sql<{ value: unknown }>`select ${jsonb<unknown>(value)} as value`.execute(tx);
  expect(rows[0]?.value).toEqual(value);
});

test("transact joins the transaction that it is given", async () => {
  await transact(tx, (inner) => inner.insertInto("audit").values(entry).execute());
  expect(await countAudit(tx)).toBe(1);
  expect(await countAudit(database.db)).toBe(0);
});

test("transact undoes everything when the work fails", async () => {
  const work = transact(database.db, async (inner) => {
    await inner.insertInto("audit").values(entry).execute();
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await countAudit(database.db)).toBe(0);
});

test("a connection that the server cut is replaced; what was under way counts as unavailable", async () => {
  const db = openDatabase(database.urls.app, { name: "test-cut", max: 2 });
  const cut = () =>
    asSuperuser(inject("adminUrl"), (client) =>
      client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test-cut'"),
    );
  await countAudit(db);
  await cut();
  await expect.poll(() => countAudit(db).catch(() => -1)).toBe(0);
  const sleeping = sql`select pg_sleep(20)`.execute(db).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await cut();
  expect(isUnavailable(await sleeping)).toBe(true);
  await expect.poll(() => countAudit(db).catch(() => -1)).toBe(0);
  await db.destroy();
});

test("however a cut meets a transaction, it ends as done or as unavailable, and never as an uncaught error", async () => {
  const db = openDatabase(database.urls.app, { name: "test-storm", max: 4 });
  const steps = async (inner: Tx) => {
    for (let step = 0; step < 20; step += 1) await sql`select 1`.execute(inner);
  };
  await asSuperuser(inject("adminUrl"), async (client) => {
    for (let round = 0; round < 15; round += 1) {
      const work = [1, 2, 3, 4].map(() => transact(db, steps).catch((error: unknown) => error));
      await new Promise((resolve) => setTimeout(resolve, round % 8));
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test-storm'",
      );
      for (const error of await Promise.all(work))
        expect(error === undefined || isUnavailable(error), String(error)).toBe(true);
    }
  });
  await db.destroy();
});

test("a pool with nothing free answers within seconds that it is unavailable", async () => {
  const db = openDatabase(database.urls.app, { name: "test-busy", max: 1 });
  const busy = sql`select pg_sleep(4)`.execute(db);
  const started = performance.now();
  expect(isUnavailable(await countAudit(db).catch((error: unknown) => error))).toBe(true);
  expect(performance.now() - started).toBeLessThan(3500);
  await busy;
  await db.destroy();
});

test("who loses a deadlock, or a race between serializable transactions, may try again", async () => {
  const db = database.db;
  const lock = (key: number) => (inner: Tx) => sql`select pg_advisory_xact_lock(${key})`.execute(inner);
  const crossed = async (first: number, second: number, met: () => Promise<void>) =>
    transact(db, async (inner) => {
      await lock(first)(inner);
      await met();
      await lock(second)(inner);
    }).catch((error: unknown) => error);
  let waiting: (() => void) | undefined;
  const both = () =>
    new Promise<void>((resolve) => {
      if (!waiting) waiting = resolve;
      else for (const go of [waiting, resolve]) go();
    });
  const [loser, ...more] = (await Promise.all([crossed(1, 2, both), crossed(2, 1, both)])).filter(Boolean);
  expect([(loser as { code: string }).code, isUnavailable(loser), more]).toEqual(["40P01", true, []]);
  const lost = await sql`do $$ begin raise exception using errcode = '40001'; end $$`
    .execute(db)
    .catch((e: unknown) => e);
  expect(isUnavailable(lost)).toBe(true);
});

test("what Kysely reads again and again is prepared; what a migration outdated may be tried again", async () => {
  const db = openDatabase(database.urls.owner, { name: "test-prepared", max: 1, lasting: true });
  const prepared = async () => {
    const { rows } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements where statement ~ '^\\s*(select|insert).* "?prepared_sample'`.execute(
      db,
    );
    return rows.map(({ statement }) => statement);
  };
  const sample = db.withTables<{ prepared_sample: { a: number } }>();
  await sql`create table prepared_sample (a int)`.execute(db);
  const read = (a: number) => sample.selectFrom("prepared_sample").selectAll().where("a", "=", a).execute();
  for (const a of [1, 2, 3, 4]) {
    await sample.insertInto("prepared_sample").values({ a }).execute();
    // Written by hand.
    await sql`
      select * from prepared_sample where a = ${a}`.execute(db);
    expect(await read(a)).toEqual([{ a }]);
    expect(await prepared()).toEqual(a < 3 ? [] : ['select * from "prepared_sample" where "a" = $1']);
  }
  await sql`alter table prepared_sample add column b int`.execute(db);
  const outdated = await read(1).catch((error: unknown) => error);
  expect(isUnavailable(outdated)).toBe(true);
  for (const a of [1, 2, 3, 4]) expect(await read(a)).toEqual([{ a, b: null }]);

  // Another type under the same name: what was prepared says so itself, and is forgotten.
  await sql`alter table prepared_sample drop column b, alter column a type text`.execute(db);
  const answers = [];
  for (const a of [1, 2, 3]) answers.push(await read(a).catch((error: unknown) => isUnavailable(error)));
  expect([true, false]).toContain(answers[0]);
  expect(answers.slice(1)).toEqual([[{ a: "2" }], [{ a: "3" }]]);
  await db.destroy();
});

test("what is asked for a while only is not prepared", async () => {
  const db = openDatabase(database.urls.app, { name: "test-passing", max: 1 });
  for (let turn = 0; turn < 5; turn += 1) await countAudit(db);
  const { rows } = await sql`select 1 from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([]);
  await db.destroy();
});

test("a mistake of ours is not taken for an absent database", async () => {
  const mistake = await sql`select nothing from nowhere`.execute(database.db).catch((error: unknown) => error);
  expect(isUnavailable(mistake)).toBe(false);
});

test("a server that would forget acknowledged rows is refused", async () => {
  await assertDurable(database.db);
  const forgetful = new URL(database.urls.app);
  forgetful.searchParams.set("options", "-c synchronous_commit=off");
  const db = openDatabase(forgetful.href, { name: "test-forgetful", max: 1 });
  await expect(assertDurable(db)).rejects.toThrow(/synchronous_commit/);
  await db.destroy();
});
