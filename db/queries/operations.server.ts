import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { ResponseKey } from "./responses.server.ts";

/** What is known of operations by their ids. */
export function findOperations(tx: Tx, key: ResponseKey, opIds: string[]) {
  return tx
    .selectFrom("operation")
    .select(["op_id", "path", "rev", "body_hash"])
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .where("op_id", "in", opIds)
    .execute();
}

export type OperationRow = {
  op_id: string;
  path: string;
  base: number;
  base_op: string | null;
  rev: number | null;
  value: unknown;
  body_hash: string;
  by: string | null;
};

export async function insertOperations(tx: Tx, key: ResponseKey, operations: OperationRow[]): Promise<void> {
  if (operations.length === 0) return;
  await sql`
    insert into operation (round_id, response_id, op_id, path, base, base_op, rev, value, body_hash, by)
    select ${key.roundId}::uuid, ${key.responseId}::uuid, row.* from jsonb_to_recordset(${jsonb(operations)}) as
      row (op_id uuid, path text, base integer, base_op uuid, rev integer, value jsonb, body_hash text, by uuid)
  `.execute(tx);
}

/** Notes by which operation others that had clashed were settled. What was settled before stays so. */
export async function settleOperations(
  tx: Tx,
  key: ResponseKey,
  settled: { opId: string; by: string }[],
): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update operation set settled_by = row.by
    from jsonb_to_recordset(${jsonb(settled.map(({ opId, by }) => ({ op_id: opId, by })))}) as row (op_id uuid, by uuid)
    where operation.round_id = ${key.roundId} and operation.response_id = ${key.responseId}
      and operation.op_id = row.op_id and operation.rev is null and operation.settled_by is null
  `.execute(tx);
}

/** What clashed and waits for somebody to decide, in the order it came. */
export function listClashes(db: Db | Tx, key: ResponseKey) {
  return db
    .selectFrom("operation")
    .leftJoin("account", "account.account_id", "operation.by")
    .select([
      "operation.op_id",
      "operation.path",
      "operation.value",
      "operation.at",
      "operation.by as by_id",
      "account.name as by",
    ])
    .where("operation.round_id", "=", key.roundId)
    .where("operation.response_id", "=", key.responseId)
    .where("operation.rev", "is", null)
    .where("operation.settled_by", "is", null)
    .orderBy("operation.at")
    .orderBy("operation.op_id")
    .execute();
}
