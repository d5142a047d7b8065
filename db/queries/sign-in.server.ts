import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** How long a link and a code can be used, counted from the moment the mail is sent. */
export const VALID_MINUTES = 15;

/** A mail that could not be sent within this time is not sent any more: nobody is waiting for it. */
const PATIENCE_MINUTES = 60;

export type NewSignIn = { signInId: string; accountId: string | null; browserHash: Buffer; returnTo: string };

export async function insertSignIn(tx: Tx, signIn: NewSignIn): Promise<void> {
  await tx
    .insertInto("sign_in")
    .values({
      sign_in_id: signIn.signInId,
      account_id: signIn.accountId,
      browser_hash: signIn.browserHash,
      return_to: signIn.returnTo,
      expires_at: sql`now() + make_interval(mins => ${VALID_MINUTES})`,
      link_hash: null,
      code_hash: null,
      used_at: null,
    })
    .execute();
}

const living = (db: Db | Tx) =>
  db
    .selectFrom("sign_in")
    .select(["sign_in_id", "browser_hash", "code_hash"])
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`);

/** The sign-in that a link belongs to, if it can still be used. */
export function findByLink(db: Db | Tx, linkHash: Buffer) {
  return living(db).where("link_hash", "=", linkHash).executeTakeFirst();
}

/** The sign-ins that a browser asked for and that can still be used. */
export function listByBrowser(db: Db | Tx, browserHash: Buffer) {
  return living(db).where("browser_hash", "=", browserHash).orderBy("asked_at").execute();
}

/** To whom the mail of a sign-in goes, or undefined when it must not be sent: used, too late, account unknown or closed. */
export function findAddressee(db: Db | Tx, signInId: string) {
  return db
    .selectFrom("sign_in")
    .innerJoin("account", "account.account_id", "sign_in.account_id")
    .select(["account.address", "account.locale"])
    .where("sign_in.sign_in_id", "=", signInId)
    .where("sign_in.used_at", "is", null)
    .where(sql<boolean>`sign_in.asked_at > now() - make_interval(mins => ${PATIENCE_MINUTES})`)
    .where("account.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Keeps the hashes of what is about to be sent; those of an earlier attempt stop working. */
export async function setSecrets(
  tx: Tx,
  signInId: string,
  hashes: { linkHash: Buffer; codeHash: Buffer },
): Promise<void> {
  await tx
    .updateTable("sign_in")
    .set({
      link_hash: hashes.linkHash,
      code_hash: hashes.codeHash,
      expires_at: sql`now() + make_interval(mins => ${VALID_MINUTES})`,
    })
    .where("sign_in_id", "=", signInId)
    .where("used_at", "is", null)
    .execute();
}

/** Uses a sign-in up: of any number of callers one gets the account, the others undefined. */
export function takeSignIn(tx: Tx, signInId: string, browserHash: Buffer) {
  return tx
    .updateTable("sign_in")
    .from("account")
    .set({ used_at: sql`now()` })
    .whereRef("account.account_id", "=", "sign_in.account_id")
    .where("account.disabled_at", "is", null)
    .where("sign_in.sign_in_id", "=", signInId)
    .where("sign_in.browser_hash", "=", browserHash)
    .where("sign_in.used_at", "is", null)
    .where("sign_in.expires_at", ">", sql<Date>`now()`)
    .returning(["account.account_id", "sign_in.return_to"])
    .executeTakeFirst();
}

/** Removes what can never be used again: sign-ins after a day, sessions after their longest life. */
export async function deleteStale(tx: Tx, lifetime: { idleHours: number; lifetimeDays: number }): Promise<void> {
  await sql`delete from sign_in where asked_at < now() - interval '1 day'`.execute(tx);
  await sql`
    delete from session
    where seen_at < now() - make_interval(hours => ${lifetime.idleHours})
      or created_at < now() - make_interval(days => ${lifetime.lifetimeDays})
  `.execute(tx);
}
