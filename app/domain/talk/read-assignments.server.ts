import type { Db } from "#db/client.server.ts";
import { findInvitation } from "#db/queries/invitations.server.ts";
import { listAssignments } from "#db/queries/talk.server.ts";
import type { Text } from "#surveys/model.ts";
import { isSent, type Respondent } from "../responses/access.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { projectsWith } from "../viewer.ts";
import { placeIn } from "./places.ts";

/** A question, or a page, that the reader is asked for. */
export type Assignment = { invitationId: string; page: string; question: string | null; title: Text };

/** What the reader is still asked for in open questionnaires of their projects; in one of them only where it is named. */
export async function readAssignments(db: Db, viewer: Respondent, only?: string): Promise<Assignment[]> {
  if (!viewer.accountId) return [];
  const rows = await listAssignments(db, viewer.accountId, projectsWith(viewer, "response.edit"), new Date());
  const bySheet = Map.groupBy(rows, (row) => row.invitation_id);
  const found: Assignment[] = [];
  for (const [invitationId, places] of bySheet) {
    if (only !== undefined && invitationId !== only) continue;
    const invitation = await findInvitation(db, invitationId);
    if (!invitation || isSent(invitation)) continue;
    const { definition } = await getInstrument(db, invitation);
    for (const { place } of places) {
      const at = placeIn(definition, place);
      if (at) found.push({ invitationId, ...at });
    }
  }
  return found;
}
