import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { seedDemo } from "#app/domain/demo/seed-demo.server.ts";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { App } from "#app/http/context.ts";
import { startSession } from "#app/http/session.server.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { postmasterPid, removeServerFolder } from "../support/server-folder.ts";
import { benchDefinition } from "./questionnaire.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DAY_MS = 86_400_000;

/** One project's way in: its invitation and the session of its lead. */
export type Sheet = { roundId: string; invitationId: string; projectId: string; cookie: string };

export type Stage = {
  origin: string;
  adminUrl: string;
  db: Db;
  serverPid: number;
  postmaster: number;
  steeringCookie: string;
  analyst: { accountId: string; cookie: string };
  sheets: Sheet[];
  /** so many more people of that project; gives back their sessions */
  join: (sheet: Pick<Sheet, "projectId">, people: number) => Promise<string[]>;
  end: () => Promise<void>;
};

/**
 * The demo's network with its releases, a round of forty questions for `responses` more projects, and the app in
 * production mode beside it, each in a process of its own, on an embedded server that is thrown away afterwards.
 */
export async function setStage(responses: number): Promise<Stage> {
  const cache = path.join(ROOT, ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "bench-"));
  const data = path.join(folder, "postgres");
  const server = await startEmbedded(data);
  const urls = await provision(server.adminUrl, "bench");
  await migrate(urls.owner);
  const db = openDatabase(urls.app, { name: "bench", max: 4 });
  await seed(db);

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const app = { db, env: { origin } } as App;
  const cookieOf = async (accountId: string) =>
    (await startSession(new Request(origin), app, accountId)).split(";")[0] ?? "";
  const sheets = await openBenchRound(db, responses, cookieOf);
  const web = await startWeb(origin, port, folder, urls);
  const analyst = await insertPerson(db, "analyst", null);
  return {
    ...{ origin, adminUrl: server.adminUrl.replace(/\/postgres$/, "/bench"), db, sheets, serverPid: web.pid as number },
    postmaster: (await postmasterPid(data)) as number,
    join: async ({ projectId }, people) => {
      const cookies: string[] = [];
      while (cookies.length < people) cookies.push(await cookieOf(await insertPerson(db, "member", projectId)));
      return cookies;
    },
    analyst: { accountId: analyst, cookie: await cookieOf(analyst) },
    steeringCookie: await cookieOf(await insertPerson(db, "steering", null)),
    end: async () => {
      const gone = new Promise((resolve) => web.once("exit", resolve));
      web.kill("SIGTERM");
      await gone;
      await db.destroy();
      await server.stop();
      await removeServerFolder(data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function seed(db: Db): Promise<void> {
  const checking = createCheckingPool();
  await seedDemo(db, new Date());
  await checking.close();
}

async function openBenchRound(db: Db, count: number, cookieOf: (id: string) => Promise<string>): Promise<Sheet[]> {
  const leads = new Map<string, string>();
  const organisations = Array.from({ length: 20 }, () => randomUUID());
  await db
    .insertInto("organisation")
    .values(organisations.map((id) => ({ organisation_id: id, name: `Messung ${id}`, is_partner: false })))
    .execute();
  for (let index = 0; index < count; index += 1) {
    const projectId = randomUUID();
    const project = { project_id: projectId, organisation_id: organisations[index % 20] as string };
    const dates = { active_from: "2025-01-01", active_until: null };
    await db
      .insertInto("project")
      .values({ ...project, name: projectId, ...dates })
      .execute();
    leads.set(projectId, await insertPerson(db, "lead", projectId));
  }
  const { versionId } = await publishVersion(db, { name: "messung", definition: benchDefinition(), actorId: null });
  const times = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + DAY_MS) };
  const round = { versionId, wave: "Messung", privacy: "confidential" as const, actorId: null, ...times };
  const { roundId, invitations } = await openRound(db, round);
  const sheets: Sheet[] = [];
  for (const { invitationId, projectId } of invitations) {
    const lead = leads.get(projectId);
    if (lead && projectId) sheets.push({ roundId, invitationId, projectId, cookie: await cookieOf(lead) });
  }
  return sheets;
}

async function insertPerson(
  db: Db,
  role: "lead" | "member" | "steering" | "analyst",
  projectId: string | null,
): Promise<string> {
  const accountId = randomUUID();
  const person = { account_id: accountId, address: `${accountId}@example.org`, name: "Messung", disabled_at: null };
  await db.insertInto("account").values(person).execute();
  await db.insertInto("membership").values({ account_id: accountId, role, project_id: projectId }).execute();
  return accountId;
}

async function startWeb(
  origin: string,
  port: number,
  dataDir: string,
  urls: { app: string; owner: string; report: string },
): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...{
      PATH: process.env.PATH,
      NODE_ENV: "production" as const,
      PORT: String(port),
      ORIGIN: origin,
      DATA_DIR: dataDir,
    },
    ...{ DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_REPORT_URL: urls.report },
    APP_SECRET: randomBytes(32).toString("hex"),
  };
  // As `npm start` does it, without what stands between.
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8"));
  const started = scripts.start.split(" node ")[1].split(" ");
  const child = spawn(process.execPath, started, { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The app did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
