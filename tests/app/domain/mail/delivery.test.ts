import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { type SmtpTimes, smtpSender } from "#app/domain/mail/smtp.server.ts";
import { askSignIn } from "#app/domain/sign-in/ask-sign-in.server.ts";
import { transact } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertOpenLine } from "../../../support/line.ts";
import { insertAccount } from "../../../support/people.ts";
import { dumpRows, openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { type Behaviour, openSmtp, type TestSmtp } from "../../../support/smtp.ts";

const TIMES: SmtpTimes = { connectMs: 2000, silenceMs: 1000, totalMs: 3000 };
const FIRST = { last: false };

let database: TestDatabase;
let post: TestPost;
let smtp: TestSmtp;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  smtp = await openSmtp();
});
afterEach(() => smtp.close());

const way = () => post.through(smtpSender(smtp.url, "Praxisspiegel <info@example.org>", TIMES));
const stateOf = async (mailId: string) => {
  const row = database.db.selectFrom("mail").select("state").where("mail_id", "=", mailId);
  return (await row.executeTakeFirstOrThrow()).state;
};

async function receiptMail(): Promise<string> {
  const { roundId, invitationId, projectId } = await insertOpenLine(database.db);
  const accountId = await insertAccount(database.db, { role: "lead", projectId });
  const submission = database.db.selectFrom("submission").select("receipt").where("round_id", "=", roundId);
  const { receipt } = await submission.executeTakeFirstOrThrow();
  const mail = {
    key: `receipt:${randomUUID()}`,
    kind: "receipt",
    accountId,
    subjectIds: { roundId, invitationId, receipt },
  } as const;
  return (await post.enqueue(mail)) ?? "";
}

async function signInMail(): Promise<string> {
  const accountId = await insertAccount(database.db, { role: "steering" });
  const account = database.db.selectFrom("account").select("address").where("account_id", "=", accountId);
  const { address } = await account.executeTakeFirstOrThrow();
  const services = { db: database.db, jobs: post.jobs, secret: SECRET };
  await askSignIn(services, { address, network: randomUUID(), returnTo: "/", browserToken: undefined });
  const mail = database.db.selectFrom("mail").select("mail_id").where("account_id", "=", accountId);
  return (await mail.executeTakeFirstOrThrow()).mail_id;
}

test("a receipt arrives once, with number, round and link, without an answer", async () => {
  const mailId = await receiptMail();
  expect(await deliverMail(way(), mailId, FIRST)).toBe("done");
  expect(await deliverMail(way(), mailId, FIRST)).toBe("done");
  expect(smtp.arrived).toHaveLength(1);
  const { text, messageId } = smtp.arrived[0] ?? { text: "", messageId: "" };
  expect(messageId).toBe(`<${mailId}@spiegel.example.org>`);
  expect(text).toMatch(/^Subject: Ihr Antwortbogen ist eingegangen\r?$/m);
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  expect(text).toMatch(/^From: Praxisspiegel <info@example.org>\r?$/m);
  expect(text).toContain("/beleg");
  expect(text).not.toContain("geheim");
  expect(await stateOf(mailId)).toBe("sent");
});

const table: [Behaviour, receipt: string, signIn: string][] = [
  ["take", "sent", "sent"],
  ["451", "queued", "queued"],
  ["550", "failed", "failed"],
  ["550-recipient", "failed", "failed"],
  ["drop-at-once", "queued", "queued"],
  ["drop-before", "uncertain", "queued"],
  ["drop-after", "uncertain", "queued"],
  ["silent", "uncertain", "queued"],
];

test.each(table)("server does %s: a receipt becomes %s, a sign-in mail %s", async (behaviour, receipt, signIn) => {
  for (const [make, state] of [
    [receiptMail, receipt],
    [signInMail, signIn],
  ] as const) {
    const mailId = await make();
    smtp.next.push(behaviour);
    expect(await deliverMail(way(), mailId, FIRST)).toBe(state === "queued" ? "again" : "done");
    expect(await stateOf(mailId)).toBe(state);
    // Whatever is tried again arrives; whatever is decided stays as it is.
    const before = smtp.arrived.length;
    await deliverMail(way(), mailId, { last: false });
    expect(smtp.arrived.length - before).toBe(state === "queued" ? 1 : 0);
    expect(await stateOf(mailId)).toBe(state === "queued" ? "sent" : state);
  }
});

