import type { Db, Tx } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { listFields } from "#db/queries/responses.server.ts";
import type { JsonObject } from "#surveys/json.ts";

/** The answers as they stand now, with the revision of every field. */
export type Draft = { answers: JsonObject; revisions: Record<string, number>; seq: number };

export async function readDraft(db: Db | Tx, invitation: InvitationRow): Promise<Draft> {
  const draft: Draft = { answers: {}, revisions: {}, seq: invitation.seq ?? 0 };
  if (!invitation.response_id) return draft;
  const fields = await listFields(db, { roundId: invitation.round_id, responseId: invitation.response_id });
  for (const field of fields) {
    draft.revisions[field.path] = field.rev;
    if (field.value !== null) draft.answers[field.path] = field.value;
  }
  return draft;
}
