import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitationToken } from "#app/domain/links/tokens.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../support/post.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { invite, openRoundByLink } from "../domain/links/by-link.ts";
import { openSampleSheet, type SampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
let lead: string;
let member: string;
let coordination: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  app = await startApp(database, { secret: SECRET });
  coordination = await sessionCookie(app, await insertAccount(database.db, { role: "coordination" }));
});
afterAll(async () => {
  await app?.stop();
  await post?.close();
  await database?.dispose();
});
/** A complete sheet, not submitted: its state is 1. */
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  id = (await sheet.invitation()).invitation_id;
  const operations = [{ opId: randomUUID(), path: "plan", base: 0, value: "kurz" }];
  await saveChanges(database.db, sheet.member, await sheet.invitation(), operations as never);
  lead = await sessionCookie(app, sheet.lead.accountId);
  member = await sessionCookie(app, sheet.member.accountId);
});

type Form = Record<string, string>;
const send = (path: string, form: Form, cookie = lead) => {
  const headers = { Cookie: cookie, Origin: app.origin };
  return fetch(app.origin + path, { method: "POST", headers, body: new URLSearchParams(form), redirect: "manual" });
};
const open = async (path: string, cookie = lead) => {
  const response = await fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
  return { status: response.status, to: response.headers.get("Location"), html: await response.text() };
};
const submission = (seq: number, submissionId: string = randomUUID()) => ({ submissionId, seq: String(seq) });
const state = async () => (await sheet.invitation()).response_state;
const statusOf = async (sent: Promise<Response>) => (await sent).status;
const rowsOf = (table: "sign_off" | "response_event" | "submission") =>
  database.db.selectFrom(table).selectAll().where("round_id", "=", sheet.roundId).execute();

describe("the review", () => {
  test("with two people: the lead's submission is refused on the page until a colleague has signed off", async () => {
    expect(await statusOf(send(paths.review(id), { intent: "require-two" }))).toBe(302);
    const alone = await send(paths.review(id), submission(1));
    expect(alone.status).toBe(409);
    expect(await alone.text()).toContain("Noch hat keine zweite Person diesen Stand freigegeben.");
    const page = await open(paths.review(id), member);
    expect(page.html).toContain("Ich habe geprüft und gebe frei");
    expect(page.html).not.toContain("Freigeben und einreichen");
    expect(await statusOf(send(paths.review(id), { intent: "sign-off", seq: "1" }, member))).toBe(302);
    expect((await open(paths.review(id), lead)).html).toContain("Test member hat am");
    expect((await send(paths.review(id), submission(1))).headers.get("Location")).toBe(paths.receipt(id));
  });

  test("a yes to an older state is refused on the page, a half one by the check", async () => {
    const stale = await send(paths.review(id), { intent: "sign-off", seq: "0" }, member);
    expect([stale.status, (await stale.text()).includes("hat jemand etwas geändert")]).toEqual([409, true]);
    expect(await rowsOf("sign_off")).toEqual([]);
  });

  const bad: Form[] = [
    { intent: "sign-off" },
    { intent: "sign-off", seq: "1", submissionId: randomUUID() },
    { intent: "sign-off", seq: "-1" },
    { intent: "require-two", seq: "1" },
    { intent: "require-three" },
    { intent: "submit", seq: "1" },
    { intent: "" },
    { submissionId: "1", seq: "1" },
  ];
  test.each(bad)("%j is a 400 and changes nothing", async (form) => {
    expect(await statusOf(send(paths.review(id), form))).toBe(400);
    expect([await rowsOf("sign_off"), await rowsOf("submission")]).toEqual([[], []]);
  });

  test("a member decides neither how many sign off nor that it is submitted", async () => {
    expect(await statusOf(send(paths.review(id), { intent: "require-two" }, member))).toBe(404);
    expect(await statusOf(send(paths.review(id), submission(1), member))).toBe(404);
  });
});

