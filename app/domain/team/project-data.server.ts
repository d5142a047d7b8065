import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { hasOpenRequest, insertRequest, withdrawOpenRequest } from "#db/queries/attribute-requests.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { listAttributeRows, lockProject } from "#db/queries/projects.server.ts";
import {
  type AttributeValues,
  differingAttributes,
  findAttribute,
  PROJECT_ATTRIBUTES,
  type ProjectAttribute,
} from "../members/attributes.ts";
import { changeAttributes } from "../members/change-attributes.server.ts";
import { valuesOn } from "../members/dated-values.ts";
import { dayAfter, dayOf } from "../members/days.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { assertInProject } from "./access.ts";

export const NOTE_CHARS = 2000;
const AHEAD_DAYS = 366;

/** What a lead changes at once. */
export const OWN_ATTRIBUTES = changedBy("lead");
/** What releases break down by: a lead asks, the coordination decides. */
export const ASKED_ATTRIBUTES = changedBy("request");

function changedBy(who: ProjectAttribute["changedBy"]): readonly ProjectAttribute[] {
  return PROJECT_ATTRIBUTES.filter((attribute) => attribute.changedBy === who && !attribute.derived);
}

type Asked = {
  projectId: string;
  values: AttributeValues;
  /** ISO day from which they hold */
  validFrom: string;
  note: string;
  now: Date;
};

/** Why a request was not made: nothing differs from what holds on that day, or the day is no good. */
export type RequestFault = "nothing" | "before-project" | "too-far";

/**
 * Asks the coordination for other attributes. Gives back a fault of the form, or undefined when it was asked. Throws
 * not-found for foreign projects and for attributes that are not asked for, request-open where another one waits.
 */
export async function askAttributes(db: Db, viewer: Viewer, asked: Asked): Promise<RequestFault | undefined> {
  const { projectId, validFrom, note } = asked;
  assertInProject(viewer, "project.edit", projectId);
  assertKnown(asked.values, ASKED_ATTRIBUTES);
  return transact(db, async (tx) => {
    const project = await lockProject(tx, projectId);
    if (!project) throw new Problem("not-found");
    if (validFrom < project.active_from) return "before-project";
    if (validFrom > dayAfter(dayOf(asked.now), AHEAD_DAYS)) return "too-far";
    if (await hasOpenRequest(tx, projectId)) throw new Problem("request-open");
    const before = valuesOn(await listAttributeRows(tx, projectId), validFrom);
    const differing = differingAttributes(before, { ...before, ...asked.values });
    if (differing.length === 0) return "nothing";
    const changes = Object.fromEntries(differing.map((code) => [code, [...(asked.values[code] ?? [])]]));
    const requestId = randomUUID();
    await insertRequest(tx, { requestId, projectId, changes, validFrom, note, askedBy: viewer.accountId });
    await insertAudit(tx, {
      actorId: viewer.accountId,
      verb: "attribute-request.ask",
      object: "attribute_request",
      objectId: requestId,
      detail: { projectId, attributes: differing.join(" "), from: validFrom },
    });
    return undefined;
  });
}

/** Takes the open request back. Where it was decided meanwhile nothing changes. */
export async function withdrawRequest(db: Db, viewer: Viewer, projectId: string): Promise<void> {
  assertInProject(viewer, "project.edit", projectId);
  await transact(db, async (tx) => {
    const requestId = await withdrawOpenRequest(tx, projectId);
    if (!requestId) return;
    const actorId = viewer.accountId;
    const event = { actorId, verb: "attribute-request.withdraw", object: "attribute_request", objectId: requestId };
    await insertAudit(tx, { ...event, detail: { projectId } });
  });
}

/** Changes what no release breaks down by, from today on. */
export async function changeOwnAttributes(
  db: Db,
  viewer: Viewer,
  { projectId, values, now }: { projectId: string; values: AttributeValues; now: Date },
): Promise<void> {
  assertInProject(viewer, "project.edit", projectId);
  assertKnown(values, OWN_ATTRIBUTES);
  await changeAttributes(db, { projectId, values, from: dayOf(now), actorId: viewer.accountId, now });
}

/** A form of ours never sends anything else. */
function assertKnown(values: AttributeValues, allowed: readonly ProjectAttribute[]): void {
  for (const [code, chosen] of Object.entries(values)) {
    const attribute = findAttribute(code);
    const fits =
      chosen.every((value) => attribute?.codes.includes(value)) && (attribute?.multiple || chosen.length <= 1);
    if (!attribute || !allowed.includes(attribute) || !fits) throw new Problem("invalid-request");
  }
}
