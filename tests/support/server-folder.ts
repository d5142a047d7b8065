import { readFile, readlink, rm } from "node:fs/promises";
import path from "node:path";

/** The process of the server whose data lie below `dir`, whether it lives or not; undefined when it stopped in order. */
export async function postmasterPid(dir: string): Promise<number | undefined> {
  const home = await homeOf(dir);
  const lines = await readFile(path.join(home, "data/postmaster.pid"), "utf8").catch(() => "");
  return Number(lines.split("\n")[0]) || undefined;
}

/** Kills the server below `dir`, as a power failure would, and waits until it is gone. */
export async function killServer(dir: string): Promise<void> {
  const pid = await postmasterPid(dir);
  if (!pid) return;
  signal(pid, "SIGKILL");
  while (signal(pid, 0)) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Removes what an embedded server left on disk, with the folder that root's link leads to. Kills it if it still runs. */
export async function removeServerFolder(dir: string): Promise<void> {
  const home = await homeOf(dir);
  await killServer(dir);
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  await rm(dir, { recursive: true, force: true });
}

/** False when there is no such process. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function homeOf(dir: string): Promise<string> {
  return readlink(dir).catch(() => dir);
}
