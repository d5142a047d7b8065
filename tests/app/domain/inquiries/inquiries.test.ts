import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { answerInquiry, settleInquiry } from "#app/domain/inquiries/answer.server.ts";
import { type Asked, askByOpenLink, askInquiry } from "#app/domain/inquiries/ask.server.ts";
import { PER_HOUR } from "#app/domain/inquiries/limits.ts";
import { readInquiries } from "#app/domain/inquiries/read-inquiries.server.ts";
import { countAsked, readAsking, readAskingByLink } from "#app/domain/inquiries/read-own.server.ts";
import { guestOf } from "#app/domain/links/guest-link.server.ts";
import { startByOpenLink } from "#app/domain/links/open-links.server.ts";
import { forgetPerson } from "#app/domain/links/people.server.ts";
import { startTicket } from "#app/domain/links/tokens.server.ts";
import { pseudonymise } from "#app/domain/members/people.server.ts";
import type { Respondent } from "#app/domain/responses/access.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { paths } from "#app/paths.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf } from "../../../support/mail-round.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { dumpRows, openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { attempt, NO_RIGHT } from "../../../support/refusal.ts";
import { invite, openLinkOf, openRoundByLink } from "../links/by-link.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "../responses/sample-sheet.ts";

const TEXT = "Zählen Kanarienvögel mit?";

let database: TestDatabase;
let post: TestPost;
let coordination: Viewer;
let sheet: SampleSheet;
let invitationId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  coordination = await viewerOf(database.db, await insertAccount(database.db, { role: "coordination" }));
  sheet = await openSampleSheet(database.db);
  invitationId = (await sheet.invitation()).invitation_id;
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  await sql`delete from rate_limit`.execute(database.db);
  await database.db.updateTable("mail").set({ state: "dropped" }).where("state", "=", "queued").execute();
});

const services = () => ({ db: database.db, jobs: post.jobs, secret: SECRET });
const asked = (more: Partial<Asked & { unnamed: boolean }> = {}) => ({
  ...{ inquiryId: randomUUID(), text: TEXT, question: null, unnamed: false },
  ...more,
});
const ask = (more: Parameters<typeof asked>[0] = {}, as: Respondent = sheet.member, id = invitationId) =>
  askInquiry(services(), as, id, asked(more));
const answer = (inquiryId: string, text: string, actorId = coordination.accountId, roundId = sheet.roundId) =>
  answerInquiry(services(), { roundId, inquiryId, actorId, now: new Date(), answer: text });
const rowOf = (inquiryId: string) =>
  database.db.selectFrom("inquiry").selectAll().where("inquiry_id", "=", inquiryId).executeTakeFirst();
const mailsOf = (inquiryId: string) =>
  database.db
    .selectFrom("mail")
    .select(["kind", "account_id", "state", "invitation_id"])
    .where(sql<string>`subject_ids ->> 'inquiryId'`, "=", inquiryId)
    .orderBy("kind")
    .execute();
const eventsOf = (inquiryId: string) =>
  database.db
    .selectFrom("audit")
    .select(["verb", "actor_id", "detail"])
    .where("object_id", "=", inquiryId)
    .orderBy("audit_id")
    .execute();

