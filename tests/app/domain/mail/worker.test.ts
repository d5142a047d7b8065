import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type JobQueue, openJobs, startMailWorker } from "#app/domain/mail/jobs.server.ts";
import { smtpSender } from "#app/domain/mail/smtp.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertOpenLine } from "../../../support/line.ts";
import { insertAccount } from "../../../support/people.ts";
import { dumpRows, openPost, type TestPost } from "../../../support/post.ts";
import { openSmtp, type TestSmtp } from "../../../support/smtp.ts";

const MAILS = 60;

let database: TestDatabase;
let post: TestPost;
let smtp: TestSmtp;
let workers: JobQueue[] = [];

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  smtp = await openSmtp();
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await post?.close();
  await smtp?.close();
  await database?.dispose();
});

async function enqueueReceipts(count: number) {
  const { roundId, invitationId, projectId } = await insertOpenLine(database.db);
  const accountId = await insertAccount(database.db, { role: "lead", projectId });
  const submission = database.db.selectFrom("submission").select("receipt").where("round_id", "=", roundId);
  const { receipt } = await submission.executeTakeFirstOrThrow();
  const subjectIds = { roundId, invitationId, receipt };
  for (let i = 0; i < count; i++)
    await post.enqueue({ key: `receipt:${randomUUID()}`, kind: "receipt", accountId, subjectIds });
  return accountId;
}

const states = async () => {
  const { rows } = await sql<{
    state: string;
    n: number;
  }>`select state, count(*) as n from mail group by state`.execute(database.db);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
};

test("two workers send every mail once; one put off comes later; no job says to whom", async () => {
  smtp.next.push("451", "take", "451");
  const accountId = await enqueueReceipts(MAILS);
  const send = smtpSender(smtp.url, "info@example.org");
  workers = await Promise.all([openJobs(database.urls.app), openJobs(database.urls.app)]);
  await Promise.all(workers.map((worker) => startMailWorker(worker.jobs, post.through(send))));
  await vi.waitFor(async () => expect(await states()).toEqual({ sent: MAILS }), { timeout: 60_000, interval: 250 });
  expect(smtp.arrived).toHaveLength(MAILS + 2);
  expect(new Set(smtp.arrived.map((mail) => mail.messageId)).size).toBe(MAILS);
  const account = database.db.selectFrom("account").select("address").where("account_id", "=", accountId);
  const { address } = await account.executeTakeFirstOrThrow();
  expect(smtp.arrived[0]?.to).toBe(address);
  expect(await dumpRows(database, ["public.account"])).not.toContain(address);
});

test("a job whose worker was killed is given to another", async () => {
  await Promise.all(workers.map((worker) => worker.jobs.offWork("mail")));
  await enqueueReceipts(1);
  const [taken] = await post.jobs.fetch("mail");
  expect(taken).toBeDefined();
  await sql`update pgboss.job set started_on = now() - interval '2 minutes' where state = 'active'`.execute(
    database.owner,
  );
  await startMailWorker(workers[0]!.jobs, post.through(smtpSender(smtp.url, "info@example.org")));
  await vi.waitFor(async () => expect(await states()).toEqual({ sent: MAILS + 1 }), { timeout: 50_000, interval: 250 });
});

test("a mail whose last attempt was killed is settled and not forgotten", async () => {
  await Promise.all(workers.map((worker) => worker.jobs.offWork("mail")));
  await post.jobs.updateQueue("mail", { retryLimit: 0 });
  await enqueueReceipts(2);
  const taken = await post.jobs.fetch<{ mailId: string }>("mail", { batchSize: 2 });
  const [leaving] = taken.map((job) => job.data.mailId);
  await database.db
    .updateTable("mail")
    .set({ state: "sending" })
    .where("mail_id", "=", leaving ?? "")
    .execute();
  await sql`update pgboss.job set started_on = now() - interval '2 minutes' where state = 'active'`.execute(
    database.owner,
  );
  const settled = { sent: MAILS + 1, failed: 1, uncertain: 1 };
  await vi.waitFor(async () => expect(await states()).toEqual(settled), { timeout: 50_000, interval: 250 });
});
