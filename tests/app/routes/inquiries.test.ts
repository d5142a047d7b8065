import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitationToken, openLinkToken } from "#app/domain/links/tokens.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../support/post.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { invite, openLinkOf, openRoundByLink } from "../domain/links/by-link.ts";
import { openSampleSheet, type SampleSheet } from "../domain/responses/sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let app: TestApp;
let sheet: SampleSheet;
let invitationId: string;
let member: string;
let coordination: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  app = await startApp(database, { secret: SECRET });
  sheet = await openSampleSheet(database.db);
  invitationId = (await sheet.invitation()).invitation_id;
  member = await sessionCookie(app, sheet.member.accountId);
  coordination = await sessionCookie(app, await insertAccount(database.db, { role: "coordination" }));
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  await database.db.deleteFrom("rate_limit").execute();
});

const get = async (path: string, cookie = member) =>
  fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
const page = async (path: string, cookie = member) => (await get(path, cookie)).text();
const send = (path: string, fields: Record<string, string>, cookie = member) =>
  fetch(app.origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, Origin: app.origin },
    redirect: "manual",
  });
const ask = (more: Record<string, string> = {}) =>
  send(paths.ask(invitationId), { inquiryId: randomUUID(), text: "Zählt das mit?", ...more });
const count = async () =>
  (await database.db.selectFrom("inquiry").select("inquiry_id").where("round_id", "=", sheet.roundId).execute()).length;

describe("the page for asking, without JavaScript", () => {
  test("says who reads it, names the question that somebody came from, and shows no answer", async () => {
    const html = await page(paths.ask(invitationId, { frage: "plan" }));
    expect(html).toContain("Wie lange reicht das Geld?");
    expect(html).toContain("Seite eins");
    expect(html).toContain("Ihre Antworten gehen nicht mit.");
    expect(html).toContain('name="question" value="plan"');
    for (const none of ["gibt-es-nicht", "__proto__", "<script>", "%00"]) {
      const other = await page(paths.ask(invitationId, { frage: none }));
      expect(other).toContain('name="question" value=""');
    }
  });

  test("offers words for having the questionnaire opened again", async () => {
    const html = await page(paths.ask(invitationId, { anlass: "wieder-oeffnen" }));
    expect(html).toMatch(/<textarea[^>]*>Die Erhebung wurde geschlossen, bevor unsere Änderungen angekommen sind\./);
    expect(await page(`${paths.ask(invitationId)}?anlass=unsinn`)).not.toContain("wurde geschlossen");
  });

  test("sends, shows what was sent and where the answer comes, and counts a double click once", async () => {
    const [before, inquiryId] = [await count(), randomUUID()];
    const text = "Zählt das <b>mit</b>?\r\nUnd das?";
    const answers = await Promise.all([1, 2, 3].map(() => ask({ inquiryId, text, question: "plan" })));
    for (const one of answers) {
      expect([one.status, one.headers.get("Location")]).toEqual([302, paths.ask(invitationId, { anfrage: inquiryId })]);
    }
    expect(await count()).toBe(before + 1);
    const html = await page(paths.ask(invitationId, { anfrage: inquiryId }));
    expect(html).toContain("Ihre Frage ist bei der Koordination.");
    expect(html).toContain("Zählt das &lt;b&gt;mit&lt;/b&gt;?\nUnd das?");
    expect(html).toContain("Die Antwort kommt per Mail zu Ihnen");
    expect(await page(paths.invitation(invitationId))).toMatch(/Fragen? gestellt/);
  });

  test.each([
    ["nothing", "", "Bitte schreiben Sie Ihre Frage."],
    ["only spaces", " \r\n\u0000 ", "Bitte schreiben Sie Ihre Frage."],
    ["too much", `Anfang ${"x".repeat(2000)}`, "höchstens 2.000 Zeichen"],
  ])("says at the field what is wrong with %s, and keeps what was typed", async (_, text, said) => {
    const before = await count();
    const refused = await ask({ text });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(said);
    expect(html).toContain('aria-invalid="true"');
    if (text.startsWith("Anfang")) expect(html).toContain(text);
    expect(await count()).toBe(before);
  });

  test("lets nobody ask without end: 429 with the time to wait, and the text stays", async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask()).status).toBe(302);
    const refused = await ask({ text: "Die sechste Frage" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    const html = await refused.text();
    expect(html).toContain("Sie haben schon mehrere Fragen gesendet.");
    expect(html).toContain(">Die sechste Frage</textarea>");
  });

  test.each([
    ["an id that is none", { inquiryId: "1" }, 400],
    ["an unknown field", { antwort: "kurz" }, 400],
    ["a question that does not exist", { question: "erfunden" }, 400],
    ["leaving out the name where that is not offered", { unnamed: "yes" }, 400],
    ["a text beyond all measure", { text: "x".repeat(60_000) }, 400],
  ] as [string, Record<string, string>, number][])("refuses %s", async (_, fields, status) => {
    expect((await ask(fields)).status).toBe(status);
  });

  test("another text under the same id is a conflict", async () => {
    const inquiryId = randomUUID();
    expect((await ask({ inquiryId })).status).toBe(302);
    expect((await ask({ inquiryId, text: "Anders" })).status).toBe(409);
  });
});

