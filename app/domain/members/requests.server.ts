import { type Db, type Tx, transact } from "#db/client.server.ts";
import * as requests from "#db/queries/attribute-requests.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { listAttributeRows } from "#db/queries/projects.server.ts";
import { Problem } from "../problem.ts";
import { PROJECT_ATTRIBUTES } from "./attributes.ts";
import { changeAttributes } from "./change-attributes.server.ts";
import { valuesOn } from "./dated-values.ts";

const DECIDED = 30;
export const REASON_CHARS = 1000;

type Decision = { requestId: string; actorId: string; now: Date };

/** Open requests with what each would change, and the latest that were decided. */
export async function readRequests(db: Db) {
  const [open, decided] = await Promise.all([
    requests.listAllRequests(db, ["open"], 500),
    requests.listAllRequests(db, ["accepted", "refused"], DECIDED),
  ]);
  const withBefore = open.map(async (request) => {
    const before = valuesOn(await listAttributeRows(db, request.project_id), request.valid_from);
    return { ...request, changes: changesOf(request.changes, before) };
  });
  return {
    open: await Promise.all(withBefore),
    decided: decided.map((request) => ({ ...request, changes: changesOf(request.changes, {}) })),
  };
}

export type OpenRequest = Awaited<ReturnType<typeof readRequests>>["open"][number];

function changesOf(changes: Record<string, string[]>, before: Readonly<Record<string, string[]>>) {
  return PROJECT_ATTRIBUTES.flatMap(({ code }) =>
    changes[code] ? [{ attribute: code, before: before[code] ?? [], after: changes[code] }] : [],
  );
}

/**
 * Says yes: the attributes hold from the day that was asked for. Throws not-found, changed-since where it was decided or
 * withdrawn meanwhile, invalid-member at `/from` where an attribute changed after that day.
 */
export function acceptRequest(db: Db | Tx, { requestId, actorId, now }: Decision): Promise<void> {
  return transact(db, async (tx) => {
    const request = await openRequest(tx, requestId);
    const { project_id: projectId, changes, valid_from: from } = request;
    await changeAttributes(tx, { projectId, values: changes, from, actorId, now });
    await requests.decideRequest(tx, requestId, { state: "accepted", reason: "", by: actorId, at: now });
    await insertAudit(tx, {
      ...eventOf(requestId, actorId),
      verb: "attribute-request.accept",
      detail: { projectId, from },
    });
  });
}

/** Says no, with a reason that the project reads. Throws not-found and changed-since. */
export function refuseRequest(
  db: Db | Tx,
  { requestId, actorId, now, reason }: Decision & { reason: string },
): Promise<void> {
  return transact(db, async (tx) => {
    const { project_id: projectId } = await openRequest(tx, requestId);
    await requests.decideRequest(tx, requestId, { state: "refused", reason, by: actorId, at: now });
    await insertAudit(tx, { ...eventOf(requestId, actorId), verb: "attribute-request.refuse", detail: { projectId } });
  });
}

async function openRequest(tx: Tx, requestId: string) {
  const request = await requests.lockRequest(tx, requestId);
  if (!request) throw new Problem("not-found");
  if (request.state !== "open") throw new Problem("changed-since");
  return request;
}

function eventOf(requestId: string, actorId: string) {
  return { actorId, object: "attribute_request", objectId: requestId };
}
