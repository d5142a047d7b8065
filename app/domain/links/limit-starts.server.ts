import { type Db, transact } from "#db/client.server.ts";
import { insertHit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { Problem } from "../problem.ts";
import { limitKey } from "../sign-in/secrets.server.ts";

/** A seminar room shares one network: enough for three large groups, too few to use a link up from a desk. */
export const STARTS_PER_HOUR = 150;

/** Counts a start by link, or a submission by an open one, for the asking network. Throws too-many-requests with the seconds to wait. */
export async function limitStarts(
  db: Db,
  secret: string,
  network: string,
  step: "start" | "submit" = "start",
): Promise<void> {
  const limit = {
    bucket: `guest-${step}`,
    keyHash: limitKey(secret, "network", network),
    perHour: STARTS_PER_HOUR,
  };
  await transact(db, async (tx) => {
    const retryAfter = await lockLimit(tx, limit);
    if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
    await insertHit(tx, limit);
  });
}
