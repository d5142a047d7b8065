import { type Db, transact } from "#db/client.server.ts";
import { listRemindingRounds } from "#db/queries/addressees.server.ts";
import { clearReachable } from "#db/queries/bounces.server.ts";
import { Problem } from "../problem.ts";
import { repeat } from "../repeat.server.ts";
import { readBounces } from "./bounces/read-bounces.server.ts";
import type { Jobs } from "./enqueue.server.ts";
import { queueReminders } from "./round-mails.server.ts";

const REMIND_MS = 5 * 60_000;
const BOUNCES_MS = 60_000;

type Keeping = { db: Db; jobs: Jobs; bounceMbox: string | undefined };

/**
 * Queues reminders when their hour comes and reads what came back, now and every few minutes. Any number of processes may
 * do so: each round's reminders are queued under one lock and a key each, and the mailbox is read under a lock. Gives
 * back what ends it.
 */
export function keepMailing({ db, jobs, bounceMbox }: Keeping): () => Promise<void> {
  const keepers = [
    repeat(REMIND_MS, "queueing reminders", () => remindDue(db, jobs)),
    ...(bounceMbox ? [repeat(BOUNCES_MS, "reading bounces", () => readBounces(db, bounceMbox))] : []),
  ];
  return async () => {
    await Promise.all(keepers.map((stop) => stop()));
  };
}

/**
 * Queues the reminders that are due now in every open round, the nearest deadline first. Gives back how many. Projects
 * whose address was mended meanwhile are reachable again.
 */
export async function remindDue(db: Db, jobs: Jobs, now = new Date()): Promise<number> {
  await clearReachable(db);
  let queued = 0;
  for (const { round_id: roundId } of await listRemindingRounds(db, now)) {
    try {
      queued += (await transact(db, (tx) => queueReminders(tx, jobs, roundId, "due", null, now))).queued;
    } catch (error) {
      // It was closed between the list and the lock.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return queued;
}
