import { type Db, jsonb, type Tx } from "../client.server.ts";

export type AuditEvent = {
  actorId: string | null;
  verb: string;
  object: string;
  objectId: string;
  /** ids and plain facts; never an answer, a token or an address */
  detail?: Record<string, string | number>;
};

/** Notes who did what, in the transaction of what was done. */
export async function insertAudit(db: Db | Tx, event: AuditEvent): Promise<void> {
  await db
    .insertInto("audit")
    .values({
      actor_id: event.actorId,
      verb: event.verb,
      object: event.object,
      object_id: event.objectId,
      detail: jsonb(event.detail ?? {}),
    })
    .execute();
}
