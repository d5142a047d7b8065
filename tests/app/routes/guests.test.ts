import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invitationToken, openLinkToken, startTicket } from "#app/domain/links/tokens.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { openPost, SECRET, type TestPost } from "../../support/post.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { invite, openLinkOf, openRoundByLink } from "../domain/links/by-link.ts";
import { openSampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let app: TestApp;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  app = await startApp(database, { secret: SECRET });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await post?.close();
  await database?.dispose();
});

type Sending = { cookie?: string; form?: Record<string, string>; json?: unknown; origin?: string | null };

async function send(path: string, { cookie, form, json, origin = app.origin }: Sending = {}) {
  const headers: Record<string, string> = {
    ...(cookie ? { Cookie: cookie } : {}),
    ...(origin ? { Origin: origin } : {}),
    ...(json === undefined ? {} : { "Content-Type": "application/json" }),
  };
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const method = form || json !== undefined ? "POST" : "GET";
  return fetch(app.origin + path, { method, headers, body, redirect: "manual" });
}

/** What a browser keeps after "Beginnen" behind a link of one's own. */
async function begin(invitationId: string, cookie?: string): Promise<string> {
  const path = paths.guestLink(invitationToken(SECRET, invitationId));
  const response = await send(path, { form: { intent: "begin" }, ...(cookie ? { cookie } : {}) });
  expect([response.status, response.headers.get("Location")]).toEqual([302, paths.fill(invitationId)]);
  const kept = response.headers.get("Set-Cookie") ?? "";
  expect(kept).toMatch(/^guest=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  return kept.split(";")[0] as string;
}

const pagesOf = (id: string) => [
  paths.invitation(id),
  paths.fill(id),
  paths.review(id),
  paths.blank(id),
  paths.submitted(id),
  paths.ownLink(id),
];

test("a guest opens the own questionnaire and none else; several links of one browser work side by side", async () => {
  const round = await openRoundByLink(database.db);
  const ids = await invite(database.db, post, round, "a@example.org\nb@example.org\nc@example.org");
  const [anna, ben, carla] = ids as [string, string, string];
  const project = (await (await openSampleSheet(database.db)).invitation()).invitation_id;
  const cookie = await begin(anna);
  for (const page of pagesOf(anna)) expect((await send(page, { cookie })).status, page).toBe(200);
  for (const foreign of [ben, project, randomUUID(), "kein"]) {
    for (const page of [...pagesOf(foreign), paths.receipt(foreign), paths.thanks(foreign)]) {
      expect((await send(page, { cookie })).status, page).toBe(404);
    }
    const operations = [{ opId: randomUUID(), path: "plan", base: 0, value: "lang" }];
    expect((await send(paths.changes(foreign), { cookie, json: { operations } })).status).toBe(404);
    const answers = { submissionId: randomUUID(), answers: {} };
    expect((await send(paths.submitAnonymously(foreign), { cookie, json: answers })).status).toBe(404);
  }
  const both = await begin(ben, cookie);
  for (const id of [anna, ben]) expect((await send(paths.fill(id), { cookie: both })).status).toBe(200);
  expect((await send(paths.fill(carla), { cookie: both })).status).toBe(404);
});

test("without a cookie, or with one that was made up, a questionnaire asks who you are; nothing of ours is in its value", async () => {
  const [anna] = (await invite(database.db, post, await openRoundByLink(database.db), "d@example.org")) as [string];
  const cookie = await begin(anna);
  const token = invitationToken(SECRET, anna);
  expect(Buffer.from(decodeURIComponent(cookie.slice(6)), "base64").toString()).not.toContain(token);
  const forged = Buffer.from(JSON.stringify(`${anna}.${token}`)).toString("base64");
  for (const kept of [undefined, "guest=x", `guest=${encodeURIComponent(forged)}`]) {
    const response = await send(paths.fill(anna), kept ? { cookie: kept } : {});
    expect(response.headers.get("Location")).toMatch(/^\/anmelden/);
  }
});

test("looking at a link changes nothing; a foreign origin cannot begin, decline or start", async () => {
  const { db } = database;
  const round = await openRoundByLink(db);
  const [anna] = (await invite(db, post, round, "e@example.org")) as [string];
  const link = await openLinkOf(db, round);
  const own = paths.guestLink(invitationToken(SECRET, anna));
  const open = paths.openLink(openLinkToken(SECRET, link.link_id));
  const state = async () => ({
    invitations: await db
      .selectFrom("invitation")
      .select(["invitation_id", "first_opened_at", "declined_at"])
      .where("round_id", "=", round.roundId)
      .execute(),
    uses: await db.selectFrom("open_link").select("uses").where("link_id", "=", link.link_id).execute(),
  });
  const before = await state();
  for (const path of [own, open]) {
    for (const method of ["GET", "HEAD"]) expect((await fetch(app.origin + path, { method })).status).toBe(200);
    for (const origin of ["https://boese.example", null]) {
      expect((await send(path, { form: { intent: "decline" }, origin })).status).toBe(403);
    }
  }
  expect((await send(open, { form: { ticket: startTicket("another", link.link_id, anna) } })).status).toBe(404);
  expect(await state()).toEqual(before);
});

test("who comes by open link gets the own link to keep; at its limit the link says so, and the first goes on", async () => {
  const { db } = database;
  const round = await openRoundByLink(db);
  const link = await openLinkOf(db, round, 1);
  const open = paths.openLink(openLinkToken(SECRET, link.link_id));
  const ticketIn = async () => /name="ticket" value="([^"]+)"/.exec(await (await send(open)).text())?.[1] as string;
  const [first, second] = [await ticketIn(), await ticketIn()];
  const started = await send(open, { form: { ticket: first } });
  const cookie = (started.headers.get("Set-Cookie") ?? "").split(";")[0] as string;
  const ownPage = await send(started.headers.get("Location") ?? "", { cookie });
  const own = /value="https?:\/\/[^"]+(\/teilnahme\/[\w-]{43})"/.exec(await ownPage.text())?.[1] as string;
  expect((await send(open, { form: { ticket: second } })).headers.get("Location")).toBe(open);
  expect(await (await send(open)).text()).toContain("Dieser Link ist aufgebraucht.");
  expect((await send(own)).status).toBe(200);
});

