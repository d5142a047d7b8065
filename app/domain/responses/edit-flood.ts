import { createFlood } from "../flood.ts";
import { Problem } from "../problem.ts";
import type { Respondent } from "./access.server.ts";

/** Somebody who types fast makes a few hundred a minute; a browser that was away brings a long queue at once. */
const edits = createFlood({ perMinute: 3000, most: 5000 });

/** Counts edits of one person, with scripts or without, or of everybody behind one link. Throws too-many-requests. */
export function chargeEdits({ accountId }: Pick<Respondent, "accountId">, invitationId: string, count: number): void {
  const wait = edits.take(accountId ?? invitationId, count);
  if (wait > 0) throw new Problem("too-many-requests", { retryAfter: wait });
}
