import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listSheets } from "#app/domain/responses/list-sheets.server.ts";
import { readCover } from "#app/domain/responses/open-sheet.server.ts";
import { readReceipt, readSubmitted } from "#app/domain/responses/read-sheet.server.ts";
import { takeBack, withdrawResponse } from "#app/domain/responses/take-back.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { readHistory } from "#app/domain/rounds/history.server.ts";
import { readReopening, reopenResponse } from "#app/domain/rounds/reopen-response.server.ts";
import { listAddressees } from "#db/queries/addressees.server.ts";
import { findRound } from "#db/queries/rounds.server.ts";
import { listRespondents } from "#db/queries/statistics.server.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf } from "../../../support/mail-round.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { attempt, CLOSED, NO_RIGHT } from "../../../support/refusal.ts";
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
/** Submitted once, by the lead: the plan is short, three cases. */
beforeEach(async () => {
  sheet = await openWorkingSheet(tools);
  await sheet.submit(await sheet.answer({ plan: "kurz", zahl: 3 }));
});

const close = () => closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
const correct = () => takeBack(database.db, sheet.lead, sheet.id);
const withdraw = () => withdrawResponse(database.db, sheet.lead, sheet.id);
const counted = async () => (await listRespondents(database.db, sheet.roundId)).length;
const read = (number?: number) => readSubmitted(database.db, sheet.member, sheet.id, number);
const waiting = async () => {
  const invitationIds = [sheet.id];
  return (await listAddressees(database.db, sheet.roundId, { state: "waiting", invitationIds })).length > 0;
};
const listed = async () =>
  (await listSheets(database.db, sheet.member)).find((one) => one.invitationId === sheet.id)?.state;

describe("taking it back to correct", () => {
  test("opens it, and what was submitted counts until it is submitted again", async () => {
    await correct();
    expect(await sheet.state()).toBe("reopened");
    expect(await listed()).toBe("reopened");
    const at = await sheet.answer({ plan: "lang" });
    expect(await sheet.cells()).toEqual({ plan: "kurz", zahl: 3 });
    expect(await counted()).toBe(1);
    const cover = await readCover(database.db, sheet.member, sheet.id);
    expect(cover).toMatchObject({ state: "reopened", step: { kind: "taken-back", by: "Test lead", reason: "" } });
    const first = (await read()).receipt;
    const second = await sheet.submit(at);
    expect(second).toMatchObject({ number: 2 });
    expect(second.receipt).not.toBe(first?.number);
    expect(await sheet.cells()).toEqual({ plan: "lang", zahl: 3 });
    expect(await counted()).toBe(1);
    expect(await listed()).toBe("submitted");
  });

  test("keeps every version readable with its own receipt; one counts", async () => {
    await correct();
    await sheet.submit(await sheet.answer({ plan: "lang" }));
    const now = await read();
    expect(now.versions).toMatchObject([
      { number: 2, fate: "counts", submittedBy: "Test lead" },
      { number: 1, fate: "replaced", submittedBy: "Test lead" },
    ]);
    expect(now.receipt).toMatchObject({ version: 2, fate: "counts" });
    const old = await read(1);
    expect(old.receipt).toMatchObject({ version: 1, fate: "replaced" });
    expect(JSON.stringify(old.pages)).toContain("kurz");
    expect(JSON.stringify(now.pages)).toContain("lang");
    const receipt = await readReceipt(database.db, sheet.member, sheet.id, 1);
    expect(receipt.receipt).toMatchObject({ version: 1, checksum: old.receipt?.checksum });
    expect(await outcomeOf(read(3))).toBe("not-found");
  });

  test("20 times at once is once", async () => {
    await Promise.all(Array.from({ length: 20 }, correct));
    expect(await sheet.events()).toMatchObject([{ kind: "taken-back", number: 1, by: sheet.lead.accountId }]);
  });

  test("a retry of the first submission gives its receipt and submits nothing", async () => {
    const fresh = await openWorkingSheet(tools);
    const submissionId = randomUUID();
    const seq = await fresh.answer({ plan: "kurz" });
    const first = await fresh.submit(seq, { submissionId });
    await takeBack(database.db, fresh.lead, fresh.id);
    const now = await fresh.answer({ plan: "lang" });
    expect(await fresh.submit(seq, { submissionId })).toEqual(first);
    expect(await outcomeOf(fresh.submit(now, { submissionId }))).toBe("different-body");
    expect(await fresh.state()).toBe("reopened");
  });

  test("20 submissions of the correction at once: one version, one receipt", async () => {
    await correct();
    const at = await sheet.answer({ plan: "lang" });
    const submissionId = randomUUID();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => sheet.submit(at, { submissionId })));
    expect(new Set(receipts.map(({ receipt, number }) => `${receipt} ${number}`)).size).toBe(1);
    expect((await read()).versions).toHaveLength(2);
  });

  test("a yes to what was submitted is none to the correction, even where nothing was changed", async () => {
    const fresh = await openWorkingSheet(tools);
    const seq = await fresh.answer({ plan: "kurz" });
    await fresh.twoAreNeeded(true);
    await fresh.sign(fresh.member, seq);
    await fresh.submit(seq);
    await takeBack(database.db, fresh.lead, fresh.id);
    expect(await outcomeOf(fresh.submit(await fresh.seq()))).toBe("second-sign-off");
  });

  test("when the round closes meanwhile, the submission counts and the correction is lost to it", async () => {
    await correct();
    const at = await sheet.answer({ plan: "lang" });
    await close();
    expect(await outcomeOf(sheet.submit(at))).toBe("round-closed");
    expect(await sheet.cells()).toEqual({ plan: "kurz", zahl: 3 });
    expect(await counted()).toBe(1);
    expect(await listed()).toBe("submitted");
    expect((await read()).receipt).toMatchObject({ version: 1, fate: "counts" });
  });

  test("whoever corrects is counted as answered and not reminded", async () => {
    await correct();
    expect(await waiting()).toBe(false);
    expect(await findRound(database.db, sheet.roundId)).toMatchObject({ submitted: 1, begun: 0 });
  });
});

