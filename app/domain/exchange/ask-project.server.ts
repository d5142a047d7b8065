import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertExchangeContact, listExchangeContacts } from "#db/queries/exchange.server.ts";
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
 * Asks another project for an exchange: its leads get a mail that says so, and read in their own list who asked and where that
 * person is reached. Asked again within thirty days nothing happens. Throws not-found where one of both says nothing, and for
 * projects that are not the viewer's.
 */
export async function askProject(
  { db, jobs }: { db: Db; jobs: Jobs },
  viewer: Viewer,
  { fromProject, toProject, now }: Asking,
): Promise<void> {
  assertInProject(viewer, "exchange.edit", fromProject);
  const profiles = await listProfiles(db, now);
  const says = (projectId: string) => profiles.some((profile) => profile.projectId === projectId);
  if (fromProject === toProject || !says(fromProject) || !says(toProject)) throw new Problem("not-found");
  await transact(db, async (tx) => {
    // Two people of one project who ask at the same moment come one after the other.
    await lockProject(tx, fromProject);
    const since = new Date(now.getTime() - QUIET_DAYS * DAY_MS);
    const asked = await listExchangeContacts(tx, fromProject);
    if (asked.some((one) => one.to_project === toProject && one.from_project === fromProject && one.at > since)) return;
    const contactId = randomUUID();
    const row = { contact_id: contactId, from_project: fromProject, to_project: toProject };
    await insertExchangeContact(tx, { ...row, by: viewer.accountId, at: now });
    const leads = (await listTeam(tx, toProject)).filter(({ role, disabled_at }) => role === "lead" && !disabled_at);
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
  });
}
