import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import { type Chromium, unpackChromium } from "./chromium.ts";
import { dropDatabase, listDatabases } from "./cluster.ts";
import { removeServerFolder, signal } from "./server-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
    chromium: Chromium;
  }
}

const CACHE = path.resolve(import.meta.dirname, "../../.cache");
const PREFIX = "test-server-";

/**
 * One PostgreSQL for the run, with a migrated template that each test file clones. TEST_DATABASE_URL names the
 * superuser of another server to use instead: its roles and databases of ours are made and removed again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(CACHE, { recursive: true });
  const server = process.env.TEST_DATABASE_URL
    ? { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startOwnServer();
  const template = `praxisspiegel_test_${process.pid}`;
  const urls = await provision(server.adminUrl, template);
  await migrate(urls.owner);

  project.provide("adminUrl", server.adminUrl);
  project.provide("template", template);
  project.provide("chromium", await unpackChromium(CACHE));
  return async () => {
    if (process.env.TEST_DATABASE_URL) {
      for (const name of await listDatabases(server.adminUrl, template)) await dropDatabase(server.adminUrl, name);
    }
    await server.stop();
  };
}

async function removeRun(folder: string): Promise<void> {
  await removeServerFolder(path.join(folder, "postgres"));
  await rm(folder, { recursive: true, force: true });
}

async function startOwnServer() {
  await removeLeftovers();
  const folder = await mkdtemp(path.join(CACHE, `${PREFIX}${process.pid}-`));
  const server = await startEmbedded(path.join(folder, "postgres"));
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      await removeRun(folder);
    },
  };
}

/** A run that was killed leaves its server behind: the next run stops it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split("-")[0]) : 0;
    if (owner && !signal(owner, 0)) await removeRun(path.join(CACHE, name));
  }
}
