import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { insertNetwork, makeDraft, publishSample } from "../domain/rounds/sample-draft.ts";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

test("what stands in the way of opening now is said, although it will not at the planned beginning", async () => {
  const { db } = database;
  const actorId = await insertAccount(db, { role: "coordination" });
  await insertNetwork(db, 12);
  await db
    .updateTable("project")
    .set({ active_from: inDays(5).toISOString().slice(0, 10) })
    .execute();
  const roundId = await makeDraft(db, {
    versionId: await publishSample(db, `probe-${randomUUID()}`),
    actorId,
    opensAt: inDays(10),
    closesAt: inDays(40),
    now: new Date(),
  });
  const headers = { Cookie: await sessionCookie(app, actorId), Origin: app.origin };
  const address = app.origin + paths.dryRun(roundId);
  const page = await (await fetch(address, { headers })).text();
  expect(page).not.toContain("So kann die Erhebung noch nicht geöffnet werden.");

  const asking = (intent: string) =>
    fetch(address, { method: "POST", headers, body: new URLSearchParams({ intent }), redirect: "manual" });
  const refused = await asking("open");
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain("So kann die Erhebung noch nicht geöffnet werden.");
  // Planning is still free.
  expect(html).toContain('value="planen"');
  expect((await asking("plan")).status).toBe(302);
});
