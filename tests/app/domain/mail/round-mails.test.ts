import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitationToken } from "#app/domain/links/tokens.server.ts";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { remindDue } from "#app/domain/mail/keep-mailing.server.ts";
import { queueInvitations, queueReminders, queueResults } from "#app/domain/mail/round-mails.server.ts";
import { paths } from "#app/paths.ts";
import { transact } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRelease } from "../../../support/line.ts";
import {
  addressOf,
  insertMailRound,
  inviteAgain,
  inviteGuest,
  inviteProject,
  submitFor,
} from "../../../support/mail-round.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";

const DAY_MS = 86_400_000;

let database: TestDatabase;
let post: TestPost;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  actorId = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
// What an earlier test left waiting would be delivered, and counted, in the next one.
beforeEach(async () => {
  await database.db
    .updateTable("round")
    .set({ state: "closed", closed_at: new Date() })
    .where("state", "=", "open")
    .execute();
  await database.db.updateTable("mail").set({ state: "dropped" }).where("state", "<>", "dropped").execute();
});

const invite = (roundId: string) => transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId));
const remind = (roundId: string, which: readonly string[] | "due", now?: Date) =>
  transact(database.db, (tx) => queueReminders(tx, post.jobs, roundId, which, actorId, now));
const update = (table: "account" | "invitation", id: string, values: Record<string, Date | null>) =>
  table === "account"
    ? database.db.updateTable("account").set(values).where("account_id", "=", id).execute()
    : database.db.updateTable("invitation").set(values).where("invitation_id", "=", id).execute();
const sentTo = async (address: string) => post.deliver(address);
const ofRound = (roundId: string) =>
  database.db
    .selectFrom("mail")
    .select(["mail_id", "state", "account_id", "invitation_id"])
    .where("round_id", "=", roundId)
    .execute();

test("leads are invited, members where no lead can be reached, people by link themselves; once", async () => {
  const { roundId } = await insertMailRound(database.db);
  const both = await inviteProject(database.db, roundId, ["lead", "lead", "member"]);
  const closed = await inviteProject(database.db, roundId, ["lead", "member"]);
  await update("account", closed.accountIds[0] ?? "", { disabled_at: new Date() });
  const bounced = await inviteProject(database.db, roundId, ["lead"]);
  await update("account", bounced.accountId, { bounced_at: new Date() });
  const guest = `gast-${randomUUID()}@example.org`;
  const guestInvitation = await inviteGuest(database.db, roundId, guest, "Gast Muster");
  expect(await invite(roundId)).toBe(4);
  expect(await invite(roundId)).toBe(0);
  const accounts = (await ofRound(roundId)).map((mail) => mail.account_id).sort();
  expect(accounts).toEqual([...both.accountIds.slice(0, 2), closed.accountIds[1], null].sort());

  const [letter] = await sentTo(guest);
  expect(letter?.subject).toBe("Ein Fragebogen für Sie");
  expect(letter?.text).toContain("Guten Tag Gast Muster,");
  expect(letter?.text).toContain(paths.guestLink(invitationToken(SECRET, guestInvitation)));
  expect(letter?.text).not.toContain("Projekt:");
  const [lead] = await sentTo(await addressOf(database.db, both.accountId));
  expect(lead?.text).toContain(`https://spiegel.example.org${paths.invitation(both.invitationId)}`);
});

test("whoever leads two invited projects gets one mail that names both", async () => {
  const { roundId } = await insertMailRound(database.db);
  const first = await inviteProject(database.db, roundId);
  const other = await insertProject(database.db, `Zweites ${randomUUID()}`);
  const part = { account_id: first.accountId, role: "lead", project_id: other.projectId } as const;
  await database.db.insertInto("membership").values(part).execute();
  await inviteAgain(database.db, roundId, other);
  expect(await invite(roundId)).toBe(1);
  const [letter, ...more] = await sentTo(await addressOf(database.db, first.accountId));
  expect(more).toEqual([]);
  expect(letter?.text).toMatch(/Projekt: Projekt .+ und Zweites/);
  expect(letter?.text).toContain(`https://spiegel.example.org${paths.invitations()}\n`);
});

