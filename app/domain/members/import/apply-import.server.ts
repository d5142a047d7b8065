import { createHash, randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudits } from "#db/queries/audit.server.ts";
import type { NewMail } from "#db/queries/mail.server.ts";
import * as imports from "#db/queries/member-imports.server.ts";
import * as network from "#db/queries/network.server.ts";
import { allowPauses } from "#db/queries/pauses.server.ts";
import { deleteAttributeRows, insertAttributeRows, insertProjects } from "#db/queries/projects.server.ts";
import { enqueueMails, type Jobs } from "../../mail/enqueue.server.ts";
import { Problem } from "../../problem.ts";
import { dayOf } from "../days.ts";
import { countStates, planRows, type RowPlan } from "./plan.ts";
import { type Changes, prepareChanges } from "./prepare-changes.ts";
import { readNetwork } from "./read-network.server.ts";
import { partColumns, projectColumns } from "./row-shapes.ts";
import type { StoredCounts, StoredFile } from "./stored.ts";

/** so that neither the rows nor the jobs of 50,000 mails are one statement */
const MAILS_AT_ONCE = 2000;

type Services = { db: Db; jobs: Jobs };
type Confirmed = {
  importId: string;
  /** of the plan that the person saw */
  fingerprint: string;
  /** write to those who get an account by this */
  welcome: boolean;
  actorId: string;
  now: Date;
};

/** Names a plan by all that it would do, so that nothing else is applied than what was shown. */
export function fingerprintOf(plans: readonly RowPlan[]): string {
  const shown = plans.map(({ line, state, organisation, project, changes }) => [
    line,
    state,
    organisation,
    project,
    changes,
  ]);
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}

/**
 * Does all that the preview showed, in one transaction. Throws not-found, invalid-member while there are faults, and
 * changed-since where the network, and with it the plan, is no longer the one that was confirmed.
 */
export function applyImport({ db, jobs }: Services, confirmed: Confirmed): Promise<void> {
  const { importId, actorId, now } = confirmed;
  return transact(db, async (tx) => {
    await allowPauses(tx);
    const found = await imports.lockImport(tx, importId);
    if (!found) throw new Problem("not-found");
    if (found.state !== "preview") throw new Problem("changed-since");
    await network.lockNetwork(tx);
    const known = await readNetwork(tx);
    const file = found.rows as StoredFile;
    const plans = planRows(file.rows, known, { from: file.from, today: dayOf(now) });
    if (plans.some(({ state }) => state === "problem")) throw new Problem("invalid-member");
    if (fingerprintOf(plans) !== confirmed.fingerprint) throw new Problem("changed-since");
    const changes = prepareChanges(plans, known, randomUUID);
    await write(tx, changes);
    await insertAudits(tx, eventsOf(changes, { importId, actorId }));
    const welcomed = confirmed.welcome ? changes.newAccounts : [];
    for (let first = 0; first < welcomed.length; first += MAILS_AT_ONCE) {
      await enqueueMails(tx, jobs, welcomed.slice(first, first + MAILS_AT_ONCE).map(welcomeOf));
    }
    const counts: StoredCounts = {
      counts: countStates(plans),
      people: changes.newAccounts.length,
      organisations: changes.undo.organisations.length,
    };
    await imports.markApplied(tx, importId, { rows: counts, undo: changes.undo, at: now });
  });
}

function welcomeOf({ accountId }: { accountId: string }): NewMail {
  return { key: `welcome:${accountId}`, kind: "welcome", accountId, subjectIds: { accountId } };
}

async function write(tx: Tx, { undo, newAccounts, attributesRemoved, attributesAdded }: Changes): Promise<void> {
  const organisations = undo.organisations.map((one) => ({ organisation_id: one.organisationId, name: one.name }));
  await network.insertOrganisations(tx, organisations);
  const made = undo.projects.filter(({ before }) => before === null);
  const changed = undo.projects.filter(
    ({ before, after }) => before && JSON.stringify(before) !== JSON.stringify(after),
  );
  await network.updateProjects(
    tx,
    changed.map(({ projectId, after }) => projectColumns(projectId, after)),
  );
  await insertProjects(
    tx,
    made.map(({ projectId, after }) => projectColumns(projectId, after)),
  );
  const dated = ({ projectId, ...row }: Changes["attributesAdded"][number]) => ({ ...row, project_id: projectId });
  await deleteAttributeRows(tx, attributesRemoved.map(dated));
  await insertAttributeRows(tx, attributesAdded.map(dated));
  await network.insertAccounts(
    tx,
    newAccounts.map(({ accountId, ...one }) => ({ ...one, account_id: accountId })),
  );
  const renamed = undo.accounts.filter((one) => !one.made);
  await network.renameAccounts(
    tx,
    renamed.map((one) => ({ account_id: one.accountId, name: one.after ?? "" })),
  );
  await network.deleteParts(tx, undo.taken.map(partColumns));
  await network.insertParts(tx, undo.given.map(partColumns));
}

function eventsOf({ undo, newAccounts }: Changes, { importId, actorId }: { importId: string; actorId: string }) {
  const about = { actorId, detail: { importId } };
  const part = (verb: string) => (one: (typeof undo.given)[number]) => ({
    ...{ actorId, verb, object: "account", objectId: one.accountId },
    detail: { importId, role: one.role, projectId: one.projectId },
  });
  return [
    { actorId, verb: "member-import.apply", object: "member_import", objectId: importId },
    ...undo.organisations.map((one) => {
      return { ...about, verb: "organisation.create", object: "organisation", objectId: one.organisationId };
    }),
    ...undo.projects.map((one) => {
      return {
        ...about,
        verb: one.before ? "project.change" : "project.create",
        object: "project",
        objectId: one.projectId,
      };
    }),
    ...newAccounts.map((one) => ({ ...about, verb: "account.create", object: "account", objectId: one.accountId })),
    ...undo.accounts
      .filter((one) => !one.made)
      .map((one) => ({ ...about, verb: "account.change", object: "account", objectId: one.accountId })),
    ...undo.taken.map(part("role.revoke")),
    ...undo.given.map(part("role.grant")),
  ];
}
