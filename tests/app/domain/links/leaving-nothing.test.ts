import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPeople, forgetPerson, readRoundLinks } from "#app/domain/links/people.server.ts";
import { submitAnonymously } from "#app/domain/links/submit-anonymously.server.ts";
import { readDeliveries } from "#app/domain/mail/deliveries.server.ts";
import { queueReminders } from "#app/domain/mail/round-mails.server.ts";
import { turnRemindersOff, unsubscribeToken } from "#app/domain/mail/unsubscribe.server.ts";
import { cancelRound } from "#app/domain/rounds/change-round.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { keepRoundsDue } from "#app/domain/rounds/due-rounds.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { transact } from "#db/client.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertMailRound, inviteProject } from "../../../support/mail-round.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import { asGuest, invite, openRoundByLink } from "./by-link.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
const now = () => new Date();

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  checking = createCheckingPool({ threads: 1 });
});
afterAll(async () => {
  await checking?.close();
  await post?.close();
  await database?.dispose();
});

type Round = { roundId: string; actorId: string };
const people = (n: number, first = 0) => Array.from({ length: n }, (_, i) => `p${first + i}@example.org`).join("\n");

/** An anonymous round in which so many of its people have answered. */
async function answered(n: number) {
  const round = await openRoundByLink(database.db, { privacy: "anonymous" });
  const ids = await invite(database.db, post, round, people(n));
  for (const id of ids) {
    const row = await asGuest(database.db, id);
    const answers = { submissionId: randomUUID(), answers: { plan: "lang" } };
    await submitAnonymously({ db: database.db, checking }, { kind: "invitation", row }, answers, "de");
  }
  return { ...round, ids };
}

/** How many rows of a round there are, and how many transactions wrote them. */
async function writersOf(table: "participation" | "inbox", roundId: string) {
  const { rows } = await sql<{ rows: number; writers: number }>`
    select count(*) as rows, count(distinct xmin::text) as writers
    from ${sql.table(table)} where round_id = ${roundId}`.execute(database.owner);
  return rows[0];
}

const due = () => database.db.selectFrom("rewrite_due").selectAll().execute();

