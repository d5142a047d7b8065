import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as imports from "#db/queries/member-imports.server.ts";
import * as network from "#db/queries/network.server.ts";
import { allowPauses } from "#db/queries/pauses.server.ts";
import { deleteAttributeRows, deleteProjects, insertAttributeRows } from "#db/queries/projects.server.ts";
import { Problem } from "../../problem.ts";
import { type DatedValue, differenceOf } from "../dated-values.ts";
import { readNetwork } from "./read-network.server.ts";
import { partColumns, projectColumns } from "./row-shapes.ts";
import type { Undo } from "./stored.ts";
import { undoConflicts } from "./undo-conflicts.ts";

type Undoing = { importId: string; actorId: string; now: Date };

/**
 * Takes an import back: everything is as before it, in one transaction. Throws not-found, and changed-since: without
 * faults where the import was undone or its undo was erased, else with one fault per thing that was changed or used since.
 */
export function undoImport(db: Db | Tx, { importId, actorId, now }: Undoing): Promise<void> {
  return transact(db, async (tx) => {
    await allowPauses(tx);
    const found = await imports.lockImport(tx, importId);
    if (!found) throw new Problem("not-found");
    if (found.state !== "applied" || !found.undo) throw new Problem("changed-since");
    const undo = found.undo as Undo;
    await network.lockNetwork(tx);
    const made = undo.projects.filter(({ before }) => before === null);
    const madeAccounts = undo.accounts.filter((one) => one.made).map(({ accountId }) => accountId);
    const uses = await imports.listUses(tx, { projects: made.map((one) => one.projectId), accounts: madeAccounts });
    const faults = undoConflicts(undo, await readNetwork(tx), await network.listAllParts(tx, madeAccounts), uses);
    if (faults.length > 0) throw new Problem("changed-since", { faults });
    await restore(tx, undo);
    await imports.markEnded(tx, importId, { state: "undone", rows: found.rows, at: now });
    await insertAudit(tx, { actorId, verb: "member-import.undo", object: "member_import", objectId: importId });
  });
}

async function restore(tx: Tx, undo: Undo): Promise<void> {
  const known = undo.projects.filter(({ before }) => before !== null);
  const made = undo.projects.filter(({ before }) => before === null).map(({ projectId }) => projectId);
  const madeAccounts = undo.accounts.filter((one) => one.made).map(({ accountId }) => accountId);
  await network.deleteParts(tx, undo.given.map(partColumns));
  await deleteProjects(tx, made);
  await network.updateProjects(
    tx,
    known.flatMap(({ projectId, before }) => (before ? [projectColumns(projectId, before)] : [])),
  );
  const back = known.map(({ projectId, rowsBefore, rowsAfter }) => {
    const dated = (row: DatedValue) => ({ ...row, project_id: projectId });
    const { removed, added } = differenceOf(rowsAfter, rowsBefore);
    return { removed: removed.map(dated), added: added.map(dated) };
  });
  await deleteAttributeRows(
    tx,
    back.flatMap(({ removed }) => removed),
  );
  await insertAttributeRows(
    tx,
    back.flatMap(({ added }) => added),
  );
  await network.insertParts(tx, undo.taken.map(partColumns));
  await network.deleteAccounts(tx, madeAccounts);
  await network.renameAccounts(
    tx,
    undo.accounts.flatMap((one) => (one.before === null ? [] : [{ account_id: one.accountId, name: one.before }])),
  );
  await network.deleteOrganisations(
    tx,
    undo.organisations.map((one) => one.organisationId),
  );
}
