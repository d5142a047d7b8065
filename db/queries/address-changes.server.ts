import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** How long the link to a new address can be used, counted from the moment the mail is sent. */
export const CHANGE_VALID_MINUTES = 60;

/** A mail that could not be sent within this time is not sent any more. */
const PATIENCE_MINUTES = 60;

export type NewAddressChange = { changeId: string; accountId: string; address: string };

/** Keeps the wish for a new address. Earlier wishes of the account that were not confirmed are forgotten. */
export async function insertAddressChange(tx: Tx, change: NewAddressChange): Promise<void> {
  await deleteOpenChange(tx, change.accountId);
  await tx
    .insertInto("address_change")
    .values({
      change_id: change.changeId,
      account_id: change.accountId,
      address: change.address,
      link_hash: null,
      expires_at: sql`now() + make_interval(mins => ${CHANGE_VALID_MINUTES})`,
      used_at: null,
    })
    .execute();
}

/** Forgets a wish that was not confirmed. False when there is none. */
export async function deleteOpenChange(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx
    .deleteFrom("address_change")
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .returning("change_id")
    .execute();
  return rows.length > 0;
}

const open = (db: Db | Tx) =>
  db
    .selectFrom("address_change")
    .innerJoin("account", "account.account_id", "address_change.account_id")
    .where("address_change.used_at", "is", null)
    .where("account.disabled_at", "is", null);

/** The new address that an account waits for, or undefined. */
export function findOpenChange(db: Db | Tx, accountId: string) {
  return open(db)
    .select(["address_change.change_id", "address_change.address", "address_change.expires_at"])
    .where("address_change.account_id", "=", accountId)
    .where("address_change.expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

/**
 * To whom the mail `confirm-address` goes. Undefined when it must not be sent: used, replaced, too late, account closed,
 * or the address belongs to somebody: whoever asked is told the same as if it were free, and its owner hears nothing.
 */
export function findNewAddressee(db: Db | Tx, changeId: string) {
  return open(db)
    .select(["address_change.address", "account.locale", "account.account_id"])
    .where("address_change.change_id", "=", changeId)
    .where(sql<boolean>`address_change.asked_at > now() - make_interval(mins => ${PATIENCE_MINUTES})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("account as owner")
            .select("owner.account_id")
            .whereRef("owner.address", "=", "address_change.address"),
        ),
      ),
    )
    .executeTakeFirst();
}

/** Keeps the hash of the link that is about to be sent; one of an earlier attempt stops working. */
export async function setChangeLink(tx: Tx, changeId: string, linkHash: Buffer): Promise<void> {
  await tx
    .updateTable("address_change")
    .set({ link_hash: linkHash, expires_at: sql`now() + make_interval(mins => ${CHANGE_VALID_MINUTES})` })
    .where("change_id", "=", changeId)
    .where("used_at", "is", null)
    .execute();
}

/** The change that a link belongs to, if it can still be used. */
export function findChangeByLink(db: Db | Tx, linkHash: Buffer) {
  return open(db)
    .select(["address_change.change_id", "address_change.account_id", "address_change.address"])
    .where("address_change.link_hash", "=", linkHash)
    .where("address_change.expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
}

/**
 * Uses a link up and puts the new address in the account's place. From then on the row's `address` is the OLD one: the
 * mail `changed-address` reads it there (`findOldAddress`). Of any number of callers one gets the change's id, the
 * others undefined; so does everybody when the address belongs to another account by now.
 */
export async function swapAddress(tx: Tx, linkHash: Buffer, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{ change_id: string }>`
    with taken as (
      select change_id, address_change.address as new_address, account.account_id, account.address as old_address
      from address_change join account using (account_id)
      where link_hash = ${linkHash} and account_id = ${accountId} and account.disabled_at is null
        and used_at is null and expires_at > now()
        and not exists (select from account other where other.address = address_change.address)
      for update of address_change, account
    ), moved as (
      update account set address = taken.new_address, bounced_at = null
      from taken where account.account_id = taken.account_id
    )
    update address_change set used_at = now(), address = taken.old_address
    from taken where address_change.change_id = taken.change_id
    returning address_change.change_id
  `.execute(tx);
  return rows[0]?.change_id;
}

/** Where the mail `changed-address` goes: the address that the account had before this change. */
export function findOldAddress(db: Db | Tx, changeId: string) {
  return db
    .selectFrom("address_change")
    .innerJoin("account", "account.account_id", "address_change.account_id")
    .select(["address_change.address", "account.locale"])
    .where("address_change.change_id", "=", changeId)
    .where("address_change.used_at", "is not", null)
    .executeTakeFirst();
}

/** What was sent to the old address signs nobody in any more. */
export async function deleteOpenSignIns(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom("sign_in").where("account_id", "=", accountId).where("used_at", "is", null).execute();
}

/** Old addresses are kept for a week, until the mail to them has gone out; wishes that came to nothing for a day. */
export async function deleteStaleChanges(tx: Tx): Promise<void> {
  await sql`
    delete from address_change
    where asked_at < now() - case when used_at is null then interval '1 day' else interval '7 days' end
  `.execute(tx);
}
