import { openJobs, startMailWorker } from "#app/domain/mail/jobs.server.ts";
import { smtpSender } from "#app/domain/mail/smtp.server.ts";
import { openDatabase } from "#db/client.server.ts";

/** A process that sends mail and nothing else, to be killed. Takes its settings as JSON in its first argument. */
export type WorkerSettings = { appUrl: string; smtpUrl: string; secret: string; origin: string };

const { appUrl, smtpUrl, secret, origin } = JSON.parse(process.argv[2] ?? "{}") as WorkerSettings;

/** All of one attempt ends before its job is given to the other worker. */
const TIMES = { connectMs: 600, silenceMs: 600, totalMs: 1500 };

const db = openDatabase(appUrl, { name: "mail-worker", max: 10 });
const from = "Praxisspiegel <info@example.org>";
const { jobs } = await openJobs(appUrl, { superviseSeconds: 1 });
await startMailWorker(jobs, { db, origin, from, secret, send: smtpSender(smtpUrl, from, TIMES) });
