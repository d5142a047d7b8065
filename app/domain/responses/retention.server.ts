import { type Db, transact } from "#db/client.server.ts";
import { insertAudits } from "#db/queries/audit.server.ts";
import { eraseExchange } from "#db/queries/exchange.server.ts";
import { eraseWhatIsOver } from "#db/queries/retention.server.ts";
import { repeat } from "../repeat.server.ts";

/**
 * Days after the end of a round until drafts that were never submitted, and what a team said to each other about any sheet,
 * are erased; and until what a project said it seeks and offers is, once it was replaced or withdrawn. The privacy page says so.
 */
export const KEPT_DAYS = 180;

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;

/** Erases what was kept long enough; the history of each round says how much. Submitted answers stay. */
export async function eraseKeptLongEnough(db: Db, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    await eraseExchange(tx, before);
    const erased = await eraseWhatIsOver(tx, before);
    await insertAudits(
      tx,
      erased.map(({ roundId, drafts, notes }) => ({
        ...{ actorId: null, verb: "round.erase-drafts", object: "round", objectId: roundId, detail: { drafts, notes } },
      })),
    );
  });
}

/** Erases what is over, now and every six hours. Gives back what ends it. */
export function keepRetention(db: Db): () => Promise<void> {
  return repeat(EVERY_MS, "erasing what was kept long enough", () => eraseKeptLongEnough(db, new Date()));
}
