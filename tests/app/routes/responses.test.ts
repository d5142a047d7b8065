import { randomUUID } from "node:crypto";
import { request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { dumpRows } from "../../support/post.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { openSampleSheet, type SampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
let lead: string;
let member: string;

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
  lead = await sessionCookie(app, sheet.lead.accountId);
  member = await sessionCookie(app, sheet.member.accountId);
});

type Sending = { cookie?: string; headers?: Record<string, string>; method?: string };
const ask = (path: string, { cookie = lead, headers = {}, method = "GET" }: Sending = {}) =>
  fetch(app.origin + path, { method, headers: { Cookie: cookie, ...headers }, redirect: "manual" });
const post = (path: string, body: BodyInit, { cookie = lead, headers = {}, method = "POST" }: Sending = {}) =>
  fetch(app.origin + path, {
    method,
    body,
    headers: { Cookie: cookie, Origin: app.origin, ...headers },
    redirect: "manual",
  });
const JSON_TYPE = { "Content-Type": "application/json" };
const send = (body: unknown, sending: Sending = {}) =>
  post(paths.changes(id), typeof body === "string" ? body : JSON.stringify(body), {
    ...sending,
    headers: { ...JSON_TYPE, ...sending.headers },
  });
/** On a connection of its own: the server does not read the rest of what is too large. */
const statusOf = (path: string, body: string, chunked: boolean) =>
  new Promise<number | undefined>((resolve, reject) => {
    const length: Record<string, string> = chunked ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const headers = { Cookie: lead, Origin: app.origin, ...JSON_TYPE, ...length };
    const sent = request(app.origin + path, { method: "POST", agent: false, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.write(body.slice(0, 10_000));
    sent.end(body.slice(10_000));
  });
const edit = (path: string, value: unknown, base = 0) => ({ opId: randomUUID(), path, base, value });
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const submission = (seq: number | string) => form({ submissionId: randomUUID(), seq: String(seq) });

const PAGES = [paths.invitation, paths.fill, paths.review, paths.submitted, paths.blank, paths.receipt, paths.changes];

describe("saving over HTTP", () => {
  test("an edit is saved and answered; nothing of it is kept by caches", async () => {
    const response = await send({ operations: [edit("plan", "kurz")] }, { cookie: member });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ seq: 1, outcomes: [{ path: "plan", rev: 1 }] });
  });

  const bad: [string, () => unknown][] = [
    ["invalid JSON", () => "{operations:"],
    ["nothing at all", () => ""],
    ["null", () => "null"],
    ["a list", () => []],
    ["no operations", () => ({ operations: [] })],
    ["too many operations", () => ({ operations: Array.from({ length: 201 }, () => edit("plan", "kurz")) })],
    ["an unknown field", () => ({ operations: [edit("plan", "kurz")], more: 1 })],
    ["an unknown field of an operation", () => ({ operations: [{ ...edit("plan", "kurz"), by: "me" }] })],
    ["an id that is none", () => ({ operations: [{ ...edit("plan", "kurz"), opId: "1" }] })],
    ["a revision that cannot be", () => ({ operations: [edit("plan", "kurz", 2 ** 31)] })],
    ["a missing value", () => ({ operations: [{ opId: randomUUID(), path: "plan", base: 0 }] })],
  ];
  test.each(bad)("%s is a 400", async (_, body) => {
    const response = await send(body());
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  test("a value that no kind accepts is a 422 with its path", async () => {
    const response = await send({ operations: [edit("plan", "kurz"), edit("thema", ["recht", "luft"])] });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "invalid-answer",
      faults: [{ path: "/operations/1/value/thema/1" }],
    });
  });

  test("more than 1 MiB is a 413, with a length and without one; just below it is read", async () => {
    const big = JSON.stringify({ operations: [edit("warum", "x".repeat(1024 * 1024))] });
    for (const path of [paths.changes(id), paths.review(id), paths.invitation(id), "/anmelden"]) {
      for (const chunked of [false, true]) expect(await statusOf(path, big, chunked), `${path} ${chunked}`).toBe(413);
    }
    expect((await send({ operations: [edit("warum", "x".repeat(1_000_000))] })).status).toBe(422);
  });

  test("a closed round is a 409 for edits, the review and the submission", async () => {
    await send({ operations: [edit("plan", "kurz")] });
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    const response = await send({ operations: [edit("plan", "lang", 1)] });
    expect([response.status, await response.json()]).toMatchObject([409, { code: "round-closed" }]);
    const submitted = await post(paths.review(id), submission(1));
    expect(submitted.status).toBe(409);
    expect(await submitted.text()).toContain("Die Erhebung ist geschlossen");
    for (const page of [paths.fill, paths.review]) {
      expect((await ask(page(id))).headers.get("Location")).toBe(paths.invitation(id));
    }
  });
});

