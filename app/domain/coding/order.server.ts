import { createHash } from "node:crypto";

/**
 * Texts in an order that looks random, is the same each time for one person and one round, and another one for everybody
 * else. It depends on the texts' random ids alone, so that it tells nothing of when or from whom they came.
 */
export function orderFor(who: { accountId: string; roundId: string }, textIds: readonly string[]): string[] {
  const placed = textIds.map((id) => {
    const place = createHash("sha256").update(`${who.accountId} ${who.roundId} ${id}`).digest("hex");
    return { id, place };
  });
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ id }) => id);
}
