import { type JobWithMetadata, PgBoss } from "pg-boss";
import { deliverMail, giveUpMail, type Post } from "./deliver-mail.server.ts";

/** The running job queue; `stop` lets mails under way finish. */
export type JobQueue = { jobs: PgBoss; stop: () => Promise<void> };

const STOP_MS = 8000;
const CONNECTIONS = 3;
/** Mails that one process has under way at most: lanes × batch. */
const LANES = 2;
const BATCH = 5;

/**
 * Opens the job queue under the role *app*: its tables belong to the owner and were made by the migrations. Jobs that a
 * killed process left behind are given out again by the supervision of any running process; who only puts jobs in needs
 * none (`supervised: false`).
 */
export async function openJobs(appUrl: string, { superviseSeconds = 10, supervised = true } = {}): Promise<JobQueue> {
  const jobs = new PgBoss({
    connectionString: appUrl,
    application_name: "praxisspiegel-jobs",
    max: CONNECTIONS,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: supervised,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  // Polling goes on by itself when the database is back. The message could quote a row, so only its kind is logged.
  jobs.on("error", (error) => console.error("job queue:", error.name, (error as { code?: string }).code ?? ""));
  await jobs.start();
  return { jobs, stop: () => jobs.stop({ graceful: true, timeout: STOP_MS }) };
}

type MailJob = JobWithMetadata<{ mailId: string }>;

/** Starts sending mails. An error is kept with its job, so it says nothing but that. */
export async function startMailWorker(jobs: PgBoss, post: Post): Promise<void> {
  const options = {
    includeMetadata: true,
    perJobResults: true,
    batchSize: BATCH,
    pollingIntervalSeconds: 0.5,
  } as const;
  // A slow server holds up its own batch, not the other lane; while there is more to send nobody waits for the next poll.
  const sending = { ...options, localConcurrency: LANES, burstWhenBatchFull: true };
  await jobs.work(
    "mail",
    sending,
    settleWith((job) => {
      return deliverMail(post, job.data.mailId, { last: job.retryCount >= job.retryLimit });
    }),
  );
  await jobs.work(
    "mail-given-up",
    { ...options, pollingIntervalSeconds: 5 },
    settleWith(async (job) => {
      await giveUpMail(post.db, job.data.mailId);
      return "done";
    }),
  );
}

function settleWith(work: (job: MailJob) => Promise<"done" | "again">) {
  return (batch: MailJob[]) => Promise.all(batch.map(async (job) => ({ id: job.id, ...(await settle(work, job)) })));
}

async function settle(work: (job: MailJob) => Promise<"done" | "again">, job: MailJob) {
  try {
    const result = await work(job);
    return { status: result === "done" ? ("completed" as const) : ("failed" as const), output: { result } };
  } catch (error) {
    console.error("mail", job.data.mailId, "could not be handled:", (error as { code?: string }).code ?? "error");
    return { status: "failed" as const, output: { result: "error" } };
  }
}
