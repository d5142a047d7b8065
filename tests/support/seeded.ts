import { inject } from "vitest";
import { seedDemo } from "#app/domain/demo/seed-demo.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { databaseUrls } from "#db/provision.server.ts";
import { asSuperuser, cloneDatabase, dropDatabase } from "./cluster.ts";
import { createDatabase, type TestDatabase } from "./database.ts";

/** Any number that nothing else locks. */
const LOCK = 20_260_101;

/**
 * A database of one's own with the fictional network in it. It is seeded once per run, by the first test file that asks;
 * the others wait and clone.
 */
export async function createSeededDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("adminUrl");
  const seeded = `${inject("template")}_seeded`;
  // The lock is held until the clone is made: a template may have nobody connected to it.
  return asSuperuser(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const known = await client.query("select 1 from pg_database where datname = $1", [seeded]);
    if (known.rowCount === 0) await seed(adminUrl, seeded);
    return createDatabase(seeded);
  });
}

async function seed(adminUrl: string, name: string): Promise<void> {
  await cloneDatabase(adminUrl, inject("template"), name);
  const db = openDatabase(databaseUrls(adminUrl, name).app, { name: "test-seed", max: 4 });
  try {
    await seedDemo(db, new Date());
  } catch (error) {
    await db.destroy();
    await dropDatabase(adminUrl, name);
    throw error;
  }
  await db.destroy();
}
