import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { MembershipTable } from "../tables/account.ts";

type Role = MembershipTable["role"];

export type PersonPart = { role: Role; project_id: string | null; project: string | null; organisation: string | null };

export type ListedPerson = {
  account_id: string;
  name: string;
  address: string;
  disabled_at: Date | null;
  pseudonymised_at: Date | null;
  bounced_at: Date | null;
  parts: PersonPart[];
};

export type PeopleFilter = {
  text: string;
  role: Role | "none" | undefined;
  state: "open" | "closed" | "bounced" | "all";
};

const people = sql`
  select account_id, account.name, address, disabled_at, pseudonymised_at, bounced_at,
    coalesce((select jsonb_agg(jsonb_build_object('role', role, 'project_id', membership.project_id,
        'project', project.name, 'organisation', organisation.name) order by project.name nulls first, role)
      from membership left join project using (project_id) left join organisation using (organisation_id)
      where membership.account_id = account.account_id), '[]') as parts
  from account`;

function condition(filter: PeopleFilter) {
  const text = `%${filter.text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const state = {
    open: sql`disabled_at is null`,
    closed: sql`disabled_at is not null`,
    bounced: sql`bounced_at is not null and disabled_at is null`,
    all: sql`true`,
  }[filter.state];
  const role =
    filter.role === undefined
      ? sql`true`
      : filter.role === "none"
        ? sql`parts = '[]'`
        : sql`parts @> jsonb_build_array(jsonb_build_object('role', ${filter.role}::text))`;
  return sql`(lower(name) like ${text} or address like ${text}) and ${state} and ${role}`;
}

export async function listPeople(
  db: Db | Tx,
  filter: PeopleFilter,
  page: { limit: number; offset: number },
): Promise<ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    select * from (${people}) as people where ${condition(filter)}
    order by pseudonymised_at is not null, lower(name), address limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

export async function countPeople(db: Db | Tx, filter: PeopleFilter) {
  const { rows } = await sql<{ shown: number; total: number }>`
    select count(*) filter (where ${condition(filter)}) as shown, count(*) as total from (${people}) as people`.execute(
    db,
  );
  return rows[0] as { shown: number; total: number };
}

export async function findPerson(db: Db | Tx, accountId: string) {
  const { rows } = await sql<ListedPerson & { locale: "de" | "en"; created_at: Date; invited_at: Date | null }>`
    select people.*, account.locale, account.created_at, account.invited_at
    from (${people}) as people join account using (account_id) where account_id = ${accountId}`.execute(db);
  return rows[0];
}

/** The account, locked until the transaction ends. */
export function lockAccount(tx: Tx, accountId: string) {
  return tx
    .selectFrom("account")
    .select(["account_id", "name", "address", "disabled_at", "pseudonymised_at"])
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
}

/** Accounts that coordinate and are open; their parts are locked, so that two people cannot take away the last two. */
export async function lockCoordination(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select("membership.account_id")
    .where("role", "=", "coordination")
    .where("disabled_at", "is", null)
    .orderBy("membership.account_id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.account_id);
}

/** Takes a part away. False when the account does not have it. */
export async function deleteMembership(
  tx: Tx,
  part: { accountId: string; role: Role; projectId: string | null },
): Promise<boolean> {
  const row = await tx
    .deleteFrom("membership")
    .where("account_id", "=", part.accountId)
    .where("role", "=", part.role)
    .where(sql<boolean>`project_id is not distinct from ${part.projectId}::uuid`)
    .returning("membership_id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function setDisabled(tx: Tx, accountId: string, at: Date | null): Promise<void> {
  await tx.updateTable("account").set({ disabled_at: at }).where("account_id", "=", accountId).execute();
}

/** Ends everything by which somebody could be, or get, signed in. */
export async function endAccess(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("session").where("account_id", "=", accountId).execute();
  await tx.deleteFrom("sign_in").where("account_id", "=", accountId).execute();
  await tx.deleteFrom("address_change").where("account_id", "=", accountId).execute();
}

/** Leaves an account without a name, an address or a part; answers and audit keep its id. */
export async function erasePerson(
  tx: Tx,
  accountId: string,
  neutral: { address: string; name: string; at: Date },
): Promise<void> {
  await tx.deleteFrom("membership").where("account_id", "=", accountId).execute();
  await tx
    .updateTable("account")
    .set({
      address: neutral.address,
      name: neutral.name,
      pseudonymised_at: neutral.at,
      disabled_at: sql<Date>`coalesce(disabled_at, ${neutral.at})`,
      bounced_at: null,
      invited_at: null,
    })
    .where("account_id", "=", accountId)
    .execute();
}
