import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { startEmbedded } from "#db/embedded.server.ts";
import { freePort } from "../support/npm-start.ts";
import { postmasterPid, removeServerFolder, signal } from "../support/server-folder.ts";

const CACHE = path.resolve(import.meta.dirname, "../../.cache");

/** A real PostgreSQL that can be killed and comes back on the same port with the same data. */
export type Postgres = {
  adminUrl: string;
  /** SIGKILL to every process of the server; gives back when all are gone */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/** The folder is named as the tests name theirs: what a killed run leaves behind is removed by the next test run. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(path.join(CACHE, `test-server-${process.pid}-`));
  const dir = path.join(folder, "postgres");
  const port = await freePort();
  const { adminUrl } = await startEmbedded(dir, { port });
  return {
    adminUrl,
    kill: () => killAll(dir),
    start: async () => void (await startEmbedded(dir, { port })),
    remove: async () => {
      await killAll(dir);
      await removeServerFolder(dir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The postmaster first, so that it starts nothing anew; its children lead groups of their own. */
async function killAll(dir: string): Promise<void> {
  const postmaster = await postmasterPid(dir);
  if (!postmaster) return;
  const pids = [postmaster, ...(await childrenOf(postmaster))];
  for (const pid of pids) if (signal(pid, 0)) kill(pid);
  while (pids.some((pid) => signal(pid, 0))) await new Promise((resolve) => setTimeout(resolve, 10));
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone by itself meanwhile.
  }
}

/** By /proc; elsewhere the children notice by themselves that their postmaster is dead. */
async function childrenOf(parent: number): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const found: number[] = [];
  for (const name of names.filter((one) => /^\d+$/.test(one))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent) found.push(Number(name));
  }
  return found;
}