describe("after submitting", () => {
  beforeEach(async () => {
    expect(await statusOf(send(paths.review(id), submission(1)))).toBe(302);
  });

  test("the lead takes it back, and submits the second version; the first stays readable with its receipt", async () => {
    const before = await open(paths.receipt(id));
    expect((await send(paths.changeSubmitted(id), { intent: "take-back" })).headers.get("Location")).toBe(
      paths.fill(id),
    );
    expect(await state()).toBe("reopened");
    for (const page of [paths.invitation(id), paths.review(id), paths.submitted(id), paths.receipt(id)]) {
      const { status, html } = await open(page, member);
      expect([status, html.includes("Bis Sie erneut einreichen, zählt die Fassung vom")], page).toEqual([200, true]);
    }
    expect((await open(paths.review(id))).html).toContain("Freigeben und erneut einreichen");
    const again = submission(2);
    for (const _ of ["first", "again"]) expect(await statusOf(send(paths.review(id), again))).toBe(302);
    expect(await rowsOf("submission")).toHaveLength(2);
    const [first] = /PS-\w{4}-\w{4}/.exec(before.html) ?? [];
    const now = await open(paths.receipt(id));
    expect(now.html).not.toContain(first);
    const old = await open(paths.receipt(id, 1));
    expect(old.html).toContain(first);
    expect(old.html).toContain("Diese Fassung zählt nicht mehr.");
    expect((await open(paths.submitted(id, 1))).html).toContain("Diese Fassung zählt nicht mehr.");
    expect((await open(paths.submitted(id))).html).toContain(`Beleg ${first} der Fassung 1`);
  });

  test.each(["3", "0", "x", "-1", "1.5", "99999999"])("there is no version %s", async (number) => {
    for (const page of [paths.receipt(id), paths.submitted(id)]) {
      expect((await open(`${page}?fassung=${number}`)).status).toBe(404);
    }
  });

  test("withdrawing asks first, and says everywhere that nothing counts", async () => {
    expect((await open(paths.changeSubmitted(id, "zurueckziehen"))).html).toContain("Diesen Bogen zurückziehen?");
    const done = await send(paths.changeSubmitted(id), { intent: "withdraw" });
    expect(done.headers.get("Location")).toBe(paths.invitation(id));
    expect(await statusOf(send(paths.changeSubmitted(id), { intent: "withdraw" }))).toBe(302);
    expect(await rowsOf("response_event")).toHaveLength(1);
    for (const page of [paths.invitation(id), paths.submitted(id)]) {
      expect((await open(page)).html, page).toContain("Dieser Bogen ist zurückgezogen.");
    }
    expect((await open(paths.invitations())).html).toContain("zurückgezogen");
    expect((await open(paths.receipt(id))).status).toBe(404);
    expect((await open(paths.receipt(id, 1))).html).toContain("Sie ist zurückgezogen.");
    expect((await open(paths.changeSubmitted(id))).to).toBe(paths.invitation(id));
  });

  test("nonsense, a member, and a closed round change nothing", async () => {
    for (const form of [{}, { intent: "x" }, { intent: "take-back", more: "1" }] as Form[]) {
      expect(await statusOf(send(paths.changeSubmitted(id), form))).toBe(400);
    }
    expect(await statusOf(send(paths.changeSubmitted(id), { intent: "take-back" }, member))).toBe(404);
    expect((await open(paths.changeSubmitted(id), member)).status).toBe(404);
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect(await statusOf(send(paths.changeSubmitted(id), { intent: "take-back" }))).toBe(409);
    expect((await open(paths.changeSubmitted(id))).to).toBe(paths.invitation(id));
    expect(await state()).toBe("submitted");
  });

  test("the coordination opens it again with a reason that both sides read", async () => {
    const page = paths.reopenResponse(sheet.roundId, id);
    expect((await open(paths.round(sheet.roundId), coordination)).html).toContain(page);
    const empty = await send(page, { reason: "  " }, coordination);
    expect([empty.status, (await empty.text()).includes("Bitte nennen Sie einen Grund.")]).toEqual([422, true]);
    const long = "Zu lang. ".repeat(40);
    const refused = await send(page, { reason: long }, coordination);
    expect([refused.status, (await refused.text()).includes(long.trim())]).toEqual([422, true]);
    for (const form of [{ reason: "x", more: "1" }, { reason: "x".repeat(10_001) }] as Form[]) {
      expect(await statusOf(send(page, form, coordination))).toBe(400);
    }
    const done = await send(page, { reason: "Bitte Frage 2 prüfen." }, coordination);
    expect(done.headers.get("Location")).toBe(paths.round(sheet.roundId));
    const desk = await open(paths.round(sheet.roundId), coordination);
    for (const words of ["wird korrigiert", "Antwortbogen wieder geöffnet", "Bitte Frage 2 prüfen."]) {
      expect(desk.html).toContain(words);
    }
    for (const own of [paths.invitation(id), paths.submitted(id)]) {
      expect((await open(own, member)).html, own).toContain("Grund: Bitte Frage 2 prüfen.");
    }
    expect((await open(page, coordination)).html).toContain("Dieser Bogen ist schon wieder geöffnet.");
  });

  test("neither another round's, nor an unknown one, nor one that is no id", async () => {
    const other = await openSampleSheet(database.db);
    for (const round of [other.roundId, randomUUID(), "x"]) {
      expect((await open(paths.reopenResponse(round, id), coordination)).status).toBe(404);
      expect(await statusOf(send(paths.reopenResponse(round, id), { reason: "x" }, coordination))).toBe(404);
    }
    const fresh = (await other.invitation()).invitation_id;
    expect((await open(paths.reopenResponse(other.roundId, fresh), coordination)).status).toBe(409);
  });
});

