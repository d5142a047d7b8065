import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findLastExchangeStep, insertExchangeContact, listExchangeContacts } from "#db/queries/exchange.server.ts";
import { lockProject } from "#db/queries/projects.server.ts";
import { listTeam } from "#db/queries/teams.server.ts";
import { enqueueMails, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { assertInProject } from "../team/access.ts";
import type { Viewer } from "../viewer.ts";
import { listProfiles, QUIET_DAYS } from "./read-exchange.server.ts";

const DAY_MS = 86_400_000;

type Asking = { fromProject: string; toProject: string; now: Date };

/**
 * What came of asking: the other project's leads are written to (`asked`), or nothing was kept and nobody was written to, because
 * the project was asked within the last thirty days (`again`), nobody leads it (`nobody`), or its entry or one's own has gone from
 * the list meanwhile (`gone`, `own-gone`).
 */
export type AskOutcome = "asked" | "again" | "nobody" | "gone" | "own-gone";

/**
 * Asks another project for an exchange: its leads get a mail that says so, and read in their own list who asked and where that
 * person is reached. Throws not-found where one of both never said anything, and for projects that are not the viewer's.
 */
export async function askProject(
  { db, jobs }: { db: Db; jobs: Jobs },
  viewer: Viewer,
  { fromProject, toProject, now }: Asking,
): Promise<AskOutcome> {
  assertInProject(viewer, "exchange.edit", fromProject);
  if (fromProject === toProject) throw new Problem("not-found");
  const profiles = await listProfiles(db, now);
  for (const [projectId, gone] of [[fromProject, "own-gone"] as const, [toProject, "gone"] as const]) {
    if (profiles.some((profile) => profile.projectId === projectId)) continue;
    if (await findLastExchangeStep(db, projectId)) return gone;
    throw new Problem("not-found");
  }
  return transact(db, async (tx) => {
    // Two people of one project who ask at the same moment come one after the other.
    await lockProject(tx, fromProject);
    const since = new Date(now.getTime() - QUIET_DAYS * DAY_MS);
    const asked = await listExchangeContacts(tx, fromProject);
    if (asked.some((one) => one.to_project === toProject && one.from_project === fromProject && one.at > since)) {
      return "again";
    }
    const leads = (await listTeam(tx, toProject)).filter(({ role, disabled_at }) => role === "lead" && !disabled_at);
    if (leads.length === 0) return "nobody";
    const contactId = randomUUID();
    const row = { contact_id: contactId, from_project: fromProject, to_project: toProject };
    await insertExchangeContact(tx, { ...row, by: viewer.accountId, at: now });
    await enqueueMails(
      tx,
      jobs,
      leads.map(({ account_id: accountId }) => ({
        key: `exchange:${contactId}:${accountId}`,
        kind: "exchange",
        accountId,
        subjectIds: { contactId },
      })),
    );
    await insertAudit(tx, {
      actorId: viewer.accountId,
      verb: "exchange.ask",
      object: "project",
      objectId: toProject,
      detail: { fromProject },
      at: now,
    });
    return "asked";
  });
}
