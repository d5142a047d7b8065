import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** How many projects wait for an answer to what they asked for. */
export async function countOpenRequests(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("attribute_request")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return n;
}

/** How many people who belong to a project or the consortium cannot be written to, because mail came back. */
export async function countBouncedAddresses(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("account")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("bounced_at", "is not", null)
    .where("disabled_at", "is", null)
    .where(sql<boolean>`exists (select from membership where membership.account_id = account.account_id)`)
    .executeTakeFirstOrThrow();
  return n;
}

/** Definitions that were proposed and wait for the yes of a second person, the oldest first. */
export function listProposals(db: Db) {
  return db
    .selectFrom("version_draft")
    .select(["draft_id", "name", "proposed_by"])
    .where("state", "=", "proposed")
    .orderBy("proposed_at")
    .orderBy("draft_id")
    .execute();
}