describe("submitting over HTTP", () => {
  test("leads to the receipt; a member cannot submit; afterwards the sheet is read only", async () => {
    await send({ operations: [edit("plan", "kurz")] });
    expect((await post(paths.review(id), submission(1), { cookie: member })).status).toBe(404);
    const body = submission(1);
    for (const _ of ["first", "again"]) {
      const response = await post(paths.review(id), body);
      expect([response.status, response.headers.get("Location")]).toEqual([302, paths.receipt(id)]);
    }
    expect((await post(paths.review(id), submission(1))).status).toBe(409);
    expect((await ask(paths.fill(id))).headers.get("Location")).toBe(paths.submitted(id));
    expect((await send({ operations: [edit("zahl", 1)] })).status).toBe(409);
  });

  test("what is missing or was changed meanwhile is said on the page", async () => {
    await send({ operations: [edit("zahl", 1)] });
    const missing = await post(paths.review(id), submission(1));
    expect([missing.status, (await missing.text()).includes("Wie lange reicht das Geld?")]).toEqual([422, true]);
    const changed = await post(paths.review(id), submission(0));
    expect([changed.status, (await changed.text()).includes("hat jemand etwas geändert")]).toEqual([409, true]);
  });

  test.each(["", "x", "-1", "1.5", "NaN", "1e999"])("the state %j is a 400 or changed meanwhile", async (seq) => {
    await send({ operations: [edit("plan", "kurz")] });
    const response = await post(paths.review(id), submission(seq));
    expect([400, 409]).toContain(response.status);
  });

  test("unknown fields are a 400", async () => {
    const more = form({ submissionId: randomUUID(), seq: "0", more: "x" });
    expect((await post(paths.review(id), more)).status).toBe(400);
    expect((await post(paths.invitation(id), form({ more: "x" }))).status).toBe(400);
  });
});

describe("who may come in", () => {
  test("nobody without signing in: to the sign-in page, and back again", async () => {
    for (const path of [...PAGES.slice(0, 6).map((page) => page(id)), paths.invitations(), paths.fill(id, "zwei")]) {
      const response = await ask(path, { cookie: "" });
      expect([response.status, response.headers.get("Location")]).toEqual([302, paths.signIn(path)]);
    }
    for (const path of [paths.review(id), paths.invitation(id)]) {
      const response = await post(path, "{}", { cookie: "", headers: JSON_TYPE });
      expect([response.status, response.headers.get("Location")]).toEqual([302, paths.signIn(path)]);
    }
    // Scripts ask here: they are told, and go on waiting.
    const response = await post(paths.changes(id), "{}", { cookie: "", headers: JSON_TYPE });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "signed-out" });
  });

  test("not to another project's sheet, an unknown one, or what is no id", async () => {
    const other = await openSampleSheet(database.db);
    const steering = await insertAccount(database.db, { role: "steering" });
    const cookies = [await sessionCookie(app, other.lead.accountId), await sessionCookie(app, steering)];
    for (const cookie of cookies) {
      for (const page of PAGES.slice(0, 6)) expect((await ask(page(id), { cookie })).status, page(id)).toBe(404);
      expect((await send({ operations: [edit("plan", "kurz")] }, { cookie })).status).toBe(404);
      expect((await post(paths.review(id), submission(0), { cookie })).status).toBe(404);
      expect((await post(paths.invitation(id), form({}), { cookie })).status).toBe(404);
    }
    for (const none of [randomUUID(), "x", "%00", "..%2f..", id.slice(1), `${id}x`, "%E2%80%AE"]) {
      for (const page of PAGES.slice(0, 6)) expect((await ask(page(none))).status, page(none)).toBe(404);
      expect((await post(paths.changes(none), JSON.stringify({ operations: [edit("a", 1)] }))).status).toBe(404);
      expect((await ask(paths.definition(none, "abc"))).status).toBe(404);
    }
  });

  test("nothing is changed from another origin, whatever the method", async () => {
    const origins = ["https://evil.example", "null", `${app.origin}.evil.example`, app.origin.replace("http", "https")];
    for (const path of [
      ...PAGES.map((page) => page(id)),
      "/",
      "/anmelden",
      "/abmelden",
      "/sprache",
      "/gibt-es-nicht",
    ]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        for (const Origin of origins) {
          expect((await post(path, "{}", { method, headers: { Origin } })).status, `${method} ${path}`).toBe(403);
        }
        const bare = await fetch(app.origin + path, { method, headers: { Cookie: lead }, redirect: "manual" });
        expect(bare.status, `${method} ${path} without origin`).toBe(403);
        expect((await post(`${path}.data`, "{}", { method, headers: { Origin: "null" } })).status).toBe(403);
      }
    }
  });

  test("with our own origin other methods are refused without an error of ours", async () => {
    for (const path of PAGES.map((page) => page(id))) {
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const { status } = await post(path, "{}", { method, headers: JSON_TYPE });
        expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
        expect(status, `${method} ${path}`).toBeLessThan(500);
      }
    }
  });
});