describe("an anonymous round", () => {
  test("does not say on the page of links who has opened theirs or answered", async () => {
    const round = await answered(1);
    await database.db
      .updateTable("invitation")
      .set({ first_opened_at: now() })
      .where("invitation_id", "=", round.ids[0] as string)
      .execute();
    const { people: shown } = await readRoundLinks(database.db, round.roundId, "");
    expect(shown).toMatchObject([{ answered: false, first_opened_at: null }]);
    const confidential = await openRoundByLink(database.db);
    const [anna] = await invite(database.db, post, confidential, "anna@example.org");
    const opened = { first_opened_at: now() };
    await database.db
      .updateTable("invitation")
      .set(opened)
      .where("invitation_id", "=", anna as string)
      .execute();
    expect((await readRoundLinks(database.db, confidential.roundId, "")).people).toMatchObject([opened]);
  });

  test("that is cancelled leaves no answers, and no order of those who took part", async () => {
    const round = await answered(3);
    expect(await writersOf("inbox", round.roundId)).toEqual({ rows: 3, writers: 3 });
    await expect(sql`select discard_inbox(${round.roundId})`.execute(database.db)).rejects.toMatchObject({
      code: "P0101",
    });
    await cancelRound(database.db, { ...round, now: now() }, "Verwechselt");
    expect(await writersOf("inbox", round.roundId)).toEqual({ rows: 0, writers: 0 });
    expect(await writersOf("participation", round.roundId)).toEqual({ rows: 3, writers: 1 });
    expect(await due()).toEqual([]);
    const audit = database.db.selectFrom("audit").select("detail").where("verb", "=", "round.cancel");
    expect(await audit.where("object_id", "=", round.roundId).execute()).toEqual([
      { detail: { reason: "Verwechselt", erased: 3 } },
    ]);
  });

  test("of others the inbox is not erased, whoever asks", async () => {
    const confidential = await openRoundByLink(database.db);
    await cancelRound(database.db, { ...confidential, now: now() }, "Verwechselt");
    for (const roundId of [confidential.roundId, randomUUID()]) {
      await expect(sql`select discard_inbox(${roundId})`.execute(database.db)).rejects.toMatchObject({ code: "P0101" });
    }
    await expect(sql`select discard_inbox(${randomUUID()})`.execute(database.report)).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("is rewritten later where nobody did after its end", async () => {
    const [closed, cancelled] = [await answered(2), await answered(2)];
    // A transaction around it is the caller's: as if the process had died after the commit.
    await transact(database.db, (tx) => closeRound(tx, { ...closed, now: now() }));
    await transact(database.db, (tx) => cancelRound(tx, { ...cancelled, now: now() }, "Verwechselt"));
    expect(await due()).toHaveLength(2);
    expect((await writersOf("participation", closed.roundId))?.writers).toBe(2);
    await keepRoundsDue({ db: database.db, jobs: post.jobs })();
    expect(await due()).toEqual([]);
    expect(await writersOf("participation", closed.roundId)).toEqual({ rows: 2, writers: 1 });
    expect(await writersOf("inbox", closed.roundId)).toEqual({ rows: 2, writers: 1 });
    expect(await writersOf("participation", cancelled.roundId)).toEqual({ rows: 2, writers: 1 });
  });

  test("does not say in the list of lost mail who had answered or not", async () => {
    const round = await answered(1);
    for (const kind of ["reminder", "results", "invitation"] as const) {
      const mail = { key: randomUUID(), kind, accountId: null, subjectIds: {} };
      const mailId = await post.enqueue({ ...mail, roundId: round.roundId, invitationId: round.ids[0] as string });
      await database.db
        .updateTable("mail")
        .set({ state: "failed" })
        .where("mail_id", "=", mailId ?? "")
        .execute();
    }
    const { troubles } = await readDeliveries(database.db, round.roundId);
    expect(troubles.map(({ kind }) => kind)).toEqual(["invitation"]);
  });
});

test("who is added to an open round may not make it differ by too few from another one", async () => {
  const { db } = database;
  const first = await openRoundByLink(db);
  const adding = (round: Round, text: string) =>
    addPeople({ db, jobs: post.jobs, secret: SECRET }, { ...round, text, now: now() });
  await adding(first, people(20));
  const second = await openRound(db, {
    versionId: first.versionId,
    wave: "2026/2",
    privacy: "confidential",
    audience: { kind: "link" },
    opensAt: new Date(Date.now() - 1000),
    closesAt: new Date(Date.now() + 86_400_000),
    actorId: null,
  });
  const near = { roundId: second.roundId, actorId: first.actorId };
  await adding(near, people(20));
  const refused = await adding(near, people(1, 20)).catch((error) => error);
  expect([refused.code, refused.faults?.[0]?.code]).toEqual(["invalid-round", "audience-differs"]);
  expect((await readRoundLinks(db, near.roundId, "")).count).toBe(20);
  expect(
    await db
      .selectFrom("mail")
      .select("mail_id")
      .where("round_id", "=", near.roundId)
      .where("kind", "=", "invitation")
      .execute(),
  ).toHaveLength(20);
  // Two at once, each with half of what would be enough, do not get in beside each other.
  const halves = await Promise.all([3, 3].map((n, i) => outcomeOf(adding(near, people(n, 100 + 10 * i)))));
  expect(halves).toEqual(["invalid-round", "invalid-round"]);
  expect(await adding(near, people(20, 20))).toBe(20);
});

test("a person by link is forgotten: no name, no address, no reason, no more mail, and no trace in the audit", async () => {
  const { db } = database;
  const round = await openRoundByLink(db);
  const [anna, ben] = (await invite(db, post, round, "Anna;forget-anna@example.org\nBen;forget-ben@example.org")) as [
    string,
    string,
  ];
  await db
    .updateTable("invitation")
    .set({ decline_reason: "Bin umgezogen" })
    .where("invitation_id", "=", anna)
    .execute();
  const forgetting = { ...round, invitationId: anna };
  await forgetPerson(db, forgetting);
  const row = db.selectFrom("invitation").selectAll().where("invitation_id", "=", anna);
  expect(await row.executeTakeFirst()).toMatchObject({ name: null, address: null, decline_reason: null });
  const { people: shown, count } = await readRoundLinks(db, round.roundId, "");
  expect([shown.map(({ name }) => name), count]).toEqual([["Ben", null], 2]);
  const both = [anna, ben];
  const { queued } = await transact(db, (tx) => queueReminders(tx, post.jobs, round.roundId, both, round.actorId));
  expect(queued).toBe(1);
  // Her invitation was queued before; it is not sent.
  const sent = (await post.deliver()).map(({ to }) => String(to));
  expect(sent.filter((to) => to.includes("forget-anna"))).toEqual([]);
  expect(sent.filter((to) => to.includes("forget-ben")).length).toBeGreaterThan(0);
  const audit = db.selectFrom("audit").select(["verb", "detail"]).where("object_id", "=", anna);
  expect(await audit.execute()).toEqual([{ verb: "invitation.forget", detail: { roundId: round.roundId } }]);
  const other = await openRoundByLink(db);
  for (const [roundId, invitationId] of [
    [other.roundId, ben],
    [round.roundId, randomUUID()],
    [randomUUID(), ben],
  ] as const) {
    expect(await outcomeOf(forgetPerson(db, { ...round, roundId, invitationId }))).toBe("not-found");
  }
});

test("who has left a project does not switch its reminders off any more", async () => {
  const { db } = database;
  const { roundId } = await insertMailRound(db);
  const project = await inviteProject(db, roundId, ["lead"]);
  const actorId = await insertAccount(db, { role: "coordination" });
  await transact(db, (tx) => queueReminders(tx, post.jobs, roundId, [project.invitationId], actorId));
  const mail = await db.selectFrom("mail").select("mail_id").where("round_id", "=", roundId).executeTakeFirstOrThrow();
  const token = unsubscribeToken(SECRET, mail.mail_id);
  const off = async () => {
    const row = db
      .selectFrom("invitation")
      .select("reminders_off_at")
      .where("invitation_id", "=", project.invitationId);
    return (await row.executeTakeFirstOrThrow()).reminders_off_at;
  };
  const membership = { account_id: project.accountId, project_id: project.projectId };
  await db.deleteFrom("membership").where("account_id", "=", project.accountId).execute();
  expect(await turnRemindersOff({ db, secret: SECRET }, token)).toBe(true);
  expect(await off()).toBeNull();
  await db
    .insertInto("membership")
    .values({ membership_id: randomUUID(), ...membership, role: "lead" })
    .execute();
  expect(await turnRemindersOff({ db, secret: SECRET }, token)).toBe(true);
  expect(await off()).not.toBeNull();
});
