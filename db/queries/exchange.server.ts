import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ExchangeContactTable, ExchangeStepTable } from "../tables/exchange.ts";

export type ExchangeStep = ExchangeStepTable;

/** The last step of a project, with who took it; undefined where there never was one. */
export function findLastExchangeStep(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("exchange_step")
    .leftJoin("account", "account.account_id", "exchange_step.by")
    .selectAll("exchange_step")
    .select("account.name as by_name")
    .where("project_id", "=", projectId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The last step of every project that ever took one, also where it withdrew, with the name of its organisation. */
export function listExchangeSteps(db: Db | Tx) {
  return db
    .selectFrom("exchange_step")
    .innerJoin("project", "project.project_id", "exchange_step.project_id")
    .innerJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .distinctOn("exchange_step.project_id")
    .selectAll("exchange_step")
    .select("organisation.name as organisation")
    .orderBy("exchange_step.project_id")
    .orderBy("exchange_step.number", "desc")
    .execute();
}

export async function insertExchangeStep(tx: Tx, step: ExchangeStepTable): Promise<void> {
  await tx.insertInto("exchange_step").values(step).execute();
}

export async function insertExchangeSteps(tx: Tx, steps: readonly ExchangeStepTable[]): Promise<void> {
  if (steps.length > 0)
    await tx
      .insertInto("exchange_step")
      .values([...steps])
      .execute();
}

export async function insertExchangeContact(tx: Tx, contact: ExchangeContactTable): Promise<void> {
  await tx.insertInto("exchange_contact").values(contact).execute();
}

/**
 * Requests from and to a project, the newest first, with who asked and where they are reached: null once their account is closed
 * or they have no part in the project any more in whose name they asked.
 */
export function listExchangeContacts(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("exchange_contact")
    .innerJoin("project as from", "from.project_id", "exchange_contact.from_project")
    .innerJoin("project as to", "to.project_id", "exchange_contact.to_project")
    .leftJoin("account", (join) =>
      join
        .onRef("account.account_id", "=", "exchange_contact.by")
        .on("account.disabled_at", "is", null)
        .on("account.pseudonymised_at", "is", null)
        .on(({ exists, selectFrom }) =>
          exists(
            selectFrom("membership")
              .select("membership_id")
              .whereRef("membership.account_id", "=", "exchange_contact.by")
              .whereRef("membership.project_id", "=", "exchange_contact.from_project"),
          ),
        ),
    )
    .select(["contact_id", "from_project", "to_project", "exchange_contact.at", "exchange_contact.by"])
    .select([
      "from.name as from_name",
      "to.name as to_name",
      "account.name as by_name",
      "account.address as by_address",
    ])
    .where((eb) => eb.or([eb("from_project", "=", projectId), eb("to_project", "=", projectId)]))
    .orderBy("exchange_contact.at", "desc")
    .execute();
}

/** One request, for the writer of its mail. */
export function findExchangeContact(db: Db | Tx, contactId: string) {
  return db.selectFrom("exchange_contact").selectAll().where("contact_id", "=", contactId).executeTakeFirst();
}

/** Erases what was replaced, withdrawn or left before that time; the database refuses one less than thirty days ago. */
export async function eraseExchange(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select erase_exchange(${before}) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}
