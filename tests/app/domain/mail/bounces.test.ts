import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readBounces } from "#app/domain/mail/bounces/read-bounces.server.ts";
import { readReport } from "#app/domain/mail/bounces/report.server.ts";
import { queueInvitations } from "#app/domain/mail/round-mails.server.ts";
import { transact } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf, insertMailRound, inviteGuest, inviteProject } from "../../../support/mail-round.ts";
import { dumpRows, openPost, type TestPost } from "../../../support/post.ts";
import * as returned from "../../../support/returned-mail.ts";

let database: TestDatabase;
let post: TestPost;
let folder: string;
let mbox: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-bounces-"));
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mbox = path.join(folder, `${randomUUID()}.mbox`);
});

/** A minute later nobody is still writing. */
const later = () => new Date(Date.now() + 60_000);
const read = (now = later()) => readBounces(database.db, mbox, now);
const NONE = { hard: 0, soft: 0, other: 0, unknown: 0 };

/** An invitation that was sent to a project's lead, or to a person by link. */
async function sendOne(guest?: string) {
  const { roundId } = await insertMailRound(database.db);
  const project = guest ? undefined : await inviteProject(database.db, roundId);
  const invitationId = project?.invitationId ?? (await inviteGuest(database.db, roundId, guest ?? ""));
  await transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId));
  await post.deliver();
  const row = database.db.selectFrom("mail").select(["mail_id", "message_id"]).where("round_id", "=", roundId);
  const { mail_id: mailId, message_id: messageId } = await row.executeTakeFirstOrThrow();
  const accountId = project?.accountId ?? "";
  const to = guest ?? (await addressOf(database.db, accountId));
  return { mailId, messageId: messageId ?? "", to, accountId, invitationId, roundId };
}

async function stateOf({ mailId, accountId, invitationId }: Awaited<ReturnType<typeof sendOne>>) {
  const mail = await database.db
    .selectFrom("mail")
    .select("state")
    .where("mail_id", "=", mailId)
    .executeTakeFirstOrThrow();
  const account = accountId
    ? await database.db
        .selectFrom("account")
        .select("bounced_at")
        .where("account_id", "=", accountId)
        .executeTakeFirst()
    : undefined;
  const invitation = await database.db
    .selectFrom("invitation")
    .select("bounced_at")
    .where("invitation_id", "=", invitationId)
    .executeTakeFirst();
  return { mail: mail.state, account: Boolean(account?.bounced_at), invitation: Boolean(invitation?.bounced_at) };
}

test.each(["postfix", "exchange", "gmail", "qmail"] as const)(
  "a report by %s marks mail, account and invitation",
  async (server) => {
    const sent = await sendOne();
    await writeFile(mbox, returned.REPORTS[server](sent));
    expect(await read()).toEqual({ ...NONE, hard: 1 });
    expect(await stateOf(sent)).toEqual({ mail: "bounced", account: true, invitation: true });
    expect(await read()).toEqual(NONE);
    const dump = await dumpRows(database, ["public.account", "public.invitation"]);
    expect(dump).toContain("mail.bounce");
    expect(dump).not.toContain(sent.to);
  },
);

test("a person by link is marked at the invitation", async () => {
  const sent = await sendOne(`gast-${randomUUID()}@example.net`);
  await writeFile(mbox, returned.gmail(sent));
  expect(await read()).toEqual({ ...NONE, hard: 1 });
  expect(await stateOf(sent)).toEqual({ mail: "bounced", account: false, invitation: true });
});

test("what is put off, delayed or an answering machine is counted and changes nothing", async () => {
  const sent = await sendOne();
  const delayed = returned.postfix(sent, { action: "delayed", status: "4.4.1" });
  const full = returned.postfix(sent, { action: "failed", status: "4.2.2" });
  await writeFile(mbox, delayed + full + returned.holiday(sent));
  expect(await read()).toEqual({ ...NONE, soft: 2, other: 1 });
  expect(await stateOf(sent)).toEqual({ mail: "sent", account: false, invitation: false });
});

test("mail that we did not send, and a report that comes twice, mark nobody", async () => {
  const sent = await sendOne();
  const foreign = { mailId: randomUUID(), messageId: `<${randomUUID()}@example.org>`, to: sent.to };
  await writeFile(mbox, returned.postfix(foreign) + returned.gmail(sent) + returned.gmail(sent));
  expect(await read()).toEqual({ ...NONE, hard: 1, unknown: 2 });
});

test("an address that was changed after the mail is not marked for the old one", async () => {
  const sent = await sendOne();
  const change = { change_id: randomUUID(), account_id: sent.accountId, address: `alt-${randomUUID()}@example.org` };
  const times = { link_hash: null, expires_at: later(), used_at: new Date() };
  await database.db
    .insertInto("address_change")
    .values({ ...change, ...times })
    .execute();
  await writeFile(mbox, returned.gmail(sent));
  expect(await read()).toEqual({ ...NONE, hard: 1 });
  expect(await stateOf(sent)).toEqual({ mail: "bounced", account: false, invitation: false });
});

test("the file grows, is half written, is cut and replaced: every message is read once", async () => {
  const [first, second, third, fourth] = [await sendOne(), await sendOne(), await sendOne(), await sendOne()];
  expect(await read()).toEqual(NONE);
  await writeFile(mbox, returned.gmail(first));
  expect(await read(new Date())).toEqual(NONE);
  expect(await read()).toEqual({ ...NONE, hard: 1 });

  const report = returned.exchange(second);
  await appendFile(mbox, report.slice(0, 700));
  expect(await read()).toEqual(NONE);
  await appendFile(mbox, report.slice(700) + returned.holiday(first));
  expect(await read()).toEqual({ ...NONE, hard: 1, other: 1 });

  // Rotated: a shorter file in its place, then a longer one.
  await writeFile(mbox, returned.postfix(third));
  expect(await read()).toEqual({ ...NONE, hard: 1 });
  await writeFile(mbox, `${returned.qmail(fourth)}${returned.holiday(first).repeat(10)}`);
  expect(await read()).toEqual({ ...NONE, hard: 1, other: 10 });
  for (const sent of [first, second, third, fourth]) expect((await stateOf(sent)).mail).toBe("bounced");
});

test("a message of forty megabytes and one of nonsense are passed by; several processes take turns", async () => {
  const sent = await sendOne();
  const large = `${returned.holiday(sent).trimEnd()}\n${"x".repeat(78)}\n`.padEnd(
    40 * 1024 * 1024,
    `${"y".repeat(78)}\n`,
  );
  await writeFile(
    mbox,
    `${large}\n\nFrom nobody Mon Nov 23\n\u0000\u0001\u0002 no header at all\n\n${returned.gmail(sent)}`,
  );
  await utimes(mbox, new Date(), new Date());
  const counts = await Promise.all([1, 2, 3].map(() => read()));
  const more = await read();
  expect([...counts, more].reduce((sum, { hard }) => sum + hard, 0)).toBe(1);
  expect([...counts, more].reduce((sum, { other }) => sum + other, 0)).toBe(2);
  expect((await stateOf(sent)).mail).toBe("bounced");
});

test("reports that are cut off or lie about their parts are read without an error", async () => {
  const sent = { mailId: randomUUID(), messageId: "<1@example.org>", to: "a@example.org" };
  for (const server of ["postfix", "exchange", "gmail", "qmail"] as const) {
    const whole = Buffer.from(returned.REPORTS[server](sent));
    for (let length = 0; length < whole.length; length += 97) {
      expect(["hard", "soft", "other"]).toContain((await readReport(whole.subarray(0, length))).verdict);
    }
  }
});