test("a server that is not there is tried again, and the mail fails after the last attempt", async () => {
  const mailId = await receiptMail();
  const nowhere = post.through(smtpSender("smtp://127.0.0.1:1", "info@example.org", TIMES));
  expect(await deliverMail(nowhere, mailId, FIRST)).toBe("again");
  expect(await stateOf(mailId)).toBe("queued");
  expect(await deliverMail(nowhere, mailId, { last: true })).toBe("done");
  expect(await stateOf(mailId)).toBe("failed");
});

test("a sender that was killed: a receipt is uncertain and not repeated, a sign-in goes out anew with a new token", async () => {
  const [receipt, signIn] = [await receiptMail(), await signInMail()];
  await deliverMail(way(), signIn, FIRST);
  const before = await database.db.selectFrom("sign_in").select(["sign_in_id", "link_hash"]).execute();
  await database.db.updateTable("mail").set({ state: "sending" }).where("mail_id", "in", [receipt, signIn]).execute();
  for (const mailId of [receipt, signIn]) await deliverMail(way(), mailId, { last: false });
  expect(await stateOf(receipt)).toBe("uncertain");
  expect(await stateOf(signIn)).toBe("sent");
  expect(smtp.arrived).toHaveLength(2);
  expect(new Set(smtp.arrived.map((mail) => mail.messageId)).size).toBe(2);
  const after = await database.db.selectFrom("sign_in").select(["sign_in_id", "link_hash"]).execute();
  const changed = after.filter((row) => {
    const old = before.find((one) => one.sign_in_id === row.sign_in_id);
    return old?.link_hash?.toString("hex") !== row.link_hash?.toString("hex");
  });
  expect(changed).toHaveLength(1);
});

test("what no longer has a reason is dropped just before sending", async () => {
  const [receipt, used, late] = [await receiptMail(), await signInMail(), await signInMail()];
  const account = database.db.selectFrom("mail").select("account_id").where("mail_id", "=", receipt);
  await database.db
    .updateTable("account")
    .set({ disabled_at: new Date() })
    .where("account_id", "in", account)
    .execute();
  const signInOf = async (mailId: string) => {
    const row = database.db.selectFrom("mail").select("subject_ids").where("mail_id", "=", mailId);
    return (await row.executeTakeFirstOrThrow()).subject_ids.signInId ?? "";
  };
  const update = (values: { used_at?: Date; asked_at?: Date }, id: string) =>
    database.db.updateTable("sign_in").set(values).where("sign_in_id", "=", id).execute();
  await update({ used_at: new Date() }, await signInOf(used));
  await update({ asked_at: new Date(Date.now() - 61 * 60_000) }, await signInOf(late));
  for (const mailId of [receipt, used, late]) {
    expect(await deliverMail(way(), mailId, FIRST)).toBe("done");
    expect(await stateOf(mailId)).toBe("dropped");
  }
  expect(smtp.arrived).toHaveLength(0);
});

test("a key makes one mail, and a transaction that fails makes none", async () => {
  const accountId = await insertAccount(database.db, { role: "steering" });
  const mail = { key: `receipt:${randomUUID()}`, kind: "receipt", accountId, subjectIds: {} } as const;
  const ids = await Promise.all(Array.from({ length: 10 }, () => post.enqueue(mail)));
  expect(ids.filter(Boolean)).toHaveLength(1);
  const jobs = () =>
    dumpRows(database, []).then((rows) => rows.split("\n").filter((row) => row.startsWith("pgboss.job")).length);
  const before = await jobs();
  const { enqueueMail } = await import("#app/domain/mail/enqueue.server.ts");
  const failing = transact(database.db, async (tx) => {
    await enqueueMail(tx, post.jobs, { ...mail, key: "rolled back" });
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await jobs()).toBe(before);
  expect(await dumpRows(database)).not.toContain("rolled back");
});
