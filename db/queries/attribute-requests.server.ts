import type { Db, Tx } from "../client.server.ts";
import { jsonb } from "../client.server.ts";

export type NewRequest = {
  requestId: string;
  projectId: string;
  changes: Record<string, string[]>;
  /** ISO day */
  validFrom: string;
  note: string;
  askedBy: string;
};

/** A project's requests, the newest first, at most twenty: with who asked and what was decided. */
export function listRequests(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("attribute_request")
    .innerJoin("account as asker", "asker.account_id", "attribute_request.asked_by")
    .select(["request_id", "changes", "valid_from", "note", "state", "asked_at", "decided_at", "reason"])
    .select("asker.name as asked_by")
    .where("project_id", "=", projectId)
    .orderBy("asked_at", "desc")
    .limit(20)
    .execute();
}

/** True while a request of the project waits for the coordination. Callers hold the project's lock. */
export async function hasOpenRequest(tx: Tx, projectId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("attribute_request")
    .select("request_id")
    .where("project_id", "=", projectId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx
    .insertInto("attribute_request")
    .values({
      request_id: request.requestId,
      project_id: request.projectId,
      changes: jsonb(request.changes),
      valid_from: request.validFrom,
      note: request.note,
      asked_by: request.askedBy,
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

/** Takes the project's open request back; gives back its id, or undefined when it was decided meanwhile. */
export async function withdrawOpenRequest(tx: Tx, projectId: string): Promise<string | undefined> {
  const row = await tx
    .updateTable("attribute_request")
    .set({ state: "withdrawn" })
    .where("project_id", "=", projectId)
    .where("state", "=", "open")
    .returning("request_id")
    .executeTakeFirst();
  return row?.request_id;
}

/** Requests of all projects in one of these states, open ones by their age, decided ones the newest first. */
export function listAllRequests(db: Db | Tx, states: readonly ("open" | "accepted" | "refused")[], limit: number) {
  return db
    .selectFrom("attribute_request")
    .innerJoin("project", "project.project_id", "attribute_request.project_id")
    .innerJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .innerJoin("account as asker", "asker.account_id", "attribute_request.asked_by")
    .leftJoin("account as decider", "decider.account_id", "attribute_request.decided_by")
    .select(["request_id", "attribute_request.project_id", "changes", "valid_from", "note", "state", "reason"])
    .select(["asked_at", "decided_at", "asker.name as asked_by", "decider.name as decided_by"])
    .select(["project.name as project", "organisation.name as organisation"])
    .where("state", "in", states)
    .orderBy("decided_at", (order) => order.desc().nullsFirst())
    .orderBy("asked_at")
    .limit(limit)
    .execute();
}

/** The request, locked until the transaction ends. */
export function lockRequest(tx: Tx, requestId: string) {
  return tx
    .selectFrom("attribute_request")
    .select(["request_id", "project_id", "changes", "valid_from", "state"])
    .where("request_id", "=", requestId)
    .forUpdate()
    .executeTakeFirst();
}

export async function decideRequest(
  tx: Tx,
  requestId: string,
  decision: { state: "accepted" | "refused"; reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("attribute_request")
    .set({ state: decision.state, reason: decision.reason, decided_by: decision.by, decided_at: decision.at })
    .where("request_id", "=", requestId)
    .execute();
}
