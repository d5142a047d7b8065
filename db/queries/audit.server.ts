import { type Db, jsonb, type Tx } from "../client.server.ts";

export type AuditEvent = {
  actorId: string | null;
  verb: string;
  object: string;
  objectId: string;
  /** ids and plain facts; never an answer, a token or an address */
  detail?: Record<string, string | number>;
  /** defaults to now; only what is laid into the past, as the sample year is, names another time */
  at?: Date;
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
      ...(event.at ? { at: event.at } : {}),
    })
    .execute();
}

const EVENTS_PER_INSERT = 2000;

/** The same for many at once, as an import makes them. */
export async function insertAudits(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += EVENTS_PER_INSERT) {
    const rows = events.slice(from, from + EVENTS_PER_INSERT).map((event) => ({
      actor_id: event.actorId,
      verb: event.verb,
      object: event.object,
      object_id: event.objectId,
      detail: jsonb(event.detail ?? {}),
    }));
    await tx.insertInto("audit").values(rows).execute();
  }
}