test("the pages of the coordination refuse what they cannot read, and keep what was typed", async () => {
  const { db } = database;
  const round = await openRoundByLink(db);
  const cookie = await sessionCookie(app, round.actorId);
  const page = paths.roundLinks(round.roundId);
  const lead = await sessionCookie(app, (await openSampleSheet(db)).lead.accountId);
  expect((await send(page, { cookie: lead })).status).toBe(404);
  for (const limit of ["0", "5001", "-1", "1e3", "", "9".repeat(50)]) {
    const response = await send(page, { cookie, form: { intent: "make", label: "Mein Aushang", limit } });
    expect(response.status, limit).toBe(422);
    expect(await response.text()).toContain("Mein Aushang");
  }
  const long = await send(page, { cookie, form: { intent: "make", label: "x".repeat(81), limit: "5" } });
  expect(long.status).toBe(422);
  for (const people of ["", " \n ", "Ben;\0;", "x@example.org;\u202e;fr", "a\n".repeat(6000)]) {
    const response = await send(page, { cookie, form: { intent: "check", people } });
    expect(response.status, people.slice(0, 20)).toBe(422);
  }
  expect((await send(page, { cookie, form: { intent: "keep", people: "Ben" } })).status).toBe(400);
  expect((await send(page, { cookie, form: { intent: "revoke", linkId: randomUUID() } })).status).toBe(404);
  expect((await send(page, { cookie, form: { intent: "spring" } })).status).toBe(400);
  const missing = [paths.linkSheet(round.roundId, randomUUID()), paths.linkQr(round.roundId, randomUUID(), "svg")];
  const foreign = await openLinkOf(db, await openRoundByLink(db));
  missing.push(paths.linkQr(round.roundId, foreign.link_id, "png"), `${page}/${foreign.link_id}/qr.gif`);
  for (const path of missing) expect((await send(path, { cookie })).status, path).toBe(404);
});
