import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { NamingStepTable } from "../tables/submission.ts";
import type { ResponseKey } from "./responses.server.ts";

/** The item that asks for consent, and the code of its yes. */
export type Consent = { item: string; yes: string };

/** True where what counts of the response has a visible yes; what became of it since is said by the steps. */
export async function hasConsented(db: Db | Tx, { roundId, responseId }: ResponseKey, { item, yes }: Consent) {
  const row = await db
    .selectFrom("cell")
    .select("position")
    .where("round_id", "=", roundId)
    .where("response_id", "=", responseId)
    .where("item", "=", item)
    .where("code", "=", yes)
    .where("visible", "=", true)
    .executeTakeFirst();
  return row !== undefined;
}

/** The last step, with who took it; undefined where the consent was never withdrawn. */
export function findLastNamingStep(db: Db | Tx, { roundId, responseId }: ResponseKey) {
  return db
    .selectFrom("naming_step")
    .leftJoin("account", "account.account_id", "naming_step.by")
    .select(["naming_step.number", "naming_step.withdrawn", "naming_step.at", "account.name as by"])
    .where("naming_step.round_id", "=", roundId)
    .where("naming_step.response_id", "=", responseId)
    .orderBy("naming_step.number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertNamingStep(tx: Tx, step: NamingStepTable): Promise<void> {
  await tx.insertInto("naming_step").values(step).execute();
}

/**
 * Whose name may stand beside the answers: of a named round, the responses that count with a visible yes which was not
 * withdrawn, with the project and the organisation it belonged to at the opening.
 */
export function listNames(db: Db | Tx, roundId: string, consent: Consent) {
  return consenting(db, roundId, consent)
    .innerJoin("organisation", "organisation.organisation_id", "invitation.organisation_id")
    .select(["response.response_id", "project.name as project", "organisation.name as organisation"])
    .where(({ not }) => not(isNameWithdrawn))
    .execute();
}

/** The projects of a named round that said yes, whatever they withdrew since, with the attributes of the opening day. */
export function listConsenting(tx: Tx, roundId: string, consent: Consent) {
  return consenting(tx, roundId, consent)
    .select(["project.project_id", "project.name as project", "invitation.attributes"])
    .execute();
}

const consenting = (db: Db | Tx, roundId: string, { item, yes }: Consent) =>
  db
    .selectFrom("response")
    .innerJoin("round", "round.round_id", "response.round_id")
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "response.round_id")
        .onRef("invitation.invitation_id", "=", "response.invitation_id"),
    )
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .where("response.round_id", "=", roundId)
    .where("round.privacy", "=", "named")
    .where("response.state", "<>", "draft")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("cell")
          .select("cell.position")
          .whereRef("cell.round_id", "=", "response.round_id")
          .whereRef("cell.response_id", "=", "response.response_id")
          .where("cell.item", "=", item)
          .where("cell.code", "=", yes)
          .where("cell.visible", "=", true),
      ),
    );

/** By round: how many of its projects have withdrawn since the account last fetched names from it; rounds without any are left out. */
export async function countWithdrawnSince(db: Db | Tx, accountId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ round_id: string; n: number }>`
    select last.round_id, count(*)::integer as n
    from (select round_id, max(at) as at from insight where account_id = ${accountId} and with_names group by round_id) last
    join response using (round_id)
    join lateral (select withdrawn, at from naming_step
      where naming_step.round_id = response.round_id and naming_step.response_id = response.response_id
      order by number desc limit 1) step on step.withdrawn and step.at > last.at
    group by last.round_id`.execute(db);
  return new Map(rows.map(({ round_id: roundId, n }) => [roundId, n]));
}

/** In SQL over a row of `response`: the consent to being named is withdrawn, whatever was answered. */
export const isNameWithdrawn = sql<boolean>`coalesce((select naming_step.withdrawn from naming_step
  where naming_step.round_id = response.round_id and naming_step.response_id = response.response_id
  order by naming_step.number desc limit 1), false)`;
