import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checksumOf } from "#app/domain/canonical.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { newReceipt, submitResponse } from "#app/domain/responses/submit-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "./sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
let sheet: SampleSheet;

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
});

/** Writes first answers; gives back the state that a review shows afterwards. */
async function answer(answers: JsonObject): Promise<number> {
  const operations = Object.entries(answers).map(([path, value]) => ({ opId: randomUUID(), path, base: 0, value }));
  const saved = await saveChanges(database.db, sheet.member, await sheet.invitation(), operations as never);
  return saved.seq;
}
async function submit(seq: number, submissionId: string = randomUUID()) {
  const tools = { db: database.db, checking, jobs: post.jobs };
  return submitResponse(tools, sheet.lead, await sheet.invitation(), { submissionId, seq });
}
const submissions = () =>
  database.db.selectFrom("submission").selectAll().where("round_id", "=", sheet.roundId).execute();
const mails = () =>
  database.db.selectFrom("mail").select("mail_key").where("account_id", "=", sheet.lead.accountId).execute();
const events = async () => {
  const { invitation_id } = await sheet.invitation();
  return database.db.selectFrom("audit").select("verb").where("object_id", "=", invitation_id).execute();
};

describe("submitting", () => {
  test("keeps answers, checksum and long form; what conditions hide is kept and not visible", async () => {
    const answers = { plan: "lang", warum: "wegen", thema: ["recht", "other"], "thema-Comment": "mehr", zahl: 4 };
    const seq = await answer(answers);
    const { receipt } = await submit(seq);
    expect(receipt).toMatch(/^PS-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const [kept, ...more] = await submissions();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ receipt, number: 1, answers, invisible: ["/warum"], checksum: checksumOf(answers) });
    const cells = await database.db
      .selectFrom("cell")
      .select(["item", "code", "number", "text", "visible"])
      .where("round_id", "=", sheet.roundId)
      .orderBy("position")
      .execute();
    expect(cells).toEqual([
      { item: "plan", code: "lang", number: null, text: null, visible: true },
      { item: "warum", code: null, number: null, text: "wegen", visible: false },
      { item: "thema", code: "recht", number: null, text: null, visible: true },
      { item: "thema", code: "other", number: null, text: "mehr", visible: true },
      { item: "zahl", code: null, number: 4, text: null, visible: true },
    ]);
    expect(await sheet.invitation()).toMatchObject({ response_state: "submitted", seq });
    expect(await events()).toEqual([{ verb: "response.submit" }]);
  });

  const ways: [string, JsonObject, boolean][] = [
    ["with answers", { plan: "kurz", zahl: 1 }, true],
    ["of a sheet where nothing is required and nothing was answered", {}, false],
  ];
  test.each(ways)("20 at once under one id %s: one submission, one receipt, one mail", async (_, answers, required) => {
    if (!required) sheet = await openSampleSheet(database.db, { definition: OPTIONAL });
    const seq = required ? await answer(answers) : 0;
    const submissionId = randomUUID();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => submit(seq, submissionId)));
    const [kept, ...more] = await submissions();
    expect(more).toEqual([]);
    expect(new Set(receipts.map((one) => one.receipt))).toEqual(new Set([kept?.receipt]));
    expect(await mails()).toEqual([{ mail_key: `receipt:${submissionId}` }]);
    expect(await events()).toHaveLength(1);
  });

  test("several at once under different ids: one wins, the others learn that it is submitted", async () => {
    const seq = await answer({ plan: "kurz" });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(submit(seq))));
    expect(outcomes.filter((one) => typeof one !== "string")).toHaveLength(1);
    expect(outcomes.filter((one) => typeof one === "string")).toEqual(Array(7).fill("already-submitted"));
    expect(await submissions()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test("a retry gives the same receipt, also after the round is closed; another body under the id is refused", async () => {
    const seq = await answer({ plan: "kurz" });
    const submissionId = randomUUID();
    const first = await submit(seq, submissionId);
    expect(await submit(seq, submissionId)).toMatchObject(first);
    expect(await outcomeOf(submit(seq + 1, submissionId))).toBe("different-body");
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect(await submit(seq, submissionId)).toMatchObject(first);
    expect(await outcomeOf(submit(seq))).toBe("round-closed");
    expect(await mails()).toHaveLength(1);
  });
});

describe("what is refused keeps nothing", () => {
  const untouched = async () => {
    expect(await submissions()).toEqual([]);
    expect(await mails()).toEqual([]);
    expect((await sheet.invitation()).response_state).not.toBe("submitted");
  };

  test("a colleague changed something after the review", async () => {
    const seq = await answer({ plan: "kurz" });
    await answer({ zahl: 2 });
    expect(await outcomeOf(submit(seq))).toBe("edit-clash");
    await untouched();
  });

  test("a required answer is missing", async () => {
    const seq = await answer({ zahl: 2 });
    const refused = await submit(seq).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: "invalid-answer", faults: [{ code: "required", path: "/plan" }] });
    await untouched();
  });

  test("the round is closed, or its deadline has passed", async () => {
    const seq = await answer({ plan: "kurz" });
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect(await outcomeOf(submit(seq))).toBe("round-closed");
    await untouched();
    sheet = await openSampleSheet(database.db, { closesInDays: -1, definition: OPTIONAL });
    expect(await outcomeOf(submit(0))).toBe("round-closed");
    await untouched();
  });

  test("an edit at the same moment is in the submission or refused, never lost in between", async () => {
    for (let i = 0; i < 5; i++) {
      sheet = await openSampleSheet(database.db);
      const seq = await answer({ plan: "kurz" });
      const [submitted, edited] = await Promise.all([outcomeOf(submit(seq)), outcomeOf(answer({ zahl: i }))]);
      if (typeof submitted === "string") expect([submitted, typeof edited]).toEqual(["edit-clash", "number"]);
      else expect(edited).toBe("already-submitted");
    }
  });
});

test("receipts are hard to mistake and do not repeat", () => {
  const receipts = Array.from({ length: 2000 }, newReceipt);
  expect(new Set(receipts).size).toBe(2000);
  expect(receipts.every((one) => !/[01ILOU]/.test(one.slice(3)))).toBe(true);
});

const OPTIONAL: JsonObject = {
  title: { default: "Frei", en: "Free" },
  pages: [
    {
      name: "eins",
      title: { default: "Eins", en: "One" },
      elements: [{ type: "comment", name: "offen", title: { default: "Was noch?", en: "What else?" } }],
    },
  ],
};
