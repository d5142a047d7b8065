import type { Db } from "#db/client.server.ts";
import { listRoundEvents, type RoundEvent } from "#db/queries/history.server.ts";

export type { RoundEvent };

/** What was done to a round, by whom and when, the latest first. Steps of one draft on one day by one person are one line. */
export async function readHistory(db: Db, roundId: string): Promise<RoundEvent[]> {
  const events = await listRoundEvents(db, roundId);
  return events.filter((event, i) => {
    const later = events[i - 1];
    return !(event.verb === "round.change" && later?.verb === event.verb && isSameDay(event, later));
  });
}

function isSameDay(a: RoundEvent, b: RoundEvent): boolean {
  return a.actor === b.actor && a.at.toDateString() === b.at.toDateString();
}
