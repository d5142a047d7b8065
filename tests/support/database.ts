import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { type Db, openDatabase, type Tx } from "#db/client.server.ts";
import { type DatabaseUrls, databaseUrls } from "#db/provision.server.ts";
import { cloneDatabase, dropDatabase } from "./cluster.ts";

/** A migrated database of one's own, and a pool for each role. */
export type TestDatabase = {
  urls: DatabaseUrls;
  db: Db;
  report: Db;
  owner: Db;
  dispose: () => Promise<void>;
};

/** Clones the template of this run: for `beforeAll` of a test file; `dispose` in `afterAll` drops the clone. */
export async function createDatabase(template = inject("template")): Promise<TestDatabase> {
  const adminUrl = inject("adminUrl");
  const name = `${inject("template")}_${randomUUID().replaceAll("-", "")}`;
  await cloneDatabase(adminUrl, template, name);
  const urls = databaseUrls(adminUrl, name);
  const db = openDatabase(urls.app, { name: "test-app", max: 10 });
  const report = openDatabase(urls.report, { name: "test-report", max: 4 });
  const owner = openDatabase(urls.owner, { name: "test-owner", max: 2 });
  return {
    urls,
    db,
    report,
    owner,
    dispose: async () => {
      await Promise.all([db.destroy(), report.destroy(), owner.destroy()]);
      await dropDatabase(adminUrl, name);
    },
  };
}

/**
 * A transaction for one test, rolled back at its end. Hand `tx` to domain functions and queries as their database.
 *
 *     const test = await startTransaction(database.db);
 *     afterEach(() => test.rollback());
 */
export async function startTransaction(db: Db): Promise<{ tx: Tx; rollback: () => Promise<void> }> {
  const tx = await db.startTransaction().execute();
  return { tx, rollback: () => tx.rollback().execute() };
}
