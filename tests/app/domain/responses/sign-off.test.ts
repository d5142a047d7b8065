import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { guestOf } from "#app/domain/links/guest-link.server.ts";
import { reviewSheet } from "#app/domain/responses/read-sheet.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { signOff } from "#app/domain/responses/sign-off.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, outcomeOf } from "./sample-sheet.ts";
import { openWorkingSheet, type Tools, type Working } from "./submitted-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let tools: Tools;
let sheet: Working;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  const checking = createCheckingPool({ threads: 1, timeoutMs: 10_000 });
  tools = { db: database.db, checking, jobs: post.jobs };
});
afterAll(async () => {
  await (tools?.checking as { close?: () => Promise<void> } | undefined)?.close?.();
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openWorkingSheet(tools);
});

const rowsOf = (table: "submission" | "sign_off") =>
  database.db.selectFrom(table).selectAll().where("round_id", "=", sheet.roundId).execute();

test("submitting is the lead's yes to the state that was reviewed", async () => {
  const seq = await sheet.answer({ plan: "kurz" });
  await sheet.submit(seq);
  expect(await rowsOf("sign_off")).toMatchObject([{ account_id: sheet.lead.accountId, seq }]);
  const kept = await collectOwnData(database.db, sheet.lead, "de", new Date());
  expect(kept.stepsAfterReview).toMatchObject([{ step: "signed-off", wave: "2026/1" }]);
});

describe("where two people have to sign off", () => {
  let seq: number;
  beforeEach(async () => {
    seq = await sheet.answer({ plan: "kurz" });
    await sheet.twoAreNeeded(true);
  });

  test("the lead alone cannot submit, and nothing is kept of the attempt", async () => {
    expect(await outcomeOf(sheet.submit(seq))).toBe("second-sign-off");
    expect(await rowsOf("submission")).toEqual([]);
    expect(await rowsOf("sign_off")).toEqual([]);
    await sheet.sign(sheet.lead, seq);
    await sheet.sign(sheet.lead, seq);
    expect(await outcomeOf(sheet.submit(seq))).toBe("second-sign-off");
    expect(await sheet.signing(sheet.member)).toMatchObject({ two: true, others: 1, signed: false, possible: true });
  });

  test("a colleague's yes and the lead's are enough; both see them", async () => {
    await sheet.sign(sheet.member, seq);
    expect(await sheet.signing(sheet.lead)).toMatchObject({
      signOffs: [{ name: "Test member", valid: true, own: false }],
      others: 1,
      signed: false,
    });
    expect(await sheet.signing(sheet.member)).toMatchObject({ signed: true, others: 0 });
    expect(await sheet.submit(seq)).toMatchObject({ number: 1 });
  });

  test("any later change makes a yes stale, also one that takes the change back", async () => {
    await sheet.sign(sheet.member, seq);
    await sheet.answer({ plan: "lang" });
    const now = await sheet.answer({ plan: "kurz" });
    expect(await sheet.signing(sheet.lead)).toMatchObject({ signOffs: [{ valid: false }], others: 0 });
    expect(await outcomeOf(sheet.submit(seq))).toBe("edit-clash");
    expect(await outcomeOf(sheet.submit(now))).toBe("second-sign-off");
    await sheet.sign(sheet.member, now);
    expect(await sheet.submit(now)).toMatchObject({ number: 1 });
  });

  test("whoever has left the team does not count", async () => {
    await sheet.sign(sheet.member, seq);
    await database.db.deleteFrom("membership").where("account_id", "=", sheet.member.accountId).execute();
    expect(await outcomeOf(sheet.submit(seq))).toBe("second-sign-off");
    expect(await sheet.signing(sheet.lead)).toMatchObject({ signOffs: [], possible: false });
  });

  test("the lead can do with one again", async () => {
    await sheet.twoAreNeeded(false);
    await sheet.twoAreNeeded(false);
    expect(await sheet.submit(seq)).toMatchObject({ number: 1 });
    const { rows } = {
      rows: await database.db.selectFrom("audit").select("verb").where("object_id", "=", sheet.id).execute(),
    };
    expect(rows.map((row) => row.verb)).toEqual(["response.require-two", "response.require-one", "response.submit"]);
  });

  test("20 submissions at once under one id: one submission, one receipt", async () => {
    await sheet.sign(sheet.member, seq);
    const submissionId = randomUUID();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => sheet.submit(seq, { submissionId })));
    expect(new Set(receipts.map((one) => one.receipt)).size).toBe(1);
    expect(await rowsOf("submission")).toHaveLength(1);
  });

  test("a change at the same moment as a yes or a submission never slips in between", async () => {
    for (let i = 0; i < 5; i++) {
      sheet = await openWorkingSheet(tools);
      const at = await sheet.answer({ plan: "kurz" });
      await sheet.twoAreNeeded(true);
      await Promise.all([outcomeOf(sheet.sign(sheet.member, at)), sheet.answer({ zahl: i })]);
      const now = await sheet.seq();
      expect(now).toBe(at + 1);
      expect(await sheet.signing(sheet.lead)).toMatchObject({ others: 0 });
      expect(await outcomeOf(sheet.submit(now))).toBe("second-sign-off");
    }
  });

  test("asking for two at the moment of submitting holds, or comes too late", async () => {
    for (let i = 0; i < 5; i++) {
      sheet = await openWorkingSheet(tools);
      const at = await sheet.answer({ plan: "kurz" });
      const [sent, asked] = await Promise.all([outcomeOf(sheet.submit(at)), outcomeOf(sheet.twoAreNeeded(true))]);
      if (sent === "second-sign-off") expect(asked).toBeUndefined();
      else expect([sent, asked]).toMatchObject([{ number: 1 }, "already-submitted"]);
    }
  });
});

