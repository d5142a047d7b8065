import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readPresent } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { openSampleSheet, type SampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
let Cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  id = (await sheet.invitation()).invitation_id;
  Cookie = await sessionCookie(app, sheet.lead.accountId);
});

const tell = (client: string) =>
  fetch(app.origin + paths.presence(id), {
    method: "POST",
    headers: { Cookie, Origin: app.origin, "Content-Type": "application/json" },
    body: JSON.stringify({ client, place: null }),
  });

test("HEAD opens no stream that nobody reads: it is no way to ask", async () => {
  const joined: string[] = [];
  const { live } = app.app;
  const { join } = live;
  live.join = (who) => {
    joined.push(who.invitationId);
    return join(who);
  };
  for (const path of [paths.live(id), paths.standing(id), paths.changes(id)]) {
    const response = await fetch(app.origin + path, { method: "HEAD", headers: { Cookie } });
    expect([path, response.status, response.headers.get("Allow")]).toEqual([
      path,
      405,
      path === paths.changes(id) ? "POST" : "GET",
    ]);
  }
  live.join = join;
  expect(joined).toEqual([]);
});

test("signs of life have a limit, and only so many people are named", async () => {
  const statuses = new Set<number>();
  // On a slow machine the minute that is counted may end on the way.
  for (let i = 0; i < 500 && !statuses.has(429); i += 1) statuses.add((await tell(randomUUID())).status);
  expect([...statuses]).toEqual([204, 429]);
  expect(await readPresent(database.db, id)).toHaveLength(50);
});
