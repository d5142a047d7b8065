import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { listSheets } from "#app/domain/responses/list-sheets.server.ts";
import { beginSheet, readCover } from "#app/domain/responses/open-sheet.server.ts";
import * as read from "#app/domain/responses/read-sheet.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { submitResponse } from "#app/domain/responses/submit-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "./sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
let sheet: SampleSheet;
let id: string;

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
  id = (await sheet.invitation()).invitation_id;
});

async function answer(answers: JsonObject): Promise<number> {
  const operations = Object.entries(answers).map(([path, value]) => ({ opId: randomUUID(), path, base: 0, value }));
  return (await saveChanges(database.db, sheet.lead, await sheet.invitation(), operations as never)).seq;
}
const review = (viewer: Viewer = sheet.lead) => read.reviewSheet(database.db, checking, viewer, id);
/** Questions with what was answered, as a person reads it. */
const written = (pages: read.Review["pages"]) =>
  pages.flatMap((page) =>
    page.questions.map((question) => [
      question.name,
      ...question.lines.flatMap((line) => line.values.map((value) => value.label?.de ?? value.text)),
    ]),
  );

test("the review shows every answer in words, what is missing with the way to it, and who may submit", async () => {
  await answer({ thema: ["haft", "other"], "thema-Comment": "mehr", zahl: 0 });
  const shown = await review();
  expect(written(shown.pages)).toEqual([["plan"], ["thema", "haft", expect.anything()], ["zahl", "0"], ["mit"]]);
  expect(JSON.stringify(shown.pages)).toContain("mehr");
  expect(shown.findings).toEqual([
    {
      code: "required",
      message: expect.any(String),
      page: "eins",
      question: "plan",
      title: { de: "Wie lange reicht das Geld?", en: "How long will the money last?" },
    },
  ]);
  expect([shown.maySubmit, (await review(sheet.member)).maySubmit]).toEqual([true, false]);
});

test("an answer that conditions hide is counted as hidden and not shown, before and after submitting", async () => {
  const seq = await answer({ plan: "lang", warum: "geheim" });
  const shown = await review();
  expect(shown).toMatchObject({ hidden: 1, findings: [], seq });
  expect(JSON.stringify(shown.pages)).not.toContain("geheim");
  const tools = { db: database.db, checking, jobs: post.jobs };
  await submitResponse(tools, sheet.lead, await sheet.invitation(), { submissionId: randomUUID(), seq });
  const submitted = await read.readSubmitted(database.db, sheet.member, id);
  expect(JSON.stringify(submitted.pages)).not.toContain("geheim");
  expect(submitted.receipt).toMatchObject({
    submittedBy: "Test lead",
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await read.readReceipt(database.db, sheet.member, id)).receipt).toEqual(submitted.receipt);
});

test("a draft left at closing can be read and has no receipt", async () => {
  await answer({ plan: "kurz", warum: "Text im Entwurf" });
  await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
  const left = await read.readSubmitted(database.db, sheet.member, id);
  expect(left).toMatchObject({ receipt: null, cover: { open: false, state: "begun" } });
  expect(JSON.stringify(left.pages)).toContain("Text im Entwurf");
  expect(await outcomeOf(read.readReceipt(database.db, sheet.lead, id))).toBe("not-found");
  expect(await listSheets(database.db, sheet.lead)).toMatchObject([{ open: false, state: "missed" }]);
});

test("reading changes nothing; beginning notes the first visit once, and only while the round is open", async () => {
  expect(await readCover(database.db, sheet.lead, id)).toMatchObject({ state: "new", open: true });
  await read.readForFilling(database.db, sheet.lead, id);
  expect((await sheet.invitation()).first_opened_at).toBeNull();
  await beginSheet(database.db, sheet.member, id);
  const first = (await sheet.invitation()).first_opened_at;
  expect(first).not.toBeNull();
  await beginSheet(database.db, sheet.lead, id);
  expect((await sheet.invitation()).first_opened_at).toEqual(first);
  sheet = await openSampleSheet(database.db, { closesInDays: -1 });
  id = (await sheet.invitation()).invitation_id;
  await beginSheet(database.db, sheet.lead, id);
  expect((await sheet.invitation()).first_opened_at).toBeNull();
});

test("the blank sheet has every question, also those that conditions hide, with all that can be answered", async () => {
  const { pages } = await read.readBlank(database.db, sheet.member, id);
  const names = pages.map((page) => page.questions.map((question) => question.name));
  expect(names).toEqual([["plan", "warum", "thema", "zahl"], ["mit"]]);
  expect(pages[0]?.questions[0]?.lines[0]?.codes.map((code) => code.label.de)).toEqual(["kurz", "lang"]);
});

test("strangers, other projects, steering and ids that are none get the same 404", async () => {
  const other = await openSampleSheet(database.db);
  const steering: Viewer = { ...other.lead, parts: [{ role: "steering", projectId: null }] };
  const coordination: Viewer = { ...other.lead, parts: [{ role: "coordination", projectId: null }] };
  const readers: ((viewer: Viewer, of: string) => Promise<unknown>)[] = [
    (viewer, of) => readCover(database.db, viewer, of),
    (viewer, of) => read.readForFilling(database.db, viewer, of),
    (viewer, of) => read.reviewSheet(database.db, checking, viewer, of),
    (viewer, of) => read.readSubmitted(database.db, viewer, of),
    (viewer, of) => read.readReceipt(database.db, viewer, of),
    (viewer, of) => read.readBlank(database.db, viewer, of),
    (viewer, of) => getInvitation(database.db, viewer, of, "response.submit"),
  ];
  for (const reader of readers) {
    for (const viewer of [other.lead, other.member, steering, coordination, { ...other.lead, parts: [] }]) {
      expect(await outcomeOf(reader(viewer, id))).toBe("not-found");
    }
    for (const none of [randomUUID(), "x", "", id.toUpperCase(), `${id}\u0000`, "' or 1=1"]) {
      expect(await outcomeOf(reader(sheet.lead, none))).toBe("not-found");
    }
  }
});