test("a guest may correct and withdraw until closing; of an anonymous answer there is nothing of it", async () => {
  const round = await openRoundByLink(database.db);
  const [guest] = (await invite(database.db, post, round, "gast@example.org")) as [string];
  const begun = await send(paths.guestLink(invitationToken(SECRET, guest)), { intent: "begin" }, "");
  const cookie = (begun.headers.get("Set-Cookie") ?? "").split(";")[0] as string;
  const operations = [{ opId: randomUUID(), path: "plan", base: 0, value: "lang" }];
  const headers = { Cookie: cookie, Origin: app.origin, "Content-Type": "application/json" };
  const saved = await fetch(app.origin + paths.changes(guest), {
    method: "POST",
    headers,
    body: JSON.stringify({ operations }),
  });
  const { seq } = (await saved.json()) as { seq: number };
  const page = await open(paths.review(guest), cookie);
  expect(page.html).toContain("Verbindlich einreichen");
  expect(page.html).not.toContain("Zwei Personen müssen freigeben");
  expect(await statusOf(send(paths.review(guest), { intent: "sign-off", seq: String(seq) }, cookie))).toBe(404);
  expect(await statusOf(send(paths.review(guest), { intent: "require-two" }, cookie))).toBe(404);
  expect(await statusOf(send(paths.review(guest), submission(seq), cookie))).toBe(302);
  expect(await statusOf(send(paths.changeSubmitted(guest), { intent: "take-back" }, cookie))).toBe(302);
  expect((await open(paths.review(guest), cookie)).html).toContain("Erneut einreichen");
  expect(await statusOf(send(paths.review(guest), submission(seq + 1), cookie))).toBe(302);
  expect(await statusOf(send(paths.changeSubmitted(guest), { intent: "withdraw" }, cookie))).toBe(302);
  expect((await open(paths.invitation(guest), cookie)).html).toContain("Dieser Bogen ist zurückgezogen.");

  const hidden = await openRoundByLink(database.db, { privacy: "anonymous" });
  const [anna] = (await invite(database.db, post, hidden, "anna@example.org")) as [string];
  const entered = await send(paths.guestLink(invitationToken(SECRET, anna)), { intent: "begin" }, "");
  const own = (entered.headers.get("Set-Cookie") ?? "").split(";")[0] as string;
  expect((await open(paths.changeSubmitted(anna), own)).status).toBe(404);
  for (const intent of ["take-back", "withdraw"]) {
    expect(await statusOf(send(paths.changeSubmitted(anna), { intent }, own))).toBe(404);
  }
  expect((await open(paths.reopenResponse(hidden.roundId, anna), coordination)).status).toBe(404);
  expect(await statusOf(send(paths.reopenResponse(hidden.roundId, anna), { reason: "x" }, coordination))).toBe(404);
});
