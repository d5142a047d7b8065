import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transact } from "#db/client.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { closeAndRelease, insertOpenLine } from "../support/line.ts";
import { attempt, NO_RIGHT } from "../support/refusal.ts";

const RELEASE_TABLES = [
  ...["release", "release_figure", "release_group", "release_item", "release_quote", "release_network"],
  // Views without those who withdrew their name; the tables of nodes and ties are closed.
  ...["shown_node", "shown_tie"],
];

let database: TestDatabase;
let tables: string[];

beforeAll(async () => {
  database = await createDatabase();
  await closeAndRelease(database.db, await insertOpenLine(database.db));
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by 1`.execute(database.owner);
  tables = rows.map((row) => row.name);
});
afterAll(() => database?.dispose());

describe("the report role", () => {
  test("reads the tables of releases", async () => {
    for (const table of RELEASE_TABLES)
      expect(await attempt(database.report, `select * from ${table}`), table).toMatch(/^done/);
    expect(await database.report.selectFrom("release_figure").selectAll().execute()).toHaveLength(1);
  });

  test("is refused every other table, the answers first of all", async () => {
    const others = tables.filter((table) => !RELEASE_TABLES.includes(table));
    expect(others).toEqual(
      expect.arrayContaining(["response", "field", "operation", "submission", "cell", "invitation"]),
    );
    for (const table of others) {
      expect(await attempt(database.report, `select * from ${table}`), table).toBe(NO_RIGHT);
      expect(await attempt(database.report, `select count(*) from ${table}`), table).toBe(NO_RIGHT);
    }
  });

  test("finds no way round: no other role, no function with another's rights, no table of its own", async () => {
    for (const role of ["praxisspiegel_app", "praxisspiegel_owner", "postgres"]) {
      expect(await attempt(database.report, `set role ${role}`), role).toBe(NO_RIGHT);
    }
    const { rows } = await sql<{ name: string }>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname <> 'pg_catalog'
        and has_function_privilege('praxisspiegel_report', p.oid, 'execute')`.execute(database.owner);
    expect(rows).toEqual([]);
    for (const statement of [
      "create table mine (a int)",
      "create temp table mine (a int)",
      "delete from release",
      "insert into release_item select * from release_item",
    ]) {
      const writing = database.report.transaction().setAccessMode("read write");
      const refused = writing.execute((tx) => sql.raw(statement).execute(tx));
      await expect(refused, statement).rejects.toMatchObject({ code: NO_RIGHT });
    }
    expect(await attempt(database.report, "copy release to program 'cat'")).toBe(NO_RIGHT);
    expect(await attempt(database.report, "select pg_read_file('/etc/passwd')")).toBe(NO_RIGHT);
  });

  test("never sees the key that protects the counts of a round", async () => {
    const { rows } = await sql<{ name: string }>`
      select privilege_type as name from information_schema.role_table_grants
      where table_name = 'rounding_key' and grantee = 'praxisspiegel_report'`.execute(database.owner);
    expect(rows).toEqual([]);
    for (const what of ["*", "key", "key_id"]) {
      expect(await attempt(database.report, `select ${what} from rounding_key`), what).toBe(NO_RIGHT);
    }
  });

  test("sees neither the samples of answers that the planner keeps nor what others are asking", async () => {
    await sql`analyze field`.execute(database.owner);
    await sql`analyze cell`.execute(database.owner);
    const { rows: samples } = await sql<{ tablename: string }>`
      select distinct tablename from pg_stats where schemaname = 'public'`.execute(database.report);
    expect(samples.map((row) => row.tablename).filter((name) => !RELEASE_TABLES.includes(name))).toEqual([]);
    const { rows: queries } = await sql<{ query: string }>`
      select query from pg_stat_activity where usename <> 'praxisspiegel_report'`.execute(database.report);
    expect(queries.filter(({ query }) => query !== "<insufficient privilege>")).toEqual([]);
  });
});

describe("the app role", () => {
  test("has no rights over structure", async () => {
    const attempts = [
      "create table mine (a int)",
      "create temp table mine (a int)",
      "alter table cell disable trigger all",
      "drop trigger keep_closed_insert on cell",
      "drop table release",
      "truncate release cascade",
      "truncate cell",
      "create or replace function keep_frozen_release() returns trigger language plpgsql as 'begin return new; end'",
      "set session_replication_role = replica",
      "set role praxisspiegel_owner",
    ];
    for (const statement of attempts) expect(await attempt(database.db, statement), statement).toBe(NO_RIGHT);
    // PostgreSQL answers a grant of rights one cannot pass on with a warning, not an error.
    await attempt(database.db, "grant select on cell to praxisspiegel_report");
    expect(await attempt(database.report, "select * from cell")).toBe(NO_RIGHT);
  });

  test("writes the nodes and ties of a release, and reads neither: whoever withdrew is left out only in their views", async () => {
    for (const table of ["release_node", "release_tie"])
      for (const what of ["*", "count(*)"])
        expect(await attempt(database.db, `select ${what} from ${table}`), table).toBe(NO_RIGHT);
  });

  test("writes the audit and never changes it", async () => {
    const entry = { actor_id: null, verb: "test", object: "test", object_id: "1" };
    await database.db.insertInto("audit").values(entry).execute();
    expect(await attempt(database.db, "update audit set verb = 'other'")).toBe(NO_RIGHT);
    expect(await attempt(database.db, "delete from audit")).toBe(NO_RIGHT);
  });

  test("makes the key of a round once, and never changes it or takes it away", async () => {
    const { round_id } = await database.db.selectFrom("round").select("round_id").executeTakeFirstOrThrow();
    const fresh = () => ({ round_id, key_id: randomUUID(), key: randomBytes(32), made_at: new Date() });
    const made = await transact(database.db, (tx) => keepRoundingKey(tx, fresh()));
    expect(await transact(database.db, (tx) => keepRoundingKey(tx, fresh()))).toEqual(made);
    expect(await attempt(database.db, "update rounding_key set key_id = gen_random_uuid()")).toBe(NO_RIGHT);
    expect(await attempt(database.db, "delete from rounding_key")).toBe(NO_RIGHT);
  });

  test("waits for the disk before it says that something is kept", async () => {
    const { rows } = await sql<{ value: string }>`select current_setting('synchronous_commit') as value`.execute(
      database.db,
    );
    expect(rows[0]?.value).toBe("on");
  });
});

test("a table that nobody thought of is closed to both: rights are granted one by one", async () => {
  await sql`create table later (a int)`.execute(database.owner);
  expect(await attempt(database.db, "select * from later")).toBe(NO_RIGHT);
  expect(await attempt(database.report, "select * from later")).toBe(NO_RIGHT);
});
