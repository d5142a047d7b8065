import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { App } from "#app/http/context.ts";
import { startSession } from "#app/http/session.server.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { insertProject } from "../support/people.ts";
import { type AppProcess, prepareApp } from "./app-process.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { type FaultProxy, startProxy } from "./proxy.ts";
import { faultsDefinition } from "./questionnaire.ts";
import { pause } from "./wire.ts";

const DAY_MS = 86_400_000;
const DATABASE = "faults";
const CLEAN_UP_MS = 20_000;

/** A team's way into its questionnaires: the first of its people is the lead. */
export type Team = {
  people: { accountId: string; cookie: string }[];
  sheets: { roundId: string; invitationId: string }[];
};

/** Teams of so many people, each with so many questionnaires. */
type Wanted = { teams: number; people: number; sheets: number; definition?: JsonObject };

export type Stage = {
  /** how browsers call it: the address of the proxy in front */
  origin: string;
  front: FaultProxy;
  postgres: Postgres;
  /** the superuser's way into the database of the app */
  adminUrl: string;
  db: Db;
  /** the first server process, running */
  app: AppProcess;
  /** `root`: the folder of another build */
  anotherApp: (root?: string) => Promise<AppProcess>;
  openTeams: (wanted: Wanted) => Promise<Team[]>;
  signIn: (accountId: string) => Promise<string>;
  withAdmin: <T>(use: (admin: pg.Client) => Promise<T>) => Promise<T>;
  end: () => Promise<void>;
};

/** PostgreSQL, a migrated database, the app in production mode and a proxy in front, each thrown away afterwards. */
export async function setStage(): Promise<Stage> {
  const postgres = await startPostgres();
  const ends: (() => Promise<unknown>)[] = [() => postgres.remove()];
  const end = async () => {
    for (let one = ends.pop(); one; one = ends.pop()) {
      const late = pause(CLEAN_UP_MS).then(() => console.error("cleaning up took too long"));
      await Promise.race([late, one().catch((error) => console.error("cleaning up:", error))]);
    }
  };
  try {
    const urls = await provision(postgres.adminUrl, DATABASE);
    await migrate(urls.owner);
    const db = openDatabase(urls.app, { name: "faults", max: 4 });
    ends.push(() => db.destroy());
    const adminUrl = postgres.adminUrl.replace(/\/postgres$/, `/${DATABASE}`);
    const dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-faults-"));
    ends.push(() => rm(dataDir, { recursive: true, force: true }));

    const front = await startProxy();
    ends.push(() => front.close());
    const origin = `http://localhost:${front.port}`;
    const databases = { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_REPORT_URL: urls.report };
    const settings = { ...databases, APP_SECRET: randomBytes(32).toString("hex"), ORIGIN: origin, DATA_DIR: dataDir };
    const anotherApp = async (root?: string) => {
      const app = await prepareApp(settings, root);
      ends.push(() => app.kill());
      return app;
    };
    const app = await anotherApp();
    await app.start();
    front.route(app.port);
    const signIn = async (accountId: string) => {
      const context = { db, env: { origin } } as App;
      return (await startSession(new Request(origin), context, accountId)).split(";")[0] ?? "";
    };
    return {
      ...{ origin, front, postgres, adminUrl, db, app, anotherApp, signIn, end },
      openTeams: (wanted) => openTeams(db, signIn, wanted),
      withAdmin: (use) => withClient(adminUrl, use),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** One round for new teams; a team with several projects has one questionnaire for each. */
async function openTeams(db: Db, signIn: Stage["signIn"], wanted: Wanted): Promise<Team[]> {
  const teams: (Team & { projects: string[] })[] = [];
  for (let count = 0; count < wanted.teams; count += 1) {
    const projects: string[] = [];
    for (let sheet = 0; sheet < wanted.sheets; sheet += 1) projects.push((await insertProject(db)).projectId);
    const people: Team["people"] = [];
    for (let person = 0; person < wanted.people; person += 1) {
      const accountId = await insertPerson(db, person === 0 ? "lead" : "member", projects);
      people.push({ accountId, cookie: await signIn(accountId) });
    }
    teams.push({ people, projects, sheets: [] });
  }
  const definition = wanted.definition ?? faultsDefinition();
  const name = wanted.definition ? `ausfaelle-${randomUUID()}` : "ausfaelle";
  const { versionId } = await publishVersion(db, { name, definition, actorId: null });
  const { roundId, invitations } = await openRound(db, {
    ...{ versionId, wave: randomUUID().slice(0, 8), privacy: "confidential", actorId: null },
    opensAt: new Date(Date.now() - DAY_MS),
    closesAt: new Date(Date.now() + DAY_MS),
  });
  const byProject = new Map(invitations.map(({ projectId, invitationId }) => [projectId, invitationId]));
  return teams.map(({ people, projects }) => ({
    people,
    sheets: projects.map((id) => ({ roundId, invitationId: byProject.get(id) as string })),
  }));
}

async function insertPerson(db: Db, role: "lead" | "member", projects: string[]): Promise<string> {
  const accountId = randomUUID();
  const person = {
    account_id: accountId,
    address: `${accountId}@example.org`,
    name: `Test ${role}`,
    disabled_at: null,
  };
  await db.insertInto("account").values(person).execute();
  const parts = projects.map((id) => ({ account_id: accountId, role, project_id: id }));
  await db.insertInto("membership").values(parts).execute();
  return accountId;
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // The server may be killed while this connection is open.
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}
