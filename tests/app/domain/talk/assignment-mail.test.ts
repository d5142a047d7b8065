import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { takeBack } from "#app/domain/responses/take-back.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { changeTalk } from "#app/domain/talk/change-talk.server.ts";
import { ASSIGNMENT_MAILS_PER_DAY } from "#app/domain/talk/limits.ts";
import { readAssignments } from "#app/domain/talk/read-assignments.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { paths } from "#app/paths.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf, submitFor } from "../../../support/mail-round.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, PROBE, type SampleSheet } from "../responses/sample-sheet.ts";
import { openWorkingSheet } from "../responses/submitted-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
let sheet: SampleSheet;
let invitationId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  checking = createCheckingPool({ threads: 1, timeoutMs: 10_000 });
});
afterAll(async () => {
  await checking?.close();
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  invitationId = (await sheet.invitation()).invitation_id;
});

const assign = (place: string, assignee: Viewer | null, by: Viewer = sheet.lead, now = new Date()) =>
  changeTalk({ db: database.db, jobs: post.jobs, now }, by, invitationId, {
    ...{ step: "assign", place, assignee: assignee?.accountId ?? null },
  });
const mailsTo = async ({ accountId }: Viewer) => post.deliver(await addressOf(database.db, accountId));

test("the mail names who asks and the question, leads to it, and says nothing in its subject", async () => {
  await assign("zahl", sheet.member);
  const [mail, ...more] = await mailsTo(sheet.member);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("Bitte um Ihre Antwort");
  expect(mail?.text).toContain("Test lead bittet Sie um eine Antwort");
  expect(mail?.text).toContain("Frage: Wie viele Fälle?");
  expect(mail?.text).toContain(`https://spiegel.example.org${paths.fill(invitationId, "eins", "zahl")}`);
});

test("a page can be asked for, too", async () => {
  await assign("page:zwei", sheet.member);
  const [mail] = await mailsTo(sheet.member);
  expect(mail?.text).toContain(`${paths.fill(invitationId, "zwei")}\n`);
  expect(mail?.text).toContain("Frage: Seite zwei");
});

test("nobody is written to for what they took on themselves, nor twice a day for the same place", async () => {
  await assign("plan", sheet.lead);
  expect(await mailsTo(sheet.lead)).toEqual([]);
  for (const who of [sheet.member, null, sheet.member]) await assign("plan", who);
  expect(await mailsTo(sheet.member)).toHaveLength(1);
  await assign("plan", null);
  await assign("plan", sheet.member, sheet.lead, new Date(Date.now() + 86_400_000));
  expect(await mailsTo(sheet.member)).toHaveLength(2);
});

test("there are only so many a day for one person and one sheet; the assignments stand", async () => {
  const many = Array.from({ length: ASSIGNMENT_MAILS_PER_DAY + 2 }, (_, i) => `frage${i}`);
  const elements = many.map((name) => ({ type: "text", name, title: name }));
  const pages = [{ name: "eins", title: "Seite eins", elements }];
  sheet = await openSampleSheet(database.db, { definition: { ...PROBE, pages } });
  invitationId = (await sheet.invitation()).invitation_id;
  for (const place of many) await assign(place, sheet.member);
  expect(await mailsTo(sheet.member)).toHaveLength(ASSIGNMENT_MAILS_PER_DAY);
  const marks = database.db.selectFrom("place_mark").select("place").where("invitation_id", "=", invitationId);
  expect(await marks.execute()).toHaveLength(many.length);
});

test.each<[string, () => Promise<unknown>]>([
  ["nobody is asked any more", () => assign("plan", null)],
  ["somebody else is asked by now", () => assign("plan", sheet.lead)],
  [
    "it is settled",
    async () =>
      changeTalk({ db: database.db, jobs: post.jobs }, sheet.lead, invitationId, {
        ...{ step: "clarify", place: "plan", clarified: true },
      }),
  ],
  [
    "the person has left the team",
    () => database.db.deleteFrom("membership").where("account_id", "=", sheet.member.accountId).execute(),
  ],
  ["the round has closed", () => closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() })],
  ["the sheet is submitted", () => submitFor(database.db, sheet.roundId, invitationId)],
])("is not sent when %s", async (_, happens) => {
  await assign("plan", sheet.member);
  await happens();
  expect(await mailsTo(sheet.member)).toEqual([]);
  const states = database.db.selectFrom("mail").select("state").where("account_id", "=", sheet.member.accountId);
  expect(await states.execute()).toEqual([{ state: "dropped" }]);
});

test("while a sheet is corrected, people are asked for answers, by mail and at home", async () => {
  const working = await openWorkingSheet({ db: database.db, checking, jobs: post.jobs });
  sheet = working;
  invitationId = working.id;
  await working.submit(await working.answer({ plan: "kurz" }));
  await takeBack(database.db, working.lead, working.id);
  await assign("plan", sheet.member);
  expect(await mailsTo(sheet.member)).toHaveLength(1);
  expect(await readAssignments(database.db, sheet.member)).toMatchObject([{ invitationId, question: "plan" }]);
});

test("the coordination's list of deliveries does not hold it", async () => {
  await assign("plan", sheet.member);
  const mails = database.db.selectFrom("mail").select(["round_id", "invitation_id"]).where("kind", "=", "assignment");
  for (const mail of await mails.execute()) expect(mail).toEqual({ round_id: null, invitation_id: null });
});
