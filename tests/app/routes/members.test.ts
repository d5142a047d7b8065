import { request } from "node:http";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount, insertProject } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let coordination: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  coordination = await sessionCookie(app, await insertAccount(database.db, { role: "coordination" }));
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** What is answered to a body that is announced and never comes. */
const announce = (path: string, bytes: number) =>
  new Promise<string>((resolve, reject) => {
    const headers = { Origin: app.origin, Accept: "text/html", "Content-Length": String(bytes) };
    const sent = request(app.origin + path, { method: "POST", agent: false, headers }, (response) => {
      let text = `${response.statusCode} `;
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve(text));
    });
    sent.on("error", reject);
    sent.flushHeaders();
  });

test("what is too large for every form is told how large it may be there", async () => {
  const limits = [
    [paths.memberImports(), 5],
    [paths.newQuestionnaire(), 1],
    [paths.signIn(), 1],
  ] as const;
  for (const [path, megabytes] of limits) {
    const page = await announce(path, 9_000_000);
    expect(page, path).toMatch(/^413 /);
    expect(page, path).toContain(`Hier sind höchstens ${megabytes} MB möglich.`);
    expect(page, path).toContain(`At most ${megabytes} MB are possible here.`);
  }
});

test("somebody with a part of the server's is not forgotten: the page says why, and shows the account", async () => {
  const accountId = await insertAccount(database.db, { role: "analyst" });
  const response = await fetch(app.origin + paths.person(accountId), {
    method: "POST",
    body: new URLSearchParams({ intent: "forget" }),
    headers: { Cookie: coordination, Origin: app.origin },
  });
  const page = await response.text();
  expect(response.status).toBe(409);
  expect(page).toContain("Diese Person hat eine Rolle, die Sie nicht entziehen können.");
  expect(page).toContain("Test analyst");
});

test("the lead is not offered to somebody whose account is closed", async () => {
  const { projectId } = await insertProject(database.db);
  const cookie = await sessionCookie(app, await insertAccount(database.db, { role: "lead", projectId }));
  const accountId = await insertAccount(database.db, { role: "member", projectId });
  const step = paths.teamMember(projectId, accountId, "leitung");
  const get = (path: string) => fetch(app.origin + path, { headers: { Cookie: cookie } });
  expect((await get(step)).status).toBe(200);
  expect(await (await get(paths.team(projectId))).text()).toContain(step);
  await sql`update account set disabled_at = now() where account_id = ${accountId}`.execute(database.db);
  expect((await get(step)).status).toBe(404);
  const page = await (await get(paths.team(projectId))).text();
  expect(page).not.toContain(step);
  expect(page).toContain(paths.teamMember(projectId, accountId, "entfernen"));
});
