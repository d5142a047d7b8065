import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ResponseKey } from "./responses.server.ts";

/** A change is named by its time (in microseconds, as PostgreSQL keeps it) and its id: many have the same time. */
export type ChangeMark = { at: string; opId: string };

/**
 * Changes of one question with its comment and everything below it, newest first. `before` goes on where the last page
 * ended. `rev` null: the change clashed, and `settled_by` says by which later one a
 * person decided.
 */
export async function listChangesOf(
  db: Db | Tx,
  key: ResponseKey,
  { name, before, limit }: { name: string; before?: ChangeMark | undefined; limit: number },
) {
  const below = name.replaceAll("~", "~0").replaceAll("/", "~1");
  return db
    .selectFrom("operation")
    .leftJoin("account", "account.account_id", "operation.by")
    .select([
      "operation.op_id",
      "operation.path",
      "operation.base",
      "operation.rev",
      "operation.value",
      "operation.settled_by",
    ])
    .select(["operation.at", "operation.by", "account.name"])
    .select(sql<string>`to_char(operation.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("mark"))
    .where("operation.round_id", "=", key.roundId)
    .where("operation.response_id", "=", key.responseId)
    .where((eb) =>
      eb.or([
        eb("operation.path", "in", [below, `${below}-Comment`]),
        sql<boolean>`starts_with(operation.path, ${`${below}/`})`,
      ]),
    )
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(operation.at, operation.op_id) < (${before?.at}::timestamptz, ${before?.opId}::uuid)`),
    )
    .orderBy("operation.at", "desc")
    .orderBy("operation.op_id", "desc")
    .limit(limit)
    .execute();
}
