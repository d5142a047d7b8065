import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Everything that a member file can change, in a handful of queries. */
export async function readNetworkRows(db: Db | Tx) {
  const [organisations, projects, attributes, accounts, memberships] = [
    await db.selectFrom("organisation").select(["organisation_id", "name"]).execute(),
    await db.selectFrom("project").selectAll().orderBy("project_id").execute(),
    await db.selectFrom("project_attribute").selectAll().orderBy("valid_from").execute(),
    await db.selectFrom("account").select(["account_id", "address", "name", "disabled_at"]).execute(),
    await db
      .selectFrom("membership")
      .innerJoin("account", "account.account_id", "membership.account_id")
      .select(["membership.account_id", "membership.role", "membership.project_id"])
      .where("membership.project_id", "is not", null)
      .where("account.disabled_at", "is", null)
      .orderBy("account.address")
      .execute(),
  ];
  return { organisations, projects, attributes, accounts, memberships };
}

/** Keeps everybody else from writing to the network until the transaction ends; reading goes on. */
export async function lockNetwork(tx: Tx): Promise<void> {
  await sql`lock table organisation, project, project_attribute, account, membership in share row exclusive mode`.execute(
    tx,
  );
}

const ROWS_PER_INSERT = 2000;

async function inSteps<T>(rows: readonly T[], work: (step: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await work(rows.slice(from, from + ROWS_PER_INSERT));
}

export function insertOrganisations(tx: Tx, rows: readonly { organisation_id: string; name: string }[]): Promise<void> {
  return inSteps(rows, (step) =>
    tx
      .insertInto("organisation")
      .values(step.map((row) => ({ ...row, is_partner: false })))
      .execute(),
  );
}

export async function deleteOrganisations(tx: Tx, ids: readonly string[]): Promise<void> {
  await inSteps(ids, (step) => tx.deleteFrom("organisation").where("organisation_id", "in", step).execute());
}

type NewAccounts = readonly { account_id: string; address: string; name: string }[];

export function insertAccounts(tx: Tx, rows: NewAccounts): Promise<void> {
  return inSteps(rows, (step) =>
    tx
      .insertInto("account")
      .values(step.map((row) => ({ ...row, disabled_at: null })))
      .execute(),
  );
}

export async function deleteAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await inSteps(ids, (step) => tx.deleteFrom("account").where("account_id", "in", step).execute());
}

export async function renameAccounts(tx: Tx, rows: readonly { account_id: string; name: string }[]): Promise<void> {
  await sql`update account set name = fresh.name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (account_id uuid, name text)
    where account.account_id = fresh.account_id`.execute(tx);
}

export type TeamPart = { account_id: string; role: "lead" | "member"; project_id: string };

export function insertParts(tx: Tx, rows: readonly TeamPart[]): Promise<void> {
  return inSteps(rows, (step) => tx.insertInto("membership").values(step).execute());
}

export async function deleteParts(tx: Tx, rows: readonly TeamPart[]): Promise<void> {
  await sql`delete from membership
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone (account_id uuid, role text, project_id uuid)
    where membership.account_id = gone.account_id and membership.role = gone.role
      and membership.project_id = gone.project_id`.execute(tx);
}

type ProjectValues = {
  project_id: string;
  organisation_id: string;
  name: string;
  active_from: string;
  active_until: string | null;
};

/**
 * Changes many projects at once. Names go through a passing one, so that two projects can swap theirs or, called the
 * same, their organisations.
 */
export async function updateProjects(tx: Tx, rows: readonly ProjectValues[]): Promise<void> {
  const fresh = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as fresh (project_id uuid, organisation_id uuid, name text, active_from date, active_until date)`;
  await sql`update project set name = project.project_id::text
    from ${fresh} where project.project_id = fresh.project_id
      and (project.name, project.organisation_id) is distinct from (fresh.name, fresh.organisation_id)`.execute(tx);
  await sql`update project set organisation_id = fresh.organisation_id, name = fresh.name,
      active_from = fresh.active_from, active_until = fresh.active_until
    from ${fresh} where project.project_id = fresh.project_id`.execute(tx);
}

/** All parts of these accounts, those in the consortium included. */
export async function listAllParts(tx: Tx, accountIds: readonly string[]) {
  const { rows } = await sql<{ account_id: string; role: string; project_id: string | null }>`
    select account_id, role, project_id from membership where account_id = any(${accountIds}::uuid[])`.execute(tx);
  return rows.map((row) => ({ accountId: row.account_id, role: row.role, projectId: row.project_id ?? "" }));
}