describe("withdrawing it", () => {
  test("leaves a draft of which nothing counts; what was submitted is kept and can be read", async () => {
    await withdraw();
    await withdraw();
    expect(await sheet.state()).toBe("draft");
    expect(await listed()).toBe("withdrawn");
    expect(await sheet.cells()).toEqual({});
    expect(await counted()).toBe(0);
    const now = await read();
    expect(now).toMatchObject({ receipt: null, versions: [{ number: 1, fate: "withdrawn" }] });
    expect((await read(1)).receipt).toMatchObject({ version: 1, fate: "withdrawn" });
    expect(await outcomeOf(readReceipt(database.db, sheet.member, sheet.id))).toBe("not-found");
    expect(await sheet.events()).toMatchObject([{ kind: "withdrawn", number: 1 }]);
    expect(await findRound(database.db, sheet.roundId)).toMatchObject({ submitted: 0, begun: 1 });
    expect(await waiting()).toBe(true);
  });

  test("it can be submitted again, and then nothing of it is withdrawn any more", async () => {
    await withdraw();
    expect(await sheet.submit(await sheet.answer({ plan: "lang" }))).toMatchObject({ number: 2 });
    expect(await counted()).toBe(1);
    expect((await read()).versions).toMatchObject([
      { number: 2, fate: "counts" },
      { number: 1, fate: "withdrawn" },
    ]);
    expect(await listed()).toBe("submitted");
  });

  test("also in the middle of a correction", async () => {
    await correct();
    await withdraw();
    expect(await sheet.state()).toBe("draft");
    expect(await outcomeOf(correct())).toBe("not-submitted");
    expect((await sheet.events()).map(({ kind }) => kind)).toEqual(["taken-back", "withdrawn"]);
  });

  test("when the round closes afterwards, it stays withdrawn", async () => {
    await withdraw();
    await close();
    expect(await counted()).toBe(0);
    expect(await listed()).toBe("withdrawn");
  });
});

describe("neither is possible", () => {
  test("for a member, another project, or before anything was submitted", async () => {
    const other = await openSampleSheet(database.db);
    for (const who of [sheet.member, other.lead]) {
      expect(await outcomeOf(takeBack(database.db, who, sheet.id))).toBe("not-found");
      expect(await outcomeOf(withdrawResponse(database.db, who, sheet.id))).toBe("not-found");
    }
    const { invitation_id: fresh } = await other.invitation();
    expect(await outcomeOf(takeBack(database.db, other.lead, fresh))).toBe("not-submitted");
    expect(await outcomeOf(withdrawResponse(database.db, other.lead, fresh))).toBe("not-submitted");
  });

  test("once the round is closed, not even by hand in the database", async () => {
    await close();
    expect(await outcomeOf(correct())).toBe("round-closed");
    expect(await outcomeOf(withdraw())).toBe("round-closed");
    const { response_id: responseId } = await sheet.invitation();
    const key = `'${sheet.roundId}', '${responseId}'`;
    const insert = `insert into response_event (round_id, response_id, event_id, kind, number)
      values (${key}, '${randomUUID()}', 'withdrawn', 1)`;
    expect(await attempt(database.db, insert)).toBe(CLOSED);
  });

  test("without the row that says so, and such a row is never changed", async () => {
    const here = `where round_id = '${sheet.roundId}'`;
    for (const state of ["draft", "reopened"]) {
      expect(await attempt(database.db, `update response set state = '${state}' ${here}`), state).toBe("P0103");
    }
    await correct();
    for (const table of ["response_event", "sign_off", "submission"]) {
      expect(await attempt(database.db, `delete from ${table} ${here}`), table).toBe(NO_RIGHT);
    }
    for (const change of ["response_event set reason = 'x'", "sign_off set seq = 9", "submission set seq = 9"]) {
      expect(await attempt(database.db, `update ${change} ${here}`), change).toBe(NO_RIGHT);
    }
    // Taken back is not withdrawn.
    expect(await attempt(database.db, `update response set state = 'draft' ${here}`)).toBe("P0103");
  });
});

