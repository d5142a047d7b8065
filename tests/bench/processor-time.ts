import { readdir, readFile } from "node:fs/promises";

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

/** Processor time of one process with all its threads, in ms; null where /proc does not exist. */
export async function processorMs(pid: number): Promise<number | null> {
  const ticks = await readTicks(pid);
  return ticks && (ticks.user + ticks.system) * MS_PER_TICK;
}

/** Processor time of a PostgreSQL server with all its connections, also those that ended, in ms. */
export async function serverProcessorMs(postmaster: number): Promise<number | null> {
  const own = await readTicks(postmaster);
  if (!own) return null;
  let sum = own.user + own.system + own.ended;
  for (const name of await readdir("/proc")) {
    const ticks = /^\d+$/.test(name) ? await readTicks(Number(name)) : null;
    if (ticks?.parent === postmaster) sum += ticks.user + ticks.system;
  }
  return sum * MS_PER_TICK;
}

async function readTicks(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  if (!text) return null;
  // The name in brackets may hold blanks; behind it the fields are counted from the third.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const field = (number: number) => Number(fields[number - 3]);
  return { parent: field(4), user: field(14), system: field(15), ended: field(16) + field(17) };
}