test("an invitation that rolls back is not sent, nor one whose round was cancelled meanwhile", async () => {
  const { roundId } = await insertMailRound(database.db);
  const { accountId } = await inviteProject(database.db, roundId);
  const failing = transact(database.db, async (tx) => {
    await queueInvitations(tx, post.jobs, roundId);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await ofRound(roundId)).toEqual([]);
  await invite(roundId);
  const cancelled = { state: "cancelled", cancelled_at: new Date() } as const;
  await database.db.updateTable("round").set(cancelled).where("round_id", "=", roundId).execute();
  expect(await sentTo(await addressOf(database.db, accountId))).toEqual([]);
  expect((await ofRound(roundId)).map((mail) => mail.state)).toEqual(["dropped"]);
});

test.each([
  ["a submission", (roundId: string, invitationId: string) => submitFor(database.db, roundId, invitationId)],
  ["a decline", (_: string, id: string) => update("invitation", id, { declined_at: new Date() })],
  ["an unsubscription", (_: string, id: string) => update("invitation", id, { reminders_off_at: new Date() })],
  [
    "the round's end",
    (roundId: string) =>
      database.db
        .updateTable("round")
        .set({ state: "closed", closed_at: new Date() })
        .where("round_id", "=", roundId)
        .execute(),
  ],
])("%s between queueing and sending stops the reminder, at the last moment", async (_, happen) => {
  const { roundId } = await insertMailRound(database.db);
  const { accountId, invitationId } = await inviteProject(database.db, roundId);
  expect(await remind(roundId, [invitationId])).toEqual({ queued: 1, tooSoon: 0 });
  const [mail] = await ofRound(roundId);
  // It happens after the first look, when the server already waits for the text.
  const late = post.through(async (_envelope, load) => {
    await happen(roundId, invitationId);
    return (await load()) ? "sent" : "withdrawn";
  });
  expect(await deliverMail(late, mail?.mail_id ?? "", { last: false })).toBe("done");
  expect((await ofRound(roundId)).map(({ state }) => state)).toEqual(["dropped"]);
  expect(await sentTo(await addressOf(database.db, accountId))).toEqual([]);
});

test.each(["disabled_at", "pseudonymised_at", "bounced_at"] as const)(
  "an account with %s gets nothing",
  async (column) => {
    const { roundId } = await insertMailRound(database.db);
    const { accountId, invitationId } = await inviteProject(database.db, roundId);
    await remind(roundId, [invitationId]);
    await update("account", accountId, { [column]: new Date() });
    expect(await sentTo(await addressOf(database.db, accountId))).toEqual([]);
    expect(await remind(roundId, [invitationId])).toEqual({ queued: 0, tooSoon: 0 });
  },
);

test("at most one reminder in seven days, by hand or by itself, in whatever round", async () => {
  const { roundId, closesAt } = await insertMailRound(database.db, { reminders: [9, 2] });
  const other = await insertMailRound(database.db, { closesAt, reminders: [3] });
  const { invitationId, ...project } = await inviteProject(database.db, roundId);
  await inviteAgain(database.db, other.roundId, project);
  const before = (days: number) => new Date(closesAt.getTime() - days * DAY_MS);
  expect(await remind(roundId, "due", before(11))).toEqual({ queued: 0, tooSoon: 0 });
  const atOnce = await Promise.all([1, 2, 3].map(() => remind(roundId, "due", before(8))));
  expect(atOnce.reduce((sum, { queued }) => sum + queued, 0)).toBe(1);
  expect(await remind(roundId, [invitationId], before(6))).toEqual({ queued: 0, tooSoon: 1 });
  expect(await remindDue(database.db, post.jobs, before(2))).toBe(0);
  // The week is over on the last day: one round reminds, and then it is the other's turn to wait.
  expect(await remindDue(database.db, post.jobs, before(0.5))).toBe(1);
  expect(await remindDue(database.db, post.jobs, before(0.4))).toBe(0);
  await expect(remind(roundId, "due", closesAt)).rejects.toMatchObject({ code: "round-closed" });
  const audit = database.db.selectFrom("audit").select(["verb", "detail"]).where("object_id", "=", roundId);
  expect((await audit.where("verb", "=", "round.remind").execute())[0]?.detail).toMatchObject({ queued: 1 });
});

test("a person by link is one person in every round", async () => {
  const [first, second] = [await insertMailRound(database.db), await insertMailRound(database.db)];
  const address = `gast-${randomUUID()}@example.org`;
  const ids = [
    await inviteGuest(database.db, first.roundId, address),
    await inviteGuest(database.db, second.roundId, address),
  ];
  expect(await remind(first.roundId, ids)).toEqual({ queued: 1, tooSoon: 0 });
  expect(await remind(second.roundId, ids)).toEqual({ queued: 0, tooSoon: 1 });
  const [letter] = await sentTo(address);
  expect(letter?.text).toContain(paths.guestLink(invitationToken(SECRET, ids[0] ?? "")));
});

test("results go to those who answered, with what they may see", async () => {
  const { roundId } = await insertMailRound(database.db);
  const [answered, silent] = [await inviteProject(database.db, roundId), await inviteProject(database.db, roundId)];
  await submitFor(database.db, roundId, answered.invitationId);
  const releaseId = randomUUID();
  await database.db
    .updateTable("round")
    .set({ state: "closed", closed_at: new Date() })
    .where("round_id", "=", roundId)
    .execute();
  await transact(database.db, async (tx) => {
    await insertRelease(tx, roundId, releaseId);
    expect(await queueResults(tx, post.jobs, releaseId)).toBe(1);
  });
  const [letter] = await sentTo(await addressOf(database.db, answered.accountId));
  expect(letter?.text).toContain("1 von 1 Eingeladenen");
  expect(letter?.text).toContain(paths.mirror(answered.invitationId));
  expect(letter?.text).not.toContain(releaseId);
  expect(await sentTo(await addressOf(database.db, silent.accountId))).toEqual([]);
});
