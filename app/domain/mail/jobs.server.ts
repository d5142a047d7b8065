import { type JobWithMetadata, PgBoss } from "pg-boss";
import { deliverMail, type Post } from "./deliver-mail.server.ts";

/** The running job queue; `stop` lets mails under way finish. */
export type JobQueue = { jobs: PgBoss; stop: () => Promise<void> };

const STOP_MS = 8000;
const CONNECTIONS = 3;

/**
 * Opens the job queue under the role *app*: its tables belong to the owner and were made by the migrations. Jobs that a
 * killed process left behind are given out again by the supervision of any running process.
 */
export async function openJobs(appUrl: string): Promise<JobQueue> {
  const jobs = new PgBoss({
    connectionString: appUrl,
    application_name: "praxisspiegel-jobs",
    max: CONNECTIONS,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  // Polling goes on by itself when the database is back. The message could quote a row, so only its kind is logged.
  jobs.on("error", (error) => console.error("job queue:", error.name, (error as { code?: string }).code ?? ""));
  await jobs.start();
  return { jobs, stop: () => jobs.stop({ graceful: true, timeout: STOP_MS }) };
}

/** Starts sending mails. An error is kept with its job, so it says nothing but that. */
export async function startMailWorker(jobs: PgBoss, post: Post): Promise<void> {
  const options = { includeMetadata: true, perJobResults: true, batchSize: 5, pollingIntervalSeconds: 0.5 } as const;
  await jobs.work("mail", options, async (batch: JobWithMetadata<{ mailId: string }>[]) =>
    Promise.all(batch.map(async (job) => ({ id: job.id, ...(await settle(post, job)) }))),
  );
}

async function settle(post: Post, job: JobWithMetadata<{ mailId: string }>) {
  const attempt = { attempt: job.retryCount, last: job.retryCount >= job.retryLimit };
  try {
    const result = await deliverMail(post, job.data.mailId, attempt);
    return { status: result === "done" ? ("completed" as const) : ("failed" as const), output: { result } };
  } catch (error) {
    console.error("mail", job.data.mailId, "could not be handled:", (error as { code?: string }).code ?? "error");
    return { status: "failed" as const, output: { result: "error" } };
  }
}
