import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";

// PostgreSQL keeps every sign but U+0000: it is left out wherever somebody types or searches.

let database: TestDatabase;
let app: TestApp;
let cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  cookie = await sessionCookie(app, await insertAccount(database.db, { role: "coordination" }));
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

test.each([paths.members(), paths.organisations(), paths.people()])("%s is searched without it", async (path) => {
  const found = await fetch(`${app.origin}${path}?suche=a%00b`, { headers: { Cookie: cookie } });
  expect(found.status).toBe(200);
});

test("a form is kept without it", async () => {
  const sent = await fetch(app.origin + paths.newOrganisation(), {
    method: "POST",
    headers: { Cookie: cookie, Origin: app.origin },
    body: new URLSearchParams({ name: "Träger\0 eins" }),
    redirect: "manual",
  });
  expect(sent.status).toBe(302);
  const kept = await database.db.selectFrom("organisation").select("name").execute();
  expect(kept).toEqual([{ name: "Träger eins" }]);
});
