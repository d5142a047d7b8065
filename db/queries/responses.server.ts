import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { LIVE_CHANNEL, type LiveKind } from "./live.server.ts";

/** A response is named by its round and its id; every table of answers has both in its key. */
export type ResponseKey = { roundId: string; responseId: string };

/** Makes the response of an invitation if there is none yet: many callers at once still make one. */
export async function ensureResponse(
  tx: Tx,
  roundId: string,
  invitationId: string,
  responseId: string,
  at = new Date(),
): Promise<void> {
  const times = { started_at: at, changed_at: at, submitted_at: null };
  await tx
    .insertInto("response")
    .values({ round_id: roundId, response_id: responseId, invitation_id: invitationId, ...times })
    .onConflict((conflict) => conflict.columns(["round_id", "invitation_id"]).doNothing())
    .execute();
}

/** Locks the response of an invitation together with the state of its round, so that neither changes meanwhile. */
export async function lockResponse(tx: Tx, roundId: string, invitationId: string) {
  return tx
    .selectFrom("response")
    .innerJoin("round", "round.round_id", "response.round_id")
    .select(["response.response_id", "response.state", "response.seq", "round.state as round_state", "round.closes_at"])
    .where("response.round_id", "=", roundId)
    .where("response.invitation_id", "=", invitationId)
    .forUpdate("response")
    .forShare("round")
    .executeTakeFirst();
}

/** The state of a round, which then stays as it is until the transaction ends. */
export function holdRound(tx: Tx, roundId: string) {
  return tx
    .selectFrom("round")
    .select(["state as round_state", "closes_at"])
    .where("round_id", "=", roundId)
    .forShare()
    .executeTakeFirstOrThrow();
}

/** The member projects that a round's roster questions offer. */
export async function listRoster(db: Db | Tx, roundId: string) {
  const row = await db.selectFrom("round").select("roster").where("round_id", "=", roundId).executeTakeFirstOrThrow();
  return row.roster;
}

/**
 * Moves the response on by one; readers compare this number to learn that something changed, and all processes are told
 * once the transaction is committed.
 */
export async function touchResponse(tx: Tx, key: ResponseKey): Promise<void> {
  const message = sql`invitation_id || ${` ${"fields" satisfies LiveKind}`}`;
  await tx
    .updateTable("response")
    .set({ seq: sql`seq + 1`, changed_at: sql`now()` })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .returning(sql`pg_notify(${LIVE_CHANNEL}, ${message})`.as("told"))
    .execute();
}
