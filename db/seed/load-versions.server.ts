import { sql } from "kysely";
import type { Tx } from "../client.server.ts";
import type { ResponseKey } from "../queries/responses.server.ts";

/** Where a response of the sample stands: the times and people of its submission. */
export function findSubmitted(tx: Tx, roundId: string, invitationId: string) {
  return tx
    .selectFrom("response")
    .innerJoin("submission", (join) =>
      join
        .onRef("submission.round_id", "=", "response.round_id")
        .onRef("submission.response_id", "=", "response.response_id"),
    )
    .select(["response.response_id", "response.seq", "submission.answers", "submission.submitted_by"])
    .select("submission.submitted_at")
    .where("response.round_id", "=", roundId)
    .where("response.invitation_id", "=", invitationId)
    .executeTakeFirst();
}

/** One answer given anew at a time of the past; the response moves on by one. */
export async function changeAnswer(
  tx: Tx,
  key: ResponseKey,
  { path, value, at }: { path: string; value: unknown; at: Date },
): Promise<void> {
  await sql`
    update response set seq = seq + 1, changed_at = ${at}
    where round_id = ${key.roundId} and response_id = ${key.responseId}`.execute(tx);
  await sql`
    update field set value = cast(${JSON.stringify(value)} as jsonb), rev = rev + 1, changed_at = ${at}, seq = response.seq
    from response
    where field.round_id = ${key.roundId} and field.response_id = ${key.responseId} and field.path = ${path}
      and response.round_id = field.round_id and response.response_id = field.response_id`.execute(tx);
}