describe("asking", () => {
  test("is kept once, mailed to the coordination, and named by ids alone in audit and jobs", async () => {
    const inquiryId = randomUUID();
    const question = "thema";
    await Promise.all(Array.from({ length: 8 }, () => ask({ inquiryId, question })));
    expect(await rowOf(inquiryId)).toMatchObject({
      ...{ round_id: sheet.roundId, invitation_id: invitationId, author_id: sheet.member.accountId },
      ...{ question: "thema", text: TEXT, answer: null, closed_at: null },
    });
    expect(await mailsOf(inquiryId)).toEqual([
      { kind: "inquiry", account_id: coordination.accountId, state: "queued", invitation_id: null },
    ]);
    const event = { verb: "inquiry.ask", actor_id: sheet.member.accountId, detail: { roundId: sheet.roundId } };
    expect(await eventsOf(inquiryId)).toEqual([event]);
    expect(await dumpRows(database, ["public.inquiry"])).not.toContain("Kanarienvögel");
    const [letter, ...more] = await post.deliver(await addressOf(database.db, coordination.accountId));
    expect(more).toEqual([]);
    expect(letter?.subject).toBe("Eine Frage an Sie");
    const project = (await sheet.invitation()).project_name;
    for (const said of [TEXT, `Von: ${project}`, "Zur Frage: Welche Themen?", paths.round(sheet.roundId)]) {
      expect(letter?.text).toContain(said);
    }
  });

  test("says nothing of what was answered", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId, question: "warum" });
    const row = await rowOf(inquiryId);
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        ...["inquiry_id", "round_id", "invitation_id", "author_id", "question", "text", "asked_at"],
        ...["answer", "answered_by", "answered_at", "closed_by", "closed_at", "erased_at"],
      ].sort(),
    );
  });

  test.each([
    ["another text under the same id", { text: "Anders" }, "different-body"],
    ["another question under the same id", { question: "plan" }, "different-body"],
    ["a question that does not exist", { inquiryId: randomUUID(), question: "__proto__" }, "invalid-request"],
    ["no name where names are not left out", { inquiryId: randomUUID(), unnamed: true }, "invalid-request"],
  ] as const)("refuses %s", async (_, more, code) => {
    const inquiryId = randomUUID();
    await ask({ inquiryId });
    expect(await outcomeOf(ask({ inquiryId, ...more }))).toBe(code);
    const colleague = sheet.lead;
    expect(await outcomeOf(ask({ inquiryId }, colleague))).toBe("different-body");
  });

  test("is for those who are invited: anybody else finds nothing", async () => {
    const other = await openSampleSheet(database.db);
    for (const stranger of [other.lead, coordination, guestOf(invitationId, "de"), guestOf(randomUUID(), "de")]) {
      expect(await outcomeOf(ask({}, stranger))).toBe("not-found");
      const reading = readAsking(database.db, stranger, invitationId, { question: null, inquiryId: null });
      expect(await outcomeOf(reading)).toBe("not-found");
    }
  });

  test("is limited per person and hour; a retry of what was sent does not count", async () => {
    const first = randomUUID();
    const all = await Promise.all(
      [first, ...Array.from({ length: 9 }, () => randomUUID())].map((inquiryId) =>
        outcomeOf(ask({ inquiryId }, sheet.lead)),
      ),
    );
    expect(all.filter((one) => one === undefined)).toHaveLength(PER_HOUR);
    expect(all.filter((one) => one === "too-many-requests")).toHaveLength(10 - PER_HOUR);
    await expect(ask({}, sheet.lead)).rejects.toMatchObject({ retryAfter: expect.any(Number) });
    const kept = (await database.db.selectFrom("inquiry").select("inquiry_id").execute()).map((row) => row.inquiry_id);
    if (kept.includes(first)) expect(await outcomeOf(ask({ inquiryId: first }, sheet.lead))).toBeUndefined();
    expect(await outcomeOf(ask())).toBeUndefined();
  });

  test("works when the round is over", async () => {
    const over = await openSampleSheet(database.db);
    await database.db
      .updateTable("round")
      .set({ state: "closed", closed_at: new Date() })
      .where("round_id", "=", over.roundId)
      .execute();
    const id = (await over.invitation()).invitation_id;
    expect(await outcomeOf(ask({}, over.member, id))).toBeUndefined();
  });

  test("writes to those of the coordination who can be reached, and to nobody who left it meanwhile", async () => {
    const { db } = database;
    const gone = await insertAccount(db, { role: "coordination" });
    await db.updateTable("account").set({ disabled_at: new Date() }).where("account_id", "=", gone).execute();
    const leaving = await insertAccount(db, { role: "coordination" });
    const inquiryId = randomUUID();
    await ask({ inquiryId });
    const to = (await mailsOf(inquiryId)).map((mail) => mail.account_id).sort();
    expect(to).toEqual([coordination.accountId, leaving].sort());
    await db.deleteFrom("membership").where("account_id", "=", leaving).execute();
    expect(await post.deliver(await addressOf(db, leaving))).toEqual([]);
    const states = (await mailsOf(inquiryId)).map((mail) => `${mail.account_id === leaving} ${mail.state}`);
    expect(states.sort()).toEqual(["false sent", "true dropped"]);
  });
});

