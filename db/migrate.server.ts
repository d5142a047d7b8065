import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { PgBoss } from "pg-boss";
import { type Db, openDatabase } from "./client.server.ts";
import { migrations } from "./migrations/index.ts";
import { QUEUES } from "./queues.ts";

const QUEUE_GRANTS = `
  grant usage on schema pgboss to praxisspiegel_app;
  grant select, insert, update, delete on all tables in schema pgboss to praxisspiegel_app;
  grant execute on all functions in schema pgboss to praxisspiegel_app;`;

/** Processes that start at the same time migrate one after the other: PostgreSQL refuses concurrent grants. */
const MIGRATION_LOCK = 7_072_617_869;

/** Brings a database to the present schema, as its owner: tables and the job queues. Safe to call again, and at once. */
export async function migrate(ownerUrl: string): Promise<void> {
  const db = openDatabase(ownerUrl, { name: "praxisspiegel-owner", max: 1 });
  try {
    await db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
      await migrateQueues(ownerUrl);
      await migrateTables(connection);
      await sql.raw(QUEUE_GRANTS).execute(connection);
    });
  } finally {
    // The lock is the session's: it goes with the connection, also when a migration fails.
    await db.destroy();
  }
}

async function migrateTables(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "migration";
  throw new Error(`${failed} failed`, { cause: error });
}

async function migrateQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  for (const queue of QUEUES) {
    if (await boss.getQueue(queue.name)) await boss.updateQueue(queue.name, queue.options);
    else await boss.createQueue(queue.name, queue.options);
  }
  await boss.stop({ graceful: false });
}