describe("an answer in two versions", () => {
  let clash: { opId: string; path: string; base: number; value: unknown };
  const save = async (...operations: unknown[]) =>
    (await saveChanges(database.db, sheet.member, await sheet.invitation(), operations as never)).seq;
  const review = () => reviewSheet(database.db, tools.checking, sheet.lead, sheet.id);

  beforeEach(async () => {
    await sheet.answer({ plan: "kurz", zahl: 1 });
    clash = { opId: randomUUID(), path: "zahl", base: 0, value: 9 };
  });

  test("is not submitted undecided, nor signed off: the review leads to it", async () => {
    const seq = await save(clash);
    expect((await review()).findings).toEqual([
      {
        code: "clash",
        message: null,
        page: "eins",
        question: "zahl",
        title: expect.objectContaining({ en: "How many cases?" }),
      },
    ]);
    expect(await outcomeOf(sheet.submit(seq))).toBe("open-clashes");
    expect(await outcomeOf(sheet.sign(sheet.member, seq))).toBe("open-clashes");
    expect([await rowsOf("submission"), await rowsOf("sign_off")]).toEqual([[], []]);
    const decided = await save({ opId: randomUUID(), path: "zahl", base: 1, value: 9, settles: [clash.opId] });
    expect((await review()).findings).toEqual([]);
    await sheet.sign(sheet.member, decided);
    expect(await sheet.submit(decided)).toMatchObject({ number: 1 });
  });

  test("at a question that conditions hide keeps nobody: it can be decided nowhere and does not count", async () => {
    await sheet.answer({ plan: "lang", warum: "a" });
    const seq = await save({ ...clash, path: "warum", value: "b" });
    expect((await review()).findings).toEqual([]);
    expect(await sheet.submit(seq)).toMatchObject({ number: 1 });
  });
});

describe("nobody signs off", () => {
  test("what is not complete, what was changed since, and what is closed", async () => {
    const empty = await sheet.answer({ zahl: 2 });
    expect(await outcomeOf(sheet.sign(sheet.member, empty))).toBe("invalid-answer");
    const seq = await sheet.answer({ plan: "kurz" });
    expect(await outcomeOf(sheet.sign(sheet.member, seq - 1))).toBe("edit-clash");
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect(await outcomeOf(sheet.sign(sheet.member, seq))).toBe("round-closed");
    expect(await outcomeOf(sheet.twoAreNeeded(true))).toBe("round-closed");
    expect(await rowsOf("sign_off")).toEqual([]);
  });

  test("for another project, as a guest, or how many have to as a member", async () => {
    const seq = await sheet.answer({ plan: "kurz" });
    const other = await openSampleSheet(database.db);
    expect(await outcomeOf(sheet.sign(other.lead, seq))).toBe("not-found");
    expect(await outcomeOf(sheet.twoAreNeeded(true, other.lead))).toBe("not-found");
    expect(await outcomeOf(sheet.twoAreNeeded(true, sheet.member))).toBe("not-found");
    expect(await outcomeOf(signOff(tools, guestOf(sheet.id, "de"), sheet.id, seq))).toBe("not-found");
  });
});