describe("an answer", () => {
  test("comes by mail to whoever asked, and stands on the page of the whole team", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId, question: "thema" });
    await answer(inquiryId, "Ja, alle.");
    await answer(inquiryId, "Ja, alle.");
    expect(await outcomeOf(answer(inquiryId, "Nein."))).toBe("changed-since");
    const [letter, ...more] = await post.deliver(await addressOf(database.db, sheet.member.accountId));
    expect(more).toEqual([]);
    expect(letter?.subject).toBe("Eine Antwort für Sie");
    for (const said of [TEXT, "Ja, alle.", paths.ask(invitationId)]) expect(letter?.text).toContain(said);
    // What was answered before the mail left is not asked for any more.
    expect((await mailsOf(inquiryId)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "inquiry dropped",
      "inquiry-answer sent",
    ]);
    const page = await readAsking(database.db, sheet.lead, invitationId, { question: null, inquiryId });
    expect(page.sent).toMatchObject({ text: TEXT, answer: "Ja, alle.", askedBy: "Test member", named: true });
    expect(page.answerWay).toBe("mail");
    expect((await countAsked(database.db, invitationId)).answered).toBe(1);
    const verbs = (await eventsOf(inquiryId)).map(({ verb, actor_id }) => `${verb} ${actor_id}`);
    expect(verbs).toEqual([`inquiry.ask ${sheet.member.accountId}`, `inquiry.answer ${coordination.accountId}`]);
  });

  test("by two at once counts once", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId });
    const second = await insertAccount(database.db, { role: "coordination" });
    const both = await Promise.all([
      outcomeOf(answer(inquiryId, "Ja.")),
      outcomeOf(answer(inquiryId, "Nein.", second)),
    ]);
    expect(both.filter((one) => one === "changed-since")).toHaveLength(1);
    expect((await mailsOf(inquiryId)).filter(({ kind }) => kind === "inquiry-answer")).toHaveLength(1);
  });

  test("goes by mail to nobody who has left the project", async () => {
    const inquiryId = randomUUID();
    const accountId = await insertAccount(database.db, { role: "member", projectId: sheet.projectId });
    await ask({ inquiryId }, await viewerOf(database.db, accountId));
    await answer(inquiryId, "Zu spät.");
    await database.db.deleteFrom("membership").where("account_id", "=", accountId).execute();
    expect(await post.deliver(await addressOf(database.db, accountId))).toEqual([]);
  });

  test("is refused for another round and for an id that is none", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId });
    const other = await openSampleSheet(database.db);
    expect(await outcomeOf(answer(inquiryId, "Ja.", coordination.accountId, other.roundId))).toBe("not-found");
    expect(await outcomeOf(answer(randomUUID(), "Ja."))).toBe("not-found");
  });

  test("is not needed where it was settled; it may come later all the same", async () => {
    const inquiryId = randomUUID();
    await ask({ inquiryId });
    const closing = { roundId: sheet.roundId, inquiryId, actorId: coordination.accountId, now: new Date() };
    await settleInquiry(database.db, closing);
    await settleInquiry(database.db, closing);
    expect((await eventsOf(inquiryId)).map(({ verb }) => verb)).toEqual(["inquiry.ask", "inquiry.settle"]);
    const states = async () => (await mailsOf(inquiryId)).map(({ kind, state }) => `${kind} ${state}`);
    await post.deliver();
    expect((await states()).filter((one) => one.endsWith("sent"))).toEqual([]);
    await answer(inquiryId, "Doch noch ein Wort.");
    expect((await rowOf(inquiryId))?.answer).toBe("Doch noch ein Wort.");
  });
});

