import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { MembershipTable } from "../tables/account.ts";

type Role = MembershipTable["role"];

/** The account of an address, closed ones included. The address is compared in lower case. */
export function findAccountByAddress(db: Db | Tx, address: string) {
  return db
    .selectFrom("account")
    .select(["account_id", "name", "locale", "disabled_at"])
    .where("address", "=", address.toLowerCase())
    .executeTakeFirst();
}

export type NewAccount = { accountId: string; address: string; name: string; locale: "de" | "en" };

/** Makes an account. False when the address already has one. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const row = await tx
    .insertInto("account")
    .values({
      account_id: account.accountId,
      address: account.address.toLowerCase(),
      name: account.name,
      locale: account.locale,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column("address").doNothing())
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives an account a part. False when it has it already. */
export async function insertMembership(
  tx: Tx,
  part: { accountId: string; role: Role; projectId: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto("membership")
    .values({ account_id: part.accountId, role: part.role, project_id: part.projectId })
    .onConflict((conflict) => conflict.columns(["account_id", "role", "project_id"]).doNothing())
    .returning("membership_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What its owner may know and change. */
export function getAccount(db: Db | Tx, accountId: string) {
  return db
    .selectFrom("account")
    .select(["name", "address", "locale", "created_at", "invited_at", "bounced_at"])
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
}

export async function updateAccount(
  tx: Tx,
  accountId: string,
  { name, locale }: { name: string; locale: "de" | "en" },
): Promise<void> {
  await tx.updateTable("account").set({ name, locale }).where("account_id", "=", accountId).execute();
}

/** The parts of an account with the names of project and organisation. */
export function listPartsInWords(db: Db | Tx, accountId: string) {
  return db
    .selectFrom("membership")
    .leftJoin("project", "project.project_id", "membership.project_id")
    .leftJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .select([
      "membership.role",
      "membership.project_id",
      "project.name as project",
      "organisation.name as organisation",
    ])
    .where("membership.account_id", "=", accountId)
    .orderBy("project.name")
    .orderBy("membership.role")
    .execute();
}

/**
 * The sample account that stands for a role. Lead and member come from the same project: it has an open invitation without
 * a submitted response, and both a lead and a member; of these it is the one that answered most of the released rounds for
 * everybody, so that its mirror is full, the first of them by name. `place` counts from 0: the coordination has a second
 * person.
 */
export async function findDemoAccount(db: Db | Tx, role: Role, place = 0): Promise<string | undefined> {
  const accounts = db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select("account.account_id")
    .where("membership.role", "=", role)
    .where("account.disabled_at", "is", null)
    .orderBy("account.address")
    .limit(1)
    .offset(place);
  if (role !== "lead" && role !== "member") return (await accounts.executeTakeFirst())?.account_id;
  const projectId = await findDemoProject(db);
  if (!projectId) return undefined;
  return (await accounts.where("membership.project_id", "=", projectId).executeTakeFirst())?.account_id;
}

async function findDemoProject(db: Db | Tx): Promise<string | undefined> {
  const { rows } = await sql<{ project_id: string }>`
    select project.project_id
    from project
    join invitation using (project_id)
    join round using (round_id)
    left join response using (round_id, invitation_id)
    where round.state = 'open'
      and coalesce(response.state, 'draft') = 'draft'
      and (
        select count(distinct membership.role) from membership
        join account using (account_id)
        where membership.project_id = project.project_id and account.disabled_at is null
      ) = 2
    order by (
      select count(*) from invitation earlier
      join round asked on asked.round_id = earlier.round_id
      join response given on given.round_id = earlier.round_id and given.invitation_id = earlier.invitation_id
      where earlier.project_id = project.project_id and given.state = 'submitted' and asked.audience ->> 'kind' = 'all'
        and exists (select from release where release.round_id = asked.round_id)
    ) desc, project.name, project.project_id
    limit 1
  `.execute(db);
  return rows[0]?.project_id;
}
