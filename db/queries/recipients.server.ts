import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { REACHABLE } from "./addressees.server.ts";

/** A person who would be written to about a project, as `listAddressees` chooses them once there are invitations. */
export type Recipient = { projectId: string; accountId: string; name: string; isLead: boolean };

/** Of each project its leads whose mail arrives, and everybody else of it where there is no such lead; by name. */
export async function listRecipients(db: Db | Tx, projectIds: readonly string[]): Promise<Recipient[]> {
  if (projectIds.length === 0) return [];
  const { rows } = await sql<Recipient>`
    with reachable as (${REACHABLE})
    select distinct reachable.project_id as "projectId", reachable.account_id as "accountId", account.name,
      reachable.role = 'lead' as "isLead"
    from reachable join account using (account_id)
    where reachable.project_id = any(${[...projectIds]}::uuid[])
      and (reachable.role = 'lead' or not exists (
        select from reachable as lead where lead.project_id = reachable.project_id and lead.role = 'lead'))
    order by account.name, reachable.account_id`.execute(db);
  return rows;
}

/** People by link of a draft who would be written to. */
export async function countReachableByLink(db: Db | Tx, roundId: string): Promise<number> {
  const { n } = await db
    .selectFrom("invitation")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("round_id", "=", roundId)
    .where("address", "is not", null)
    .where("bounced_at", "is", null)
    .executeTakeFirstOrThrow();
  return n;
}