test("the desk shows what is open first, the oldest of it first", async () => {
  const own = await openSampleSheet(database.db);
  const id = (await own.invitation()).invitation_id;
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  for (const inquiryId of ids) await ask({ inquiryId }, own.lead, id);
  await answer(ids[0], "Ja.", coordination.accountId, own.roundId);
  const { all, capped } = await readInquiries(database.db, own.roundId);
  expect(all.map((one) => one.inquiryId)).toEqual([ids[1], ids[2], ids[0]]);
  expect(all[0]).toMatchObject({ from: (await own.invitation()).project_name, askedBy: "Test lead", unnamed: false });
  expect(capped).toBe(false);
});

describe("people by link", () => {
  test("get the answer at the address of their invitation; by open link it stands on their page", async () => {
    const round = await openRoundByLink(database.db);
    const [known] = (await invite(database.db, post, round, "Kim; kim.frage@example.org")) as [string];
    const link = await openLinkOf(database.db, round);
    const ticket = startTicket(SECRET, link.link_id, randomUUID());
    const starting = { secret: SECRET, ticket, locale: "de" as const, now: new Date() };
    const { invitationId: open } = await startByOpenLink(database.db, link, starting);
    for (const id of [known, open]) {
      const inquiryId = randomUUID();
      await ask({ inquiryId }, guestOf(id, "de"), id);
      await answer(inquiryId, "Gern.", coordination.accountId, round.roundId);
      const page = await readAsking(database.db, guestOf(id, "de"), id, { question: null, inquiryId: null });
      expect(page.others).toMatchObject([{ answer: "Gern.", askedBy: null }]);
      expect(page.answerWay).toBe(id === known ? "mail" : "page");
    }
    const letters = await post.deliver("kim.frage@example.org");
    expect(letters.at(-1)?.text).toContain("Gern.");
    expect(letters.at(-1)?.text).toContain("/teilnahme/");
  });

  test("behind an open link nobody is known: the answer is found by the address of what was asked", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const link = await openLinkOf(database.db, round);
    const inquiryId = randomUUID();
    const question = { inquiryId, text: TEXT, question: "plan" };
    for (const _ of [1, 2]) await askByOpenLink(services(), link, { ...question, network: "n" });
    expect(await rowOf(inquiryId)).toMatchObject({ invitation_id: null, author_id: null });
    expect((await eventsOf(inquiryId)).map(({ actor_id }) => actor_id)).toEqual([null]);
    await answer(inquiryId, "Ja.", coordination.accountId, round.roundId);
    const at = (id: string | null) => readAskingByLink(database.db, link, { question: null, inquiryId: id });
    expect((await at(inquiryId)).sent).toMatchObject({ answer: "Ja.", named: false });
    for (const other of [null, randomUUID(), "x"]) expect((await at(other)).sent).toBeNull();
    expect((await mailsOf(inquiryId)).map(({ kind }) => kind)).not.toContain("inquiry-answer");
  });
});

