import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ResponseEventTable } from "../tables/submission.ts";
import type { ResponseKey } from "./responses.server.ts";

export type EventKind = ResponseEventTable["kind"];
export type NewEvent = {
  eventId: string;
  kind: EventKind;
  reason: string;
  actorId: string | null;
  /** defaults to now */
  at?: Date;
};

/** Keeps a step back about the latest submission. Gives back that submission's number. */
export async function insertResponseEvent(tx: Tx, key: ResponseKey, event: NewEvent): Promise<number> {
  const row = await tx
    .insertInto("response_event")
    .values(({ selectFrom }) => ({
      round_id: key.roundId,
      response_id: key.responseId,
      event_id: event.eventId,
      kind: event.kind,
      number: selectFrom("submission")
        .select(sql<number>`max(number)`.as("number"))
        .where("round_id", "=", key.roundId)
        .where("response_id", "=", key.responseId),
      reason: event.reason,
      by: event.actorId,
      ...(event.at ? { at: event.at } : {}),
    }))
    .returning("number")
    .executeTakeFirstOrThrow();
  return row.number;
}

/** Steps back in the order in which they happened, with who took them. */
export function listResponseEvents(db: Db | Tx, key: ResponseKey) {
  return db
    .selectFrom("response_event")
    .leftJoin("account", "account.account_id", "response_event.by")
    .select(["response_event.kind", "response_event.number", "response_event.reason", "response_event.at"])
    .select("account.name as by")
    .where("response_event.round_id", "=", key.roundId)
    .where("response_event.response_id", "=", key.responseId)
    .orderBy("response_event.at")
    .orderBy("response_event.number")
    .execute();
}

/** Opens what was submitted to be edited. What was submitted counts on: its cells stay until they are replaced. */
export async function reopen(tx: Tx, key: ResponseKey): Promise<void> {
  await tx
    .updateTable("response")
    .set({ state: "reopened" })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .execute();
}

/** Makes a response a draft again of which nothing counts. Its submissions are kept. */
export async function withdraw(tx: Tx, key: ResponseKey): Promise<void> {
  await tx.deleteFrom("cell").where("round_id", "=", key.roundId).where("response_id", "=", key.responseId).execute();
  await tx
    .updateTable("response")
    .set({ state: "draft", submitted_at: null })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .execute();
}
