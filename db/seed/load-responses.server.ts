import { sql } from "kysely";
import type { Cell } from "#surveys/model.ts";
import type { Tx } from "../client.server.ts";

/** One response as it lies in the database when its round is over; `submission` is undefined for what stayed a draft. */
export type LoadedResponse = {
  invitationId: string;
  responseId: string;
  startedAt: Date;
  changedAt: Date;
  /** who answered */
  actorId: string | null;
  answers: Record<string, unknown>;
  /** the answers, taken apart into fields */
  fields: Record<string, unknown>;
  submission?: { submissionId: string; receipt: string; checksum: string; cells: readonly Cell[] };
};

/** What happened to an invitation beside a response. */
export type LoadedInvitation = {
  invitationId: string;
  openedAt: Date | null;
  declinedAt: Date | null;
  reason: string | null;
};

/**
 * Writes the responses of an open round, a statement per table: rows travel as one JSON parameter. The triggers of the
 * tables hold as for any other insert.
 */
export async function loadResponses(tx: Tx, roundId: string, responses: readonly LoadedResponse[]): Promise<void> {
  const submitted = responses.flatMap(({ submission, ...rest }) => (submission ? [{ ...rest, ...submission }] : []));
  await sql`
    insert into response (round_id, response_id, invitation_id, state, seq, started_at, changed_at, submitted_at)
    select ${roundId}::uuid, * from jsonb_to_recordset(${json(
      responses.map((one) => ({
        response_id: one.responseId,
        invitation_id: one.invitationId,
        state: one.submission ? "submitted" : "draft",
        seq: Object.keys(one.answers).length,
        started_at: one.startedAt,
        changed_at: one.changedAt,
        submitted_at: one.submission ? one.changedAt : null,
      })),
    )}) as row (response_id uuid, invitation_id uuid, state text, seq bigint, started_at timestamptz,
      changed_at timestamptz, submitted_at timestamptz)`.execute(tx);
  await sql`
    insert into field (round_id, response_id, path, value, rev, changed_at, changed_by)
    select ${roundId}::uuid, response_id, path, value, 1, changed_at, changed_by from jsonb_to_recordset(${json(
      responses.flatMap(({ responseId, fields, changedAt, actorId }) =>
        Object.entries(fields).map(([path, value]) => ({
          ...{ response_id: responseId, path, value },
          ...{ changed_at: changedAt, changed_by: actorId },
        })),
      ),
    )}) as row (response_id uuid, path text, value jsonb, changed_at timestamptz, changed_by uuid)`.execute(tx);
  await sql`
    insert into submission (round_id, response_id, submission_id, number, seq, receipt, answers, checksum, submitted_at, submitted_by)
    select ${roundId}::uuid, response_id, submission_id, 1, seq, receipt, answers, checksum, submitted_at, submitted_by
    from jsonb_to_recordset(${json(
      submitted.map((one) => ({
        ...{ response_id: one.responseId, submission_id: one.submissionId, receipt: one.receipt },
        ...{ answers: one.answers, checksum: one.checksum, seq: Object.keys(one.answers).length },
        ...{ submitted_at: one.changedAt, submitted_by: one.actorId },
      })),
    )}) as row (response_id uuid, submission_id uuid, seq bigint, receipt text, answers jsonb, checksum text,
      submitted_at timestamptz, submitted_by uuid)`.execute(tx);
  await sql`
    insert into cell (round_id, response_id, position, item, entry, code, number, text, visible)
    select ${roundId}::uuid, *, true from jsonb_to_recordset(${json(
      submitted.flatMap(({ responseId, cells }) =>
        cells.map(({ item, entry, code, number, text }, position) => ({
          ...{ response_id: responseId, position },
          ...{ item, entry, code, number, text },
        })),
      ),
    )}) as row (response_id uuid, position integer, item text, entry text, code text, number double precision, text text)`.execute(
    tx,
  );
}

/** Notes when invitations were opened first and which were declined. */
export async function loadInvitationStates(
  tx: Tx,
  roundId: string,
  states: readonly LoadedInvitation[],
): Promise<void> {
  await sql`
    update invitation set first_opened_at = row.opened_at, declined_at = row.declined_at, decline_reason = row.reason
    from jsonb_to_recordset(${json(
      states.map((one) => ({
        ...{ invitation_id: one.invitationId, opened_at: one.openedAt },
        ...{ declined_at: one.declinedAt, reason: one.reason },
      })),
    )}) as row (invitation_id uuid, opened_at timestamptz, declined_at timestamptz, reason text)
    where invitation.round_id = ${roundId} and invitation.invitation_id = row.invitation_id`.execute(tx);
}

function json(rows: readonly object[]) {
  return sql`cast(${JSON.stringify(rows)} as jsonb)`;
}