describe("the way to ask", () => {
  test("stands on every page of a questionnaire, with no answer in its address", async () => {
    const submitted = await openSampleSheet(database.db);
    const id = (await submitted.invitation()).invitation_id;
    const lead = await sessionCookie(app, submitted.lead.accountId);
    const { opId } = { opId: randomUUID() };
    await fetch(app.origin + paths.changes(id), {
      method: "POST",
      headers: { Cookie: lead, Origin: app.origin, "Content-Type": "application/json" },
      body: JSON.stringify({ operations: [{ opId, path: "plan", base: 0, value: "lang" }] }),
    });
    const link = `href="${paths.ask(id)}"`;
    for (const at of [paths.invitation(id), paths.fill(id), paths.review(id), paths.blank(id), paths.submitted(id)]) {
      expect(await page(at, lead), at).toContain(link);
    }
    const { seq } = await submitted.invitation();
    await send(paths.review(id), { submissionId: randomUUID(), seq: String(seq) }, lead);
    for (const at of [paths.submitted(id), paths.receipt(id)]) expect(await page(at, lead), at).toContain(link);
  });

  test("leads guests from the cover of their link to the page, and back with the answer", async () => {
    const round = await openRoundByLink(database.db);
    const [guest] = (await invite(database.db, post, round, "Kim; kim.wege@example.org")) as [string];
    const cover = paths.guestLink(invitationToken(SECRET, guest));
    expect(await page(cover, "")).toContain('value="ask"');
    const led = await send(cover, { intent: "ask" }, "");
    expect(led.headers.get("Location")).toBe(paths.ask(guest));
    const cookie = (led.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const sent = await send(paths.ask(guest), { inquiryId: randomUUID(), text: "Von mir?" }, cookie);
    expect(await page(sent.headers.get("Location") ?? "", cookie)).toContain("Von mir?");
    expect(await page(paths.ownLink(guest), cookie)).toContain(paths.ask(guest));
    expect((await get(paths.ask(guest), member)).status).toBe(404);
  });

  test("is open behind an open link, unnamed; a withdrawn link leads nowhere", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const link = await openLinkOf(database.db, round);
    const token = openLinkToken(SECRET, link.link_id);
    for (const at of [paths.openLink(token), paths.openFill(token), paths.openThanks(token)]) {
      expect(await page(at, ""), at).toContain(paths.openAsk(token));
    }
    const inquiryId = randomUUID();
    const sent = await send(paths.openAsk(token), { inquiryId, text: "Wer fragt?" }, "");
    const html = await page(sent.headers.get("Location") ?? "", "");
    expect(html).toContain(`${app.origin}${paths.openAsk(token, { anfrage: inquiryId })}`);
    expect(html).toContain("Heben Sie die Adresse auf.");
    expect(await page(paths.openAsk(token), "")).not.toContain("Wer fragt?");
    await database.db
      .updateTable("open_link")
      .set({ revoked_at: new Date() })
      .where("link_id", "=", link.link_id)
      .execute();
    expect((await get(paths.openAsk(token), "")).status).toBe(404);
    expect((await get(paths.openAsk("A".repeat(43)), "")).status).toBe(404);
  });

  test("leaves out the name in an anonymous round unless somebody wants it there", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const [guest] = (await invite(database.db, post, round, "Ulli; ulli.wege@example.org")) as [string];
    const led = await send(paths.guestLink(invitationToken(SECRET, guest)), { intent: "ask" }, "");
    const cookie = (led.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const html = await page(paths.ask(guest), cookie);
    expect(html).toMatch(/<input type="checkbox"[^>]*name="unnamed"[^>]*checked=""/);
    expect(html).toContain("Diese Erhebung ist anonym.");
    const refused = await (await send(paths.ask(guest), { inquiryId: randomUUID(), text: "" }, cookie)).text();
    expect(refused).not.toMatch(/name="unnamed"[^>]*checked=""/);
    const inquiryId = randomUUID();
    await send(paths.ask(guest), { inquiryId, text: "Ohne Namen", unnamed: "yes" }, cookie);
    const shown = await page(paths.ask(guest, { anfrage: inquiryId }), cookie);
    expect(shown).toContain(`value="${app.origin}${paths.ask(guest, { anfrage: inquiryId })}"`);
    expect(await page(paths.ask(guest), cookie)).not.toContain("Ohne Namen");
  });
});

