import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMail, giveUpMail } from "#app/domain/mail/deliver-mail.server.ts";
import { readDeliveries, resendMails } from "#app/domain/mail/deliveries.server.ts";
import { queueInvitations, queueReminders } from "#app/domain/mail/round-mails.server.ts";
import { smtpSender } from "#app/domain/mail/smtp.server.ts";
import { readUnsubscribe, turnRemindersOff, unsubscribeToken } from "#app/domain/mail/unsubscribe.server.ts";
import { transact } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertMailRound, inviteProject } from "../../../support/mail-round.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { openSmtp } from "../../../support/smtp.ts";

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

/** A round whose only invitation is queued. */
async function queueOne() {
  const { roundId } = await insertMailRound(database.db);
  const project = await inviteProject(database.db, roundId);
  await transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId));
  return { roundId, ...project, mailId: (await mailsOf(roundId))[0]?.mail_id ?? "" };
}

const mailsOf = (roundId: string) =>
  database.db.selectFrom("mail").selectAll().where("round_id", "=", roundId).orderBy("mail_key").execute();
const setState = (mailId: string, state: "uncertain" | "failed" | "bounced" | "sent") =>
  database.db.updateTable("mail").set({ state }).where("mail_id", "=", mailId).execute();
const troublesOf = async (roundId: string) => (await readDeliveries(database.db, roundId)).troubles;
const resendAll = (mailIds: string[]) => resendMails({ db: database.db, jobs: post.jobs }, { mailIds, actorId });
const resend = async (mailIds: string[]) => (await resendAll(mailIds)).queued;

test("what did not arrive is listed with its round and sent again once, however often it is asked for", async () => {
  const { roundId, mailId } = await queueOne();
  expect(await troublesOf(roundId)).toEqual([]);
  expect(await resend([mailId])).toBe(0);
  await setState(mailId, "uncertain");
  expect(await troublesOf(roundId)).toMatchObject([{ mail_id: mailId, state: "uncertain", reachable: true }]);
  const counts = await Promise.all([resend([mailId, mailId]), resend([mailId]), resend([mailId, randomUUID()])]);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await troublesOf(roundId)).toEqual([]);
  const [, again] = await mailsOf(roundId);
  expect(again?.mail_key).toMatch(/:1:again-1$/);
  await setState(again?.mail_id ?? "", "failed");
  expect(await resend([again?.mail_id ?? ""])).toBe(1);
  expect((await mailsOf(roundId))[2]?.mail_key).toMatch(/:1:again-2$/);
  const chosen = (await readDeliveries(database.db, roundId)).chosen;
  expect(chosen).toMatchObject({ waiting: 1, failed: 0, uncertain: 0 });
  const audit = database.db.selectFrom("audit").select(["actor_id", "object_id"]).where("verb", "=", "mail.resend");
  expect(await audit.execute()).toHaveLength(2);
});

test("mail that somebody waits for, and mail that arrived, is not sent again by hand", async () => {
  const { mailId } = await queueOne();
  await setState(mailId, "sent");
  const signIn = (await post.enqueue({ key: randomUUID(), kind: "sign-in", accountId: actorId, subjectIds: {} })) ?? "";
  await setState(signIn, "failed");
  expect(await resend([mailId, signIn])).toBe(0);
});

test("reminders go again only to people to whom none went within a week, and to each of them once", async () => {
  const { roundId, invitationId, accountId } = await queueOne();
  const { accountId: other, invitationId: othersInvitation } = await inviteProject(database.db, roundId);
  const remind = async (person: string, invitation: string, state: "failed" | "sent", number: string) => {
    const about = { accountId: person, invitationId: invitation, subjectIds: {}, roundId };
    const mailId = (await post.enqueue({ key: randomUUID() + number, kind: "reminder", ...about })) ?? "";
    await setState(mailId, state);
    return mailId;
  };
  const lost = await remind(accountId, invitationId, "failed", ":1");
  await remind(accountId, invitationId, "sent", ":2");
  const both = [
    await remind(other, othersInvitation, "failed", ":1"),
    await remind(other, othersInvitation, "failed", ":2"),
  ];
  expect(await resendAll([lost, ...both])).toEqual({ queued: 1, tooSoon: 2 });
  expect(await resendAll([lost, ...both])).toEqual({ queued: 0, tooSoon: 2 });
  await database.db
    .updateTable("mail")
    .set({ queued_at: new Date(Date.now() - 8 * 86_400_000) })
    .where("account_id", "=", accountId)
    .execute();
  expect(await resendAll([lost])).toEqual({ queued: 1, tooSoon: 0 });
});

