import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

type Locale = "de" | "en";

/** A template as it was changed, or undefined where the texts of the code hold. */
export function findTemplate(db: Db | Tx, kind: string, locale: Locale) {
  return db
    .selectFrom("mail_template")
    .select(["subject", "body"])
    .where("kind", "=", kind)
    .where("locale", "=", locale)
    .executeTakeFirst();
}

/** Every changed template with who changed it last. */
export function listTemplates(db: Db | Tx) {
  return db
    .selectFrom("mail_template")
    .leftJoin("account", "account.account_id", "mail_template.changed_by")
    .select(["kind", "mail_template.locale", "changed_at", "account.name as changed_by"])
    .execute();
}

export type ChangedTemplate = { kind: string; locale: Locale; subject: string; body: string; actorId: string };

export async function putTemplate(tx: Tx, template: ChangedTemplate): Promise<void> {
  const { kind, locale, subject, body, actorId } = template;
  const changed = { subject, body, changed_by: actorId, changed_at: sql<Date>`now()` };
  await tx
    .insertInto("mail_template")
    .values({ kind, locale, ...changed })
    .onConflict((conflict) => conflict.columns(["kind", "locale"]).doUpdateSet(changed))
    .execute();
}

/** False when the template had not been changed. */
export async function deleteTemplate(tx: Tx, kind: string, locale: Locale): Promise<boolean> {
  const row = await tx
    .deleteFrom("mail_template")
    .where("kind", "=", kind)
    .where("locale", "=", locale)
    .returning("kind")
    .executeTakeFirst();
  return row !== undefined;
}
