import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findAccountByAddress, insertAccount, insertMembership } from "#db/queries/accounts.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { eraseInquiries } from "#db/queries/inquiries.server.ts";
import { discardPreviewsWith, forgetInImports, lockPreviews } from "#db/queries/member-imports.server.ts";
import * as people from "#db/queries/people.server.ts";
import { lockProject } from "#db/queries/projects.server.ts";
import { listParts } from "#db/queries/sessions.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { mayGrant, type Part } from "../roles.ts";
import { readAddress } from "../sign-in/address.ts";
import type { Viewer } from "../viewer.ts";
import { cleanName, NAME_CHARS } from "./names.ts";
import { LISTED } from "./read-members.server.ts";

type Services = { db: Db | Tx; jobs: Jobs };
export type PersonForm = { name: string; address: string; locale: "de" | "en"; part: Part | undefined };

/** Stands for the name of somebody who wanted to be forgotten, in either language. */
export const FORGOTTEN = "Ehemalige Person";

/** One page of the people that the filter lets through. */
export async function readPeople(db: Db, view: people.PeopleFilter & { page: number }) {
  const counts = await people.countPeople(db, view);
  const pages = Math.max(1, Math.ceil(counts.shown / LISTED));
  const page = Math.min(Math.max(view.page, 1), pages);
  return {
    ...counts,
    page,
    pages,
    people: await people.listPeople(db, view, { limit: LISTED, offset: (page - 1) * LISTED }),
  };
}

/** A person with their parts. Throws not-found. */
export async function readPerson(db: Db, accountId: string) {
  const person = await people.findPerson(db, accountId);
  if (!person) throw new Problem("not-found");
  return person;
}

/**
 * Makes an account with one part and queues the mail that says so. Throws invalid-member with faults at the fields;
 * `has-account` names the account that the address has. Throws not-found where the viewer may not give the part.
 */
export async function addPerson({ db, jobs }: Services, viewer: Viewer, form: PersonForm): Promise<string> {
  const name = cleanName(form.name);
  const address = readAddress(form.address);
  const faults: Fault[] = [];
  if (name === "") faults.push({ code: "missing", path: "/name" });
  if (name.length > NAME_CHARS) faults.push({ code: "too-long", path: "/name", detail: { limit: NAME_CHARS } });
  if (!address)
    faults.push({
      code: form.address.trim() ? "address" : "missing",
      path: "/address",
      detail: { typed: form.address.slice(0, 60) },
    });
  if (!form.part) faults.push({ code: "project-missing", path: "/projectId" });
  if (faults.length > 0 || !address || !form.part) throw new Problem("invalid-member", { faults });
  const { part } = form;
  return transact(db, async (tx) => {
    await assertGrantable(tx, viewer, part);
    const accountId = randomUUID();
    if (!(await insertAccount(tx, { accountId, address, name, locale: form.locale }))) {
      const known = await findAccountByAddress(tx, address);
      const detail = { accountId: known?.account_id ?? "" };
      throw new Problem("invalid-member", { faults: [{ code: "has-account", path: "/address", detail }] });
    }
    const event = { actorId: viewer.accountId, object: "account", objectId: accountId };
    await insertAudit(tx, { ...event, verb: "account.create" });
    await give(tx, viewer, accountId, part);
    await queueWelcome(tx, jobs, accountId);
    return accountId;
  });
}

/** Sends the mail that says that there is an account once more, at most once a day. */
export function welcomePerson({ db, jobs }: Services, accountId: string, actorId: string, now: Date): Promise<void> {
  return transact(db, async (tx) => {
    const account = await people.lockAccount(tx, accountId);
    if (!account || account.disabled_at) throw new Problem("not-found");
    const queued = await queueWelcome(tx, jobs, accountId, `:${now.toISOString().slice(0, 10)}`);
    if (queued) await insertAudit(tx, { actorId, verb: "account.welcome", object: "account", objectId: accountId });
  });
}

function queueWelcome(tx: Tx, jobs: Jobs, accountId: string, turn = ""): Promise<string | undefined> {
  const key = `welcome:${accountId}${turn}`;
  return enqueueMail(tx, jobs, { key, kind: "welcome", accountId, subjectIds: { accountId } });
}

/** Gives a part. One that is there already stays as it is. Throws not-found, also where the viewer may not give it. */
export function givePart(db: Db | Tx, viewer: Viewer, accountId: string, part: Part): Promise<void> {
  return transact(db, async (tx) => {
    const account = await people.lockAccount(tx, accountId);
    if (!account || account.disabled_at) throw new Problem("not-found");
    await assertGrantable(tx, viewer, part);
    await give(tx, viewer, accountId, part);
  });
}

