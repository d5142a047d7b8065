import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { getAccount } from "#db/queries/accounts.server.ts";
import { listParts } from "#db/queries/sessions.server.ts";

type Role = "coordination" | "steering" | "analyst" | "lead" | "member";

/** An organisation with one project; gives back both ids. */
export async function insertProject(db: Db | Tx, name = `Projekt ${randomUUID().slice(0, 8)}`) {
  const organisationId = randomUUID();
  const projectId = randomUUID();
  await db
    .insertInto("organisation")
    .values({ organisation_id: organisationId, is_partner: false, name: `Träger von ${name}` })
    .execute();
  const dates = { active_from: "2025-01-01", active_until: null };
  await db
    .insertInto("project")
    .values({ project_id: projectId, organisation_id: organisationId, name, ...dates })
    .execute();
  return { organisationId, projectId };
}

/** An account with one part; `lead` and `member` need a project. */
export async function insertAccount(db: Db | Tx, part: { role: Role; projectId?: string }): Promise<string> {
  const accountId = randomUUID();
  const address = `${part.role}-${accountId.slice(0, 8)}@example.org`;
  await db
    .insertInto("account")
    .values({ account_id: accountId, address, name: `Test ${part.role}`, disabled_at: null })
    .execute();
  const membership = { account_id: accountId, role: part.role, project_id: part.projectId ?? null };
  await db.insertInto("membership").values(membership).execute();
  return accountId;
}

/** The account as the person who is signed in with it. */
export async function viewerOf(db: Db | Tx, accountId: string): Promise<Viewer> {
  const { name, locale } = await getAccount(db, accountId);
  return { accountId, name, locale, parts: await listParts(db, accountId) };
}
