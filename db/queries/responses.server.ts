import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";

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

export async function listFields(db: Db | Tx, key: ResponseKey) {
  return db
    .selectFrom("field")
    .leftJoin("account", "account.account_id", "field.changed_by")
    .select(["field.path", "field.value", "field.rev", "field.changed_at", "account.name as changed_by"])
    .where("field.round_id", "=", key.roundId)
    .where("field.response_id", "=", key.responseId)
    .orderBy("field.path")
    .execute();
}

export async function findOperations(tx: Tx, key: ResponseKey, opIds: string[]) {
  return tx
    .selectFrom("operation")
    .select(["op_id", "path", "rev", "body_hash"])
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .where("op_id", "in", opIds)
    .execute();
}

export type Edit = { path: string; base: number; value: unknown; actorId: string | null };

/** Writes one field on top of the named revision. Gives back the new revision, or undefined when it was another. */
export async function writeField(tx: Tx, key: ResponseKey, edit: Edit): Promise<number | undefined> {
  const value = edit.value === undefined || edit.value === null ? null : jsonb(edit.value);
  const written = { value, rev: edit.base + 1, changed_by: edit.actorId };
  if (edit.base === 0) {
    const row = await tx
      .insertInto("field")
      .values({ round_id: key.roundId, response_id: key.responseId, path: edit.path, ...written })
      .onConflict((conflict) => conflict.columns(["round_id", "response_id", "path"]).doNothing())
      .returning("rev")
      .executeTakeFirst();
    return row?.rev;
  }
  const row = await tx
    .updateTable("field")
    .set({ ...written, changed_at: sql`now()` })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .where("path", "=", edit.path)
    .where("rev", "=", edit.base)
    .returning("rev")
    .executeTakeFirst();
  return row?.rev;
}

export type OperationRow = Edit & { opId: string; rev: number | null; bodyHash: string };

export async function insertOperation(tx: Tx, key: ResponseKey, operation: OperationRow): Promise<void> {
  await tx
    .insertInto("operation")
    .values({
      round_id: key.roundId,
      response_id: key.responseId,
      op_id: operation.opId,
      path: operation.path,
      base: operation.base,
      rev: operation.rev,
      value: operation.value === undefined || operation.value === null ? null : jsonb(operation.value),
      body_hash: operation.bodyHash,
      by: operation.actorId,
    })
    .execute();
}

/** Writes many first answers of a fresh response at once. */
export async function insertFields(
  tx: Tx,
  key: ResponseKey,
  edits: { path: string; value: unknown; actorId: string | null }[],
  at: Date,
): Promise<void> {
  const rows = edits.map(({ path, value, actorId }) => ({
    round_id: key.roundId,
    response_id: key.responseId,
    path,
    value: jsonb(value),
    rev: 1,
    changed_at: at,
    changed_by: actorId,
  }));
  await tx.insertInto("field").values(rows).execute();
}

/** The member projects that a round's roster questions offer. */
export async function listRoster(db: Db | Tx, roundId: string) {
  const row = await db.selectFrom("round").select("roster").where("round_id", "=", roundId).executeTakeFirstOrThrow();
  return row.roster;
}

/** Moves the response on by one; readers compare this number to learn that something changed. */
export async function touchResponse(tx: Tx, key: ResponseKey): Promise<number> {
  const row = await tx
    .updateTable("response")
    .set({ seq: sql`seq + 1`, changed_at: sql`now()` })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .returning("seq")
    .executeTakeFirstOrThrow();
  return row.seq;
}
