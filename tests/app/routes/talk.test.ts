import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOTE_LENGTH } from "#app/domain/talk/limits.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { openSampleSheet, type SampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let invitationId: string;
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
  invitationId = (await sheet.invitation()).invitation_id;
  Cookie = await sessionCookie(app, sheet.lead.accountId);
});

const post = (body: unknown) =>
  fetch(app.origin + paths.talk(invitationId), {
    method: "POST",
    headers: { Cookie, Origin: app.origin, "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = (path: string) => fetch(app.origin + path, { headers: { Cookie } });
const note = (more: object = {}) => ({
  step: "note",
  noteId: randomUUID(),
  place: "plan",
  kind: "comment",
  text: "Hm?",
  ...more,
});

test("a step gives back everything that stands there, and keeps it out of every cache", async () => {
  const response = await post(note());
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toMatchObject({ notes: [{ text: "Hm?" }], me: sheet.lead.accountId });
  expect(await (await get(paths.talk(invitationId))).json()).toMatchObject({ notes: [{ place: "plan" }] });
});

describe("bad input is refused with a reason, and changes nothing", () => {
  test.each<[string, unknown, number]>([
    ["no JSON", "{", 400],
    ["nothing", null, 400],
    ["a list", [note()], 400],
    ["no step", { place: "plan" }, 400],
    ["an unknown step", { step: "delete", noteId: randomUUID() }, 400],
    ["an unknown field", note({ at: "2020-01-01" }), 400],
    ["a place that is none", note({ place: "nichts" }), 400],
    ["a place out of the prototype", note({ place: "__proto__" }), 400],
    ["a place too long", note({ place: "x".repeat(300) }), 400],
    ["a note without words", note({ text: "  \u0000 " }), 400],
    ["a note too long", note({ text: "x".repeat(NOTE_LENGTH + 1) }), 400],
    ["an id that is none", note({ noteId: "1" }), 400],
    ["somebody unknown", { step: "assign", place: "plan", assignee: randomUUID() }, 400],
    ["an object as assignee", { step: "assign", place: "plan", assignee: {} }, 400],
    ["a note of nobody", { step: "withdraw", noteId: randomUUID() }, 404],
    ["clarified in words", { step: "clarify", place: "plan", clarified: "yes" }, 400],
  ])("%s", async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await (await get(paths.talk(invitationId))).json()).toMatchObject({ notes: [], marks: [] });
  });

  test.each<[string, string, number]>([
    ["no question", "", 400],
    ["an unknown question", "?frage=nichts", 404],
    ["a mark that is none", "?frage=plan&vor=gestern", 400],
    ["a day that never was", `?frage=plan&vor=2026-02-31T25:00:00.000000Z_${randomUUID()}`, 400],
  ])("a history with %s", async (_, query, status) => {
    expect((await get(paths.history(invitationId) + query)).status).toBe(status);
  });
});

test("a round that has closed says so, and who has left the team finds nothing", async () => {
  await post(note());
  await database.db
    .updateTable("round")
    .set({ state: "closed", closed_at: new Date() })
    .where("round_id", "=", sheet.roundId)
    .execute();
  const closed = await post(note());
  expect([closed.status, ((await closed.json()) as { code: string }).code]).toEqual([409, "round-closed"]);
  expect((await get(paths.talk(invitationId))).status).toBe(200);
  await database.db.deleteFrom("membership").where("account_id", "=", sheet.lead.accountId).execute();
  expect((await get(paths.talk(invitationId))).status).toBe(404);
  expect((await get(paths.lastTime(invitationId))).status).toBe(404);
});

test("a form of another site cannot take a step", async () => {
  for (const Origin of ["https://anders.example", "null"]) {
    const headers = { Cookie, Origin, "Content-Type": "application/json" };
    const response = await fetch(app.origin + paths.talk(invitationId), {
      method: "POST",
      headers,
      body: JSON.stringify(note()),
    });
    expect(response.status).toBe(403);
  }
});