test("GET and HEAD change nothing, and HEAD answers as GET does, without a body", async () => {
  await send({ operations: [edit("plan", "kurz")] });
  const fresh = await openSampleSheet(database.db);
  const freshId = (await fresh.invitation()).invitation_id;
  const cookie = await sessionCookie(app, fresh.lead.accountId);
  const pages = PAGES.map((page) => page(freshId));
  // The queue and the time of a session's last use move by themselves.
  const kept = async () =>
    (await dumpRows(database, ["public.session"])).split("\n").filter((row) => row.startsWith("public."));
  const before = await kept();
  expect(before.length).toBeGreaterThan(10);
  for (const path of [paths.invitations(), ...pages, ...pages.map((page) => `${page}.data`)]) {
    const [got, head] = [await ask(path, { cookie }), await ask(path, { cookie, method: "HEAD" })];
    expect(head.status, path).toBe(got.status);
    expect(await head.text()).toBe("");
  }
  expect(await kept()).toEqual(before);
});

test("beginning is a POST: it notes the first visit and leads to the sheet", async () => {
  const response = await post(paths.invitation(id), form({}), { cookie: member });
  expect([response.status, response.headers.get("Location")]).toEqual([302, paths.fill(id)]);
  expect((await sheet.invitation()).first_opened_at).not.toBeNull();
});

test("whatever is sent, the server answers with a refusal and stays up", { timeout: 120_000 }, async () => {
  const path = fc.oneof(
    fc.constantFrom("plan", "warum", "thema", "zahl", "mit", "thema-Comment", "__proto__", "a/b", "~1"),
    fc.string({ maxLength: 30, unit: "binary" }),
  );
  const operation = fc.record(
    {
      opId: fc.oneof(fc.uuid(), fc.string()),
      path,
      base: fc.oneof(fc.nat(3), fc.integer(), fc.double()),
      value: fc.jsonValue(),
    },
    { requiredKeys: ["path", "value"] },
  );
  const body = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ operations: fc.array(operation, { maxLength: 4 }) }).map((one) => JSON.stringify(one)),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  const address = fc.oneof(
    fc.constantFrom(...PAGES.map((page) => page(id)), paths.definition(sheet.roundId, "x")),
    fc.webPath().map((one) => `/boegen${one}`),
    fc.constantFrom("/boegen/%E0%A4%A", "/%ff", "/boegen/%00/leer", "/boegen//", "/boegen/x.data?_routes=__proto__"),
  );
  const cookie = fc.oneof(
    { weight: 3, arbitrary: fc.constant(lead) },
    { weight: 1, arbitrary: fc.constantFrom("session=%E0%A4%A", "session=e30=", "locale=%ff; session=", "=;=;") },
  );
  const type = fc.constantFrom(
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "text/plain",
    "x",
  );
  await fc.assert(
    fc.asyncProperty(address, body, cookie, type, fc.boolean(), async (to, text, Cookie, contentType, toChanges) => {
      const sent = await post(toChanges ? paths.changes(id) : to, text, {
        cookie: Cookie,
        headers: { "Content-Type": contentType },
      });
      expect(sent.status).toBeLessThan(500);
      expect((await ask(to, { cookie: Cookie })).status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  expect((await fetch(`${app.origin}/healthz`)).status).toBe(200);
});