test("whoever cannot be reached is shown as such; once the address is mended the mail can go again", async () => {
  const { roundId, mailId, accountId } = await queueOne();
  await setState(mailId, "bounced");
  const bounced = (at: Date | null) =>
    database.db.updateTable("account").set({ bounced_at: at }).where("account_id", "=", accountId).execute();
  await bounced(new Date());
  expect(await troublesOf(roundId)).toMatchObject([{ state: "bounced", reachable: false }]);
  await bounced(null);
  expect(await troublesOf(roundId)).toMatchObject([{ state: "bounced", reachable: true }]);
});

test("a mail that nobody tries any more is settled", async () => {
  const [waiting, leaving] = [await queueOne(), await queueOne()];
  await database.db.updateTable("mail").set({ state: "sending" }).where("mail_id", "=", leaving.mailId).execute();
  for (const { mailId } of [waiting, leaving]) await giveUpMail(database.db, mailId);
  expect((await mailsOf(waiting.roundId))[0]?.state).toBe("failed");
  expect((await mailsOf(leaving.roundId))[0]?.state).toBe("uncertain");
});

test("two senders of one mail at once: one sends it", async () => {
  const smtp = await openSmtp();
  const { mailId, roundId } = await queueOne();
  const through = { ...post.through(smtpSender(smtp.url, "info@example.org")), bounceAddress: "bounces@example.org" };
  await Promise.all([1, 2, 3, 4].map(() => deliverMail(through, mailId, { last: false })));
  expect(smtp.arrived).toHaveLength(1);
  expect((await mailsOf(roundId))[0]).toMatchObject({ state: "sent", attempts: 1 });
  const [{ from, text } = { from: "", text: "" }] = smtp.arrived;
  expect(from).toBe(`bounces+${mailId}@example.org`);
  const token = unsubscribeToken(SECRET, mailId);
  const header = new RegExp(
    `^List-Unsubscribe: <https://spiegel\\.example\\.org/nachrichten/abbestellen/${token}>\\r?$`,
    "m",
  );
  expect(text).toMatch(header);
  expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  await smtp.close();
});

test("the link in a reminder switches the reminders of its round off, once, and no other link does", async () => {
  const { roundId, invitationId, accountId } = await queueOne();
  await transact(database.db, (tx) => queueReminders(tx, post.jobs, roundId, [invitationId], actorId));
  const mails = await post.deliver();
  const reminder = mails.find(({ text }) => text.includes("Keine Erinnerungen mehr") && text.includes(invitationId));
  const token = /\/nachrichten\/abbestellen\/([\w-]{43})$/m.exec(reminder?.text ?? "")?.[1] ?? "";
  const services = { db: database.db, secret: SECRET };
  expect(await readUnsubscribe(services, token)).toMatchObject({ wave: "2026", over: false });
  const off = async () => {
    const row = database.db
      .selectFrom("invitation")
      .select("reminders_off_at")
      .where("invitation_id", "=", invitationId);
    return (await row.executeTakeFirstOrThrow()).reminders_off_at;
  };
  expect(await off()).toBeNull();
  const flipped = `${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`;
  for (const wrong of ["", "x", "A".repeat(43), flipped, unsubscribeToken("another secret", randomUUID())]) {
    expect(await turnRemindersOff(services, wrong)).toBe(false);
    expect(await readUnsubscribe(services, wrong)).toBeUndefined();
  }
  await turnRemindersOff(services, token);
  const first = await off();
  expect(first).not.toBeNull();
  await turnRemindersOff(services, token);
  expect(await off()).toEqual(first);
  const audit = database.db.selectFrom("audit").select("actor_id").where("verb", "=", "invitation.mute");
  expect(await audit.where("object_id", "=", invitationId).execute()).toEqual([{ actor_id: accountId }]);
});
