import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as projects from "#db/queries/projects.server.ts";
import { Problem } from "../problem.ts";
import {
  type AttributeValues,
  affectedBy,
  completeValues,
  differingAttributes,
  PROJECT_ATTRIBUTES,
} from "./attributes.ts";
import { changedSince, differenceOf, valuesOn, withChange } from "./dated-values.ts";
import { dayOf } from "./days.ts";

type Change = {
  projectId: string;
  /** the attributes to set, with their new values; those that are not named stay as they are */
  values: AttributeValues;
  /** ISO day from which they hold */
  from: string;
  actorId: string;
  now: Date;
};

/**
 * Sets attributes of a project from a day on. Rows that held are closed the day before and new ones begin; the past is
 * not touched, nor is any round that copied it. Gives back the codes of what changed; nothing changed, nothing is written.
 * Who may ask is decided by the caller. Throws not-found, or invalid-member: at `/from` where something changed later, at an attribute
 * that every project has and that would be emptied.
 */
export function changeAttributes(db: Db | Tx, change: Change): Promise<string[]> {
  const { projectId, from, actorId, now } = change;
  return transact(db, async (tx) => {
    if (!(await projects.lockProject(tx, projectId))) throw new Problem("not-found");
    const emptied = PROJECT_ATTRIBUTES.filter(({ code, required }) => required && change.values[code]?.length === 0);
    const missing = emptied.map(({ code }) => ({ code: "missing", path: `/${code}` }));
    if (missing.length > 0) throw new Problem("invalid-member", { faults: missing });
    const rows = await projects.listAttributeRows(tx, projectId);
    const before = valuesOn(rows, from);
    const after = completeValues({ ...before, ...change.values });
    const named = affectedBy(Object.keys(change.values));
    const changed = differingAttributes(before, after).filter((code) => named.includes(code));
    const since = changedSince(rows, changed, { from, today: dayOf(now) });
    if (since)
      throw new Problem("invalid-member", { faults: [{ code: "since", path: "/from", detail: { day: since } }] });
    if (changed.length === 0) return changed;
    const next = changed.reduce((all, code) => {
      return withChange(all, code, after[code] ?? [], from).map((row) => ({ ...row, project_id: projectId }));
    }, rows);
    const { removed, added } = differenceOf(rows, next);
    const own = (row: (typeof added)[number]) => ({ ...row, project_id: projectId });
    await projects.deleteAttributeRows(tx, removed.map(own));
    await projects.insertAttributeRows(tx, added.map(own));
    await insertAudit(tx, {
      actorId,
      verb: "project.attributes",
      object: "project",
      objectId: projectId,
      detail: { from, attributes: changed.join(" ") },
    });
    return changed;
  });
}
