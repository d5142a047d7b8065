import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAttributes } from "#app/domain/members/change-attributes.server.ts";
import { valuesOn } from "#app/domain/members/dated-values.ts";
import { dayAfter, dayOf } from "#app/domain/members/days.ts";
import { createProject } from "#app/domain/members/edit-members.server.ts";
import { paths } from "#app/paths.ts";
import { listAttributeRows } from "#db/queries/projects.server.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";

const VALUES = { land: ["hb"], ph_haupt: ["re"], ansatz: ["beides"], traeger: ["verein"] };
const now = new Date();
const inDays = (days: number) => dayAfter(dayOf(now), days);

let database: TestDatabase;
let app: TestApp;
let actorId: string;
let cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  actorId = await insertAccount(database.db, { role: "coordination" });
  cookie = await sessionCookie(app, actorId);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** A project that moves from Bremen to Hamburg in forty days. */
async function movingProject(name: string): Promise<string> {
  const organisation = { organisationId: "new", newOrganisation: `Träger von ${name}` };
  const form = { ...organisation, name, activeFrom: "2026-01-01", activeUntil: null };
  const projectId = await createProject(database.db, form, VALUES, actorId);
  const from = inDays(40);
  await changeAttributes(database.db, { projectId, values: { land: ["hh"] }, from, actorId, now });
  return projectId;
}

const shownIn = (html: string) =>
  (/name="shown" value="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const page = async (projectId: string) =>
  (await fetch(app.origin + paths.editAttributes(projectId), { headers: { Cookie: cookie } })).text();

/** All fields of the form as a browser sends them, some of them changed. */
const send = (projectId: string, fields: Record<string, string>) => {
  const filled = { land: "hb", reichweite: "", ph_haupt: "re", ph: "re", ansatz: "beides", traeger: "verein" };
  return fetch(app.origin + paths.editAttributes(projectId), {
    method: "POST",
    body: new URLSearchParams({ ...filled, vzae: "", restlauf: "", status: "", ...fields }),
    headers: { Cookie: cookie, Origin: app.origin },
    redirect: "manual",
  });
};
const valuesIn = async (projectId: string, days: number) =>
  valuesOn(await listAttributeRows(database.db, projectId), inDays(days));

test("what nobody touched in the form keeps what is planned for it, also after a refusal", async () => {
  const projectId = await movingProject("Elbe");
  const shown = shownIn(await page(projectId));
  expect(JSON.parse(shown)).toMatchObject({ land: ["hb"], traeger: ["verein"] });
  const refused = await send(projectId, { shown, from: "bald", traeger: "kommune" });
  expect(refused.status).toBe(422);
  const again = await refused.text();
  expect(JSON.parse(shownIn(again))).toMatchObject({ land: ["hb"], traeger: ["verein"] });
  expect(again).toMatch(/<option value="kommune" selected/);
  const fields = { shown: shownIn(again), from: inDays(70), traeger: "kommune" };
  expect((await send(projectId, fields)).status).toBe(302);
  expect(await valuesIn(projectId, 69)).toMatchObject({ land: ["hh"], region5: ["nord"], traeger: ["verein"] });
  expect(await valuesIn(projectId, 70)).toMatchObject({ land: ["hh"], region5: ["nord"], traeger: ["kommune"] });
});

test("what was changed in the form holds, whatever was planned", async () => {
  const projectId = await movingProject("Weser");
  const shown = shownIn(await page(projectId));
  expect((await send(projectId, { shown, from: inDays(70), land: "by" })).status).toBe(302);
  expect(await valuesIn(projectId, 69)).toMatchObject({ land: ["hh"] });
  expect(await valuesIn(projectId, 70)).toMatchObject({ land: ["by"], region5: ["sued"] });
});

test.each([
  ["nothing", ""],
  ["half an object", "{"],
  ["unknown values", '{"land":["atlantis"]}'],
  ["far too much", "x".repeat(5001)],
])("a form that says to have shown %s is refused", async (kind, shown) => {
  const projectId = await movingProject(kind);
  expect((await send(projectId, { shown, from: inDays(70), land: "by" })).status).toBe(400);
  expect(await valuesIn(projectId, 70)).toMatchObject({ land: ["hh"] });
});
