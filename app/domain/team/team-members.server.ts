import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findAccountByAddress, insertAccount, insertMembership } from "#db/queries/accounts.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { lockProject } from "#db/queries/projects.server.ts";
import { insertHit, type Limit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { deletePart, listTeam } from "#db/queries/teams.server.ts";
import type { Services } from "../account/change-address.server.ts";
import { enqueueMail } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { mayGrant } from "../roles.ts";
import { limitKey } from "../sign-in/secrets.server.ts";
import type { Viewer } from "../viewer.ts";
import { assertInProject } from "./access.ts";

type TeamRole = "lead" | "member";
type Person = { projectId: string; accountId: string };

const MAILS_PER_ADDRESS = 5;
const INVITATIONS_PER_LEAD = 30;

/**
 * Adds a person to the team. Who has no account yet gets one; an account that exists gets the part, and keeps its name;
 * both get a mail, so that nobody is added unnoticed. A closed account gets nothing. The answer is the same for all of them: `added`. `in-team` is said of those whom
 * the lead sees in the team anyway. Throws not-found for foreign projects and too-many-requests.
 */
export async function addColleague(
  { db, jobs, secret }: Services,
  viewer: Viewer,
  wanted: { projectId: string; name: string; address: string },
): Promise<"added" | "in-team"> {
  const { projectId, name, address } = wanted;
  assertInProject(viewer, "project.edit", projectId);
  assertGrantable(viewer, projectId, "member");
  const limits: Limit[] = [
    { bucket: "mail-address", keyHash: limitKey(secret, "address", address), perHour: MAILS_PER_ADDRESS },
    {
      bucket: "team-invitation",
      keyHash: limitKey(secret, "account", viewer.accountId),
      perHour: INVITATIONS_PER_LEAD,
    },
  ];
  return transact(db, async (tx) => {
    for (const limit of limits) {
      const retryAfter = await lockLimit(tx, limit);
      if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
      await insertHit(tx, limit);
    }
    const team = await lockTeam(tx, viewer, projectId);
    if (team.some((one) => one.address === address)) return "in-team";
    const fresh = randomUUID();
    const made = await insertAccount(tx, { accountId: fresh, address, name, locale: viewer.locale });
    const known = made ? undefined : await findAccountByAddress(tx, address);
    if (known?.disabled_at) return "added";
    const accountId = known?.account_id ?? fresh;
    const event = { actorId: viewer.accountId, object: "account", objectId: accountId };
    if (made) await insertAudit(tx, { ...event, verb: "account.create" });
    await insertMembership(tx, { accountId, role: "member", projectId });
    await insertAudit(tx, { ...event, verb: "role.grant", detail: { role: "member", projectId } });
    const key = made ? `welcome:${accountId}` : `welcome:${accountId}:${projectId}`;
    await enqueueMail(tx, jobs, { key, kind: "welcome", accountId, subjectIds: { accountId } });
    return "added";
  });
}

/** Takes a person out of the team. Throws not-found for anybody else, and last-lead for the only one who leads. */
export async function removeColleague(db: Db, viewer: Viewer, person: Person): Promise<void> {
  return changeTeam(db, viewer, person, async (tx, role) => {
    assertGrantable(viewer, person.projectId, role);
    if (role === "lead") await assertNotLastLead(tx, person);
    await revoke(tx, viewer, person, "lead");
    await revoke(tx, viewer, person, "member");
  });
}

/** Makes a member a lead beside those who lead already. Throws not-found for those whose account is closed. */
export async function makeLead(db: Db, viewer: Viewer, person: Person): Promise<void> {
  return changeTeam(db, viewer, person, async (tx, _, closed) => {
    if (closed) throw new Problem("not-found");
    await setRole(tx, viewer, person, "lead");
  });
}

/** Makes a member the lead, and the viewer a member: nobody is without a lead in between. Throws like makeLead. */
export async function handOverLead(db: Db, viewer: Viewer, person: Person): Promise<void> {
  if (person.accountId === viewer.accountId) throw new Problem("not-found");
  return changeTeam(db, viewer, person, async (tx, _, closed) => {
    if (closed) throw new Problem("not-found");
    await setRole(tx, viewer, person, "lead");
    await setRole(tx, viewer, { projectId: person.projectId, accountId: viewer.accountId }, "member");
  });
}

/** The viewer stays in the team and leads no longer. Throws last-lead where nobody else does. */
export async function stepDown(db: Db, viewer: Viewer, projectId: string): Promise<void> {
  const person = { projectId, accountId: viewer.accountId };
  return changeTeam(db, viewer, person, async (tx) => {
    await assertNotLastLead(tx, person);
    await setRole(tx, viewer, person, "member");
  });
}

/** One change of the team at a time, by somebody who leads it, of somebody who belongs to it. */
async function changeTeam(
  db: Db,
  viewer: Viewer,
  { projectId, accountId }: Person,
  work: (tx: Tx, role: TeamRole, closed: boolean) => Promise<void>,
): Promise<void> {
  assertInProject(viewer, "project.edit", projectId);
  return transact(db, async (tx) => {
    const team = await lockTeam(tx, viewer, projectId);
    const person = team.find((one) => one.account_id === accountId);
    if (!person) throw new Problem("not-found");
    await work(tx, person.role, person.disabled_at !== null);
  });
}

/** Whoever was removed or stepped down while this was waiting leads no longer. */
async function lockTeam(tx: Tx, viewer: Viewer, projectId: string) {
  const project = await lockProject(tx, projectId);
  const team = await listTeam(tx, projectId);
  const leads = team.some((one) => one.account_id === viewer.accountId && one.role === "lead");
  if (!project || !leads) throw new Problem("not-found");
  return team;
}

async function assertNotLastLead(tx: Tx, { projectId, accountId }: Person): Promise<void> {
  const team = await listTeam(tx, projectId);
  const others = team.some((one) => one.account_id !== accountId && one.role === "lead" && !one.disabled_at);
  if (!others) throw new Problem("last-lead");
}

function assertGrantable(viewer: Viewer, projectId: string, role: TeamRole): void {
  if (!mayGrant(viewer.parts, { role, projectId })) throw new Problem("not-found");
}

async function setRole(tx: Tx, viewer: Viewer, person: Person, role: TeamRole): Promise<void> {
  assertGrantable(viewer, person.projectId, role);
  const { projectId, accountId } = person;
  if (await insertMembership(tx, { accountId, projectId, role })) {
    await insertAudit(tx, {
      actorId: viewer.accountId,
      verb: "role.grant",
      object: "account",
      objectId: accountId,
      detail: { role, projectId },
    });
  }
  await revoke(tx, viewer, person, role === "lead" ? "member" : "lead");
}

async function revoke(tx: Tx, viewer: Viewer, person: Person, role: TeamRole): Promise<void> {
  if (!(await deletePart(tx, { ...person, role }))) return;
  await insertAudit(tx, {
    actorId: viewer.accountId,
    verb: "role.revoke",
    object: "account",
    objectId: person.accountId,
    detail: { role, projectId: person.projectId },
  });
}