/** Takes a part away. Throws not-found, and last-coordination where nobody else could look after the network. */
export function takePart(db: Db | Tx, viewer: Viewer, accountId: string, part: Part): Promise<void> {
  return transact(db, async (tx) => {
    if (!mayGrant(viewer.parts, part) || !(await people.lockAccount(tx, accountId))) throw new Problem("not-found");
    if (part.role === "coordination") await assertNotLast(tx, accountId);
    if (!(await people.deleteMembership(tx, { accountId, ...part }))) throw new Problem("not-found");
    await insertAudit(tx, { ...eventOf(viewer, accountId), verb: "role.revoke", detail: detailOf(part) });
  });
}

/** Closes an account and ends its sessions, or opens it again. Throws not-found and last-coordination. */
export function closeAccount(db: Db | Tx, viewer: Viewer, accountId: string, now: Date): Promise<void> {
  return transact(db, async (tx) => {
    const account = await people.lockAccount(tx, accountId);
    if (!account) throw new Problem("not-found");
    if (account.disabled_at) return;
    await assertNotLast(tx, accountId);
    await people.setDisabled(tx, accountId, now);
    await people.endAccess(tx, accountId);
    await insertAudit(tx, { ...eventOf(viewer, accountId), verb: "account.close" });
  });
}

export function reopenAccount(db: Db | Tx, viewer: Viewer, accountId: string): Promise<void> {
  return transact(db, async (tx) => {
    const account = await people.lockAccount(tx, accountId);
    if (!account || account.pseudonymised_at) throw new Problem("not-found");
    if (!account.disabled_at) return;
    await people.setDisabled(tx, accountId, null);
    await insertAudit(tx, { ...eventOf(viewer, accountId), verb: "account.reopen" });
  });
}

/**
 * Forgets who somebody was: name and address are replaced, sessions and parts end, the account stays closed. What they
 * did keeps its id; what they asked the coordination is erased. Files that wait for a yes and hold the address are discarded, because they would make the account
 * anew. Cannot be undone. Throws not-found, last-coordination, and part-not-yours where a part would go that the viewer
 * may not take.
 */
export function pseudonymise(db: Db | Tx, viewer: Viewer, accountId: string, now: Date): Promise<void> {
  return transact(db, async (tx) => {
    // In the order in which applying an import locks them.
    await lockPreviews(tx);
    const account = await people.lockAccount(tx, accountId);
    if (!account) throw new Problem("not-found");
    if (account.pseudonymised_at) return;
    await assertNotLast(tx, accountId);
    const parts = await listParts(tx, accountId);
    if (!parts.every((part) => mayGrant(viewer.parts, part))) throw new Problem("part-not-yours");
    for (const importId of await discardPreviewsWith(tx, account.address, now)) {
      const discarded = { verb: "member-import.discard", object: "member_import", objectId: importId };
      await insertAudit(tx, { actorId: viewer.accountId, ...discarded });
    }
    await people.endAccess(tx, accountId);
    await eraseInquiries(tx, { accountId });
    await people.erasePerson(tx, accountId, { address: `${accountId}@geloescht.invalid`, name: FORGOTTEN, at: now });
    await forgetInImports(tx, accountId);
    await insertAudit(tx, { ...eventOf(viewer, accountId), verb: "account.pseudonymise" });
  });
}

async function give(tx: Tx, viewer: Viewer, accountId: string, part: Part): Promise<void> {
  if (!(await insertMembership(tx, { accountId, ...part }))) return;
  await insertAudit(tx, { ...eventOf(viewer, accountId), verb: "role.grant", detail: detailOf(part) });
}

async function assertGrantable(tx: Tx, viewer: Viewer, part: Part): Promise<void> {
  const inProject = part.role === "lead" || part.role === "member";
  const exists = part.projectId === null || (await lockProject(tx, part.projectId)) !== undefined;
  if (inProject !== (part.projectId !== null) || !exists || !mayGrant(viewer.parts, part))
    throw new Problem("not-found");
}

async function assertNotLast(tx: Tx, accountId: string): Promise<void> {
  const coordinating = await people.lockCoordination(tx);
  if (coordinating.length === 1 && coordinating[0] === accountId) throw new Problem("last-coordination");
}

function eventOf(viewer: Viewer, accountId: string) {
  return { actorId: viewer.accountId, object: "account", objectId: accountId };
}

function detailOf(part: Part): Record<string, string> {
  return { role: part.role, ...(part.projectId ? { projectId: part.projectId } : {}) };
}