test("in an anonymous round whoever asks may stay unnamed: no row, mail or event says who", async () => {
  const round = await openRoundByLink(database.db, { privacy: "anonymous" });
  const ids = (await invite(database.db, post, round, "a.frage@example.org\nb.frage@example.org")) as [string, string];
  const inquiryId = randomUUID();
  const guest = guestOf(ids[0], "de");
  await ask({ inquiryId, unnamed: true }, guest, ids[0]);
  expect(await rowOf(inquiryId)).toMatchObject({ invitation_id: null, author_id: null, round_id: round.roundId });
  expect((await eventsOf(inquiryId)).map(({ actor_id }) => actor_id)).toEqual([null]);
  for (const mail of await mailsOf(inquiryId)) expect(mail.invitation_id).toBeNull();
  await answer(inquiryId, "Ja.", coordination.accountId, round.roundId);
  const page = (id: string, wanted: string | null) =>
    readAsking(database.db, guestOf(id, "de"), id, { question: null, inquiryId: wanted });
  expect((await page(ids[0], inquiryId)).sent).toMatchObject({ answer: "Ja.", named: false });
  expect((await page(ids[0], null)).others).toEqual([]);
  // Under another round the id says nothing.
  const elsewhere = await readAsking(database.db, sheet.lead, invitationId, { question: null, inquiryId });
  expect(elsewhere.sent).toBeNull();
  const [shown] = (await readInquiries(database.db, round.roundId)).all;
  expect(shown).toMatchObject({ unnamed: true, from: null, askedBy: null });
});

describe("what was asked", () => {
  test("cannot be rewritten or deleted by the app, only answered", async () => {
    for (const change of ["text = 'x'", "invitation_id = null", "author_id = null", "question = null"]) {
      expect(await attempt(database.db, `update inquiry set ${change}`), change).toBe(NO_RIGHT);
    }
    expect(await attempt(database.db, "delete from inquiry")).toBe(NO_RIGHT);
    expect(await attempt(database.report, "select * from inquiry")).toBe(NO_RIGHT);
  });

  test("stands in the own data of who asked and who answered, and goes with them", async () => {
    const inquiryId = randomUUID();
    const accountId = await insertAccount(database.db, { role: "member", projectId: sheet.projectId });
    const viewer = await viewerOf(database.db, accountId);
    await ask({ inquiryId, question: "plan" }, viewer);
    const second = await viewerOf(database.db, await insertAccount(database.db, { role: "coordination" }));
    await answer(inquiryId, "Ja.", second.accountId);
    const data = await collectOwnData(database.db, viewer, "de", new Date());
    expect(data.inquiries).toMatchObject([{ survey: "Probe", question: "plan", text: TEXT, answer: "Ja." }]);
    const theirs = await collectOwnData(database.db, second, "de", new Date());
    expect([theirs.inquiries, theirs.inquiriesAnswered]).toMatchObject([[], [{ answer: "Ja." }]]);
    expect(JSON.stringify(theirs)).not.toContain(TEXT);

    const both = { accountId: coordination.accountId, name: "", locale: "de" as const };
    const lead = { role: "lead" as const, projectId: sheet.projectId };
    await pseudonymise(database.db, { ...both, parts: [...coordination.parts, lead] }, accountId, new Date());
    expect(await rowOf(inquiryId)).toMatchObject({ text: null, answer: null, author_id: null, question: "plan" });
    const page = await readAsking(database.db, sheet.lead, invitationId, { question: null, inquiryId });
    expect(page.sent?.text).toBeNull();
    expect((await readInquiries(database.db, sheet.roundId)).all.map((one) => one.inquiryId)).not.toContain(inquiryId);
    expect(await outcomeOf(answer(inquiryId, "Doch."))).toBe("changed-since");
  });

  test("goes with a guest who is forgotten", async () => {
    const round = await openRoundByLink(database.db);
    const [guest] = (await invite(database.db, post, round, "Ulli; ulli.frage@example.org")) as [string];
    const inquiryId = randomUUID();
    await ask({ inquiryId }, guestOf(guest, "de"), guest);
    await forgetPerson(database.db, { roundId: round.roundId, invitationId: guest, actorId: round.actorId });
    expect((await rowOf(inquiryId))?.text).toBeNull();
    await post.deliver();
    expect((await mailsOf(inquiryId)).map(({ state }) => state)).not.toContain("sent");
  });
});
