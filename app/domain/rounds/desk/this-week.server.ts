import type { Db } from "#db/client.server.ts";
import { listAddressees, listRemindedSince } from "#db/queries/addressees.server.ts";
import { personOf, WEEK_MS } from "../../mail/round-mails.server.ts";
import type { ThisWeek } from "./returns.ts";

/** By invitation that waits: who of its people was reminded within the last seven days, of this round or another. */
export async function readThisWeek(db: Db, roundId: string, now: Date): Promise<Map<string, ThisWeek>> {
  const [addressees, reminded] = await Promise.all([
    listAddressees(db, roundId, { state: "waiting" }),
    listRemindedSince(db, new Date(now.getTime() - WEEK_MS)),
  ]);
  const weeks = new Map<string, ThisWeek>();
  for (const addressee of addressees) {
    const before = weeks.get(addressee.invitationId) ?? { someoneFree: false, last: undefined };
    const found = reminded.get(personOf(addressee));
    const last = found && { at: found.at, elsewhere: found.roundId !== roundId };
    weeks.set(addressee.invitationId, {
      someoneFree: before.someoneFree || !last,
      last: last && (!before.last || last.at > before.last.at) ? last : before.last,
    });
  }
  return weeks;
}