describe("the desk", () => {
  const answer = (fields: Record<string, string>) => send(paths.round(sheet.roundId), fields, coordination);

  test("shows what was asked and takes an answer, which the project then reads", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId, text: "Eine Frage für den Tisch", question: "thema" });
    const html = await page(paths.round(sheet.roundId), coordination);
    for (const said of ["Fragen aus den Projekten", "Eine Frage für den Tisch", "Welche Themen?", "Test member"]) {
      expect(html).toContain(said);
    }
    expect(await page(paths.rounds(), coordination)).toMatch(/\d+ offene Fragen?|1 offene Frage/);
    expect(await page(paths.home(), coordination)).toMatch(/warte[nt]+ auf Antwort/);
    for (const [text, said] of [
      ["", "Bitte schreiben Sie eine Antwort."],
      ["y".repeat(4001), "höchstens 4.000 Zeichen"],
    ] as const) {
      const refused = await answer({ intent: "answer", inquiryId, answer: text });
      expect(refused.status).toBe(422);
      const again = await refused.text();
      expect(again).toContain(said);
      expect(again).toContain(text);
    }
    const sent = await answer({ intent: "answer", inquiryId, answer: "Eine Antwort" });
    expect(sent.headers.get("Location")).toBe(`${paths.round(sheet.roundId)}?fertig=beantwortet#fragen`);
    const late = await answer({ intent: "answer", inquiryId, answer: "Eine zweite" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Eine zweite");
    expect(await page(paths.ask(invitationId))).toContain("Eine Antwort");
  });

  test("settles without an answer, and refuses what it cannot read", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId, text: "Schon am Telefon geklärt" });
    const done = await answer({ intent: "settle", inquiryId });
    expect(done.headers.get("Location")).toContain("fertig=erledigt");
    expect(await page(paths.ask(invitationId))).toContain("Erledigt, ohne Antwort auf dieser Seite.");
    expect((await answer({ intent: "settle", inquiryId: randomUUID() })).status).toBe(404);
    expect((await answer({ intent: "answer", answer: "x" })).status).toBe(400);
    expect((await answer({ intent: "answer", inquiryId: "1", answer: "x" })).status).toBe(400);
    const foreign = await send(paths.round(sheet.roundId), { intent: "settle", inquiryId }, member);
    expect(foreign.status).toBe(404);
  });
});