describe("the coordination opens it again", () => {
  const acting = async () => {
    const actorId = await insertAccount(database.db, { role: "coordination" });
    return { roundId: sheet.roundId, actorId, now: new Date() };
  };
  const reason = "Bei Frage 3 fehlt die Einheit.";

  test("with a reason that the team and the desk's history show, and a mail to the lead without it", async () => {
    const by = await acting();
    expect(await readReopening(database.db, sheet.roundId, sheet.id)).toMatchObject({
      kind: "project",
      reopened: false,
    });
    await reopenResponse(tools, by, { invitationId: sheet.id, reason: ` ${reason} ` });
    await reopenResponse(tools, by, { invitationId: sheet.id, reason: "noch einmal" });
    expect(await sheet.state()).toBe("reopened");
    expect(await sheet.events()).toMatchObject([{ kind: "reopened", number: 1, reason, by: by.actorId }]);
    const cover = await readCover(database.db, sheet.member, sheet.id);
    expect(cover).toMatchObject({ state: "reopened", step: { kind: "reopened", reason } });
    const history = await readHistory(database.db, sheet.roundId);
    const events = history.filter(({ verb }) => verb === "response.reopen");
    expect(events).toMatchObject([{ reason, about: cover.project, actor: "Test coordination" }]);
    // The log, which is kept for ever, holds ids only.
    expect(JSON.stringify(events[0]?.detail)).not.toContain("Einheit");
    const mails = await post.deliver(await addressOf(database.db, sheet.lead.accountId));
    const [mail, ...more] = mails.filter(({ subject }) => subject.includes("wieder offen"));
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`/boegen/${sheet.id}`);
    expect(mail?.text).not.toContain("Einheit");
    expect(await readReopening(database.db, sheet.roundId, sheet.id)).toMatchObject({ reopened: true });
  });

  test("several of the coordination at once: one step, one mail", async () => {
    const by = await acting();
    const open = () => reopenResponse(tools, by, { invitationId: sheet.id, reason });
    await Promise.all(Array.from({ length: 10 }, open));
    expect(await sheet.events()).toHaveLength(1);
    const mails = await database.db
      .selectFrom("mail")
      .select("mail_key")
      .where("kind", "=", "reopened")
      .where("round_id", "=", sheet.roundId)
      .execute();
    expect(mails).toHaveLength(1);
  });

  test("a mail that has not left when it is submitted again is not sent", async () => {
    await reopenResponse(tools, await acting(), { invitationId: sheet.id, reason });
    await sheet.submit(await sheet.seq());
    const mails = await post.deliver(await addressOf(database.db, sheet.lead.accountId));
    expect(mails.filter(({ subject }) => subject.includes("wieder offen"))).toEqual([]);
  });

  test("never without a reason, of a draft, in another round, or once it is closed", async () => {
    const by = await acting();
    const open = (invitationId: string, why: string) =>
      outcomeOf(reopenResponse(tools, by, { invitationId, reason: why }));
    expect(await open(sheet.id, "  ")).toBe("invalid-round");
    expect(await open(sheet.id, "x".repeat(201))).toBe("invalid-round");
    const other = await openSampleSheet(database.db);
    expect(await open((await other.invitation()).invitation_id, reason)).toBe("not-found");
    expect(await open(randomUUID(), reason)).toBe("not-found");
    await withdraw();
    expect(await open(sheet.id, reason)).toBe("not-submitted");
    await close();
    expect(await open(sheet.id, reason)).toBe("round-closed");
    expect(await outcomeOf(readReopening(database.db, sheet.roundId, sheet.id))).toBe("round-closed");
  });
});
