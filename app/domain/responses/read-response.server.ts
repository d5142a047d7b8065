import type { Db, Tx } from "#db/client.server.ts";
import { listFields } from "#db/queries/fields.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { listPresent } from "#db/queries/live.server.ts";
import { listClashes } from "#db/queries/operations.server.ts";
import { fromFields } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { isOpen } from "./access.server.ts";
import { getInstrument } from "./instrument.server.ts";

/** The answers as they stand now, with the revision of every field. */
export type Draft = { answers: JsonObject; revisions: Record<string, number>; seq: number };

export async function readDraft(db: Db | Tx, invitation: InvitationRow): Promise<Draft> {
  const { response_id: responseId, round_id: roundId, seq } = invitation;
  if (!responseId) return { answers: {}, revisions: {}, seq: seq ?? 0 };
  const fields = await listFields(db, { roundId, responseId });
  const { definition } = await getInstrument(db, invitation);
  return {
    answers: fromFields(
      definition,
      fields.map(({ path, value }) => [path, value]),
    ),
    revisions: Object.fromEntries(fields.map(({ path, rev }) => [path, rev])),
    seq: seq ?? 0,
  };
}

/** A field as a browser keeps it. `seq` is the step of the response at which it was written; `value` null: taken back. */
export type FieldState = {
  path: string;
  value: unknown;
  rev: number;
  seq: number;
  by: string | null;
  byId: string | null;
  at: string;
};

/** An edit that clashed and waits for a decision. */
export type OpenClash = {
  opId: string;
  path: string;
  value: unknown;
  by: string | null;
  byId: string | null;
  at: string;
};

/** How a questionnaire stands: what is new since a step that the reader knows, and all clashes that are open. */
export type ResponseStanding = {
  seq: number;
  state: "draft" | "reopened" | "submitted";
  open: boolean;
  fields: FieldState[];
  clashes: OpenClash[];
};

/** Reads what was written after step `since` (all of it without). What is written meanwhile may come twice, never not at all. */
export async function readStanding(db: Db | Tx, invitation: InvitationRow, since = -1): Promise<ResponseStanding> {
  const { response_id: responseId, round_id: roundId } = invitation;
  const state = (invitation.response_state ?? "draft") as ResponseStanding["state"];
  const head = { seq: invitation.seq ?? 0, state, open: isOpen(invitation) };
  if (!responseId) return { ...head, fields: [], clashes: [] };
  const key = { roundId, responseId };
  const [fields, clashes] = await Promise.all([listFields(db, key, since), listClashes(db, key)]);
  return {
    ...head,
    fields: fields.map(({ path, value, rev, seq, changed_by, changed_by_id, changed_at }) => ({
      ...{ path, value, rev, seq, by: changed_by, byId: changed_by_id, at: changed_at.toISOString() },
    })),
    clashes: clashes.map(({ op_id, path, value, by, by_id, at }) => ({
      ...{ opId: op_id, path, value, by, byId: by_id, at: at.toISOString() },
    })),
  };
}

/** Somebody who has the questionnaire open. Guests have no name. */
export type Present = { client: string; accountId: string | null; name: string | null; place: string | null };

export async function readPresent(db: Db | Tx, invitationId: string): Promise<Present[]> {
  const rows = await listPresent(db, invitationId);
  return rows.map(({ client_id, account_id, name, place }) => ({
    client: client_id,
    accountId: account_id,
    name,
    place,
  }));
}
