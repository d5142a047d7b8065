import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { assertDurable, openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { type DatabaseUrls, provision } from "#db/provision.server.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { openHub } from "./domain/live/hub.server.ts";
import { fileSender } from "./domain/mail/files.server.ts";
import { openJobs, startMailWorker } from "./domain/mail/jobs.server.ts";
import { keepMailing } from "./domain/mail/keep-mailing.server.ts";
import { smtpSender } from "./domain/mail/smtp.server.ts";
import { readWorkbook } from "./domain/members/import/read-workbook.server.ts";
import { openMakingPool } from "./domain/release/making-pool.server.ts";
import { startReleaseWorker } from "./domain/release/run-release.server.ts";
import { keepRetention } from "./domain/responses/retention.server.ts";
import { keepRoundsDue } from "./domain/rounds/due-rounds.server.ts";
import { keepTidy } from "./domain/sign-in/tidy.server.ts";
import type { App } from "./http/context.ts";
import type { Env } from "./http/env.server.ts";
import { IDLE_HOURS, LIFETIME_DAYS } from "./http/session.server.ts";

/** What is open while the app runs; `stop` closes it in the order that loses nothing. */
export type Running = { app: App; urls: DatabaseUrls; stop: () => Promise<void> };

const APP_CONNECTIONS = 10;
const REPORT_CONNECTIONS = 5;
const CHECK_MS = 2000;

/** Opens database, pools, the checking workers and the job queue; migrates first. Throws when the server would lose acknowledged rows. */
export async function start(env: Env): Promise<Running> {
  const server = env.database ? undefined : await startEmbedded(path.join(env.dataDir, "postgres"));
  const urls = server ? await provision(server.adminUrl, "praxisspiegel") : (env.database as DatabaseUrls);
  await migrate(urls.owner);
  const db = openDatabase(urls.app, { name: "praxisspiegel-app", max: APP_CONNECTIONS, lasting: true });
  const report = openDatabase(urls.report, { name: "praxisspiegel-report", max: REPORT_CONNECTIONS, lasting: true });
  await assertDurable(db);
  const checking = createCheckingPool({ threads: 2, timeoutMs: CHECK_MS });
  const secret = env.secret ?? (await localSecret(env.dataDir));
  const queue = await openJobs(urls.app);
  const send = env.smtpUrl ? smtpSender(env.smtpUrl, env.mailFrom) : fileSender(env.dataDir);
  const post = { db, origin: env.origin, from: env.mailFrom, secret, send, bounceAddress: env.bounceAddress };
  await startMailWorker(queue.jobs, post);
  const making = openMakingPool(urls.app);
  await startReleaseWorker(queue.jobs, { db, pool: making });
  const stopMailing = keepMailing({ db, jobs: queue.jobs, bounceMbox: env.bounceMbox });
  const stopDue = keepRoundsDue({ db, jobs: queue.jobs });
  const stopErasing = keepRetention(db);
  const live = openHub(db, urls.app, { idleHours: IDLE_HOURS, lifetimeDays: LIFETIME_DAYS });
  const stopTidying = keepTidy(db, { idleHours: IDLE_HOURS, lifetimeDays: LIFETIME_DAYS });
  return {
    app: { env: { ...env, secret }, db, report, checking, readWorkbook, jobs: queue.jobs, live },
    urls,
    stop: async () => {
      await Promise.all([live.stop(), queue.stop(), stopTidying(), stopDue(), stopErasing(), stopMailing()]);
      await Promise.all([checking.close(), making.close()]);
      await Promise.all([db.destroy(), report.destroy()]);
      await server?.stop();
    },
  };
}

/** The embedded server's own secret: made once, kept beside its data. Production brings one in the environment. */
async function localSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "app.secret");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known) return known;
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
