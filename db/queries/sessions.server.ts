import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

type Lifetime = { idleHours: number; lifetimeDays: number };

/** The account of a living session. Writes the time of use at most once a minute. */
export async function findAccount(db: Db | Tx, tokenHash: Buffer, lifetime: Lifetime) {
  const row = await db
    .selectFrom("session")
    .innerJoin("account", "account.account_id", "session.account_id")
    .select(["account.account_id", "account.name", "account.locale", "session.seen_at"])
    .where("session.token_hash", "=", tokenHash)
    .where("account.disabled_at", "is", null)
    .where(sql<boolean>`session.seen_at > now() - make_interval(hours => ${lifetime.idleHours})`)
    .where(sql<boolean>`session.created_at > now() - make_interval(days => ${lifetime.lifetimeDays})`)
    .executeTakeFirst();
  if (row && Date.now() - row.seen_at.getTime() > 60_000) {
    await db.updateTable("session").set({ seen_at: sql`now()` }).where("token_hash", "=", tokenHash).execute();
  }
  return row;
}

export async function listParts(db: Db | Tx, accountId: string) {
  const rows = await db
    .selectFrom("membership")
    .select(["role", "project_id"])
    .where("account_id", "=", accountId)
    .orderBy("role")
    .orderBy("project_id")
    .execute();
  return rows.map((row) => ({ role: row.role, projectId: row.project_id }));
}

/** When the session with this hash began. */
export async function findSessionStart(db: Db | Tx, tokenHash: Buffer): Promise<Date | undefined> {
  const row = await db
    .selectFrom("session")
    .select("created_at")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row?.created_at;
}

export async function insertSession(db: Db | Tx, tokenHash: Buffer, accountId: string): Promise<void> {
  await db.insertInto("session").values({ token_hash: tokenHash, account_id: accountId }).execute();
}

export async function deleteSession(db: Db | Tx, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}

const living = (db: Db | Tx, accountId: string, lifetime: Lifetime) =>
  db
    .selectFrom("session")
    .where("account_id", "=", accountId)
    .where(sql<boolean>`seen_at > now() - make_interval(hours => ${lifetime.idleHours})`)
    .where(sql<boolean>`created_at > now() - make_interval(days => ${lifetime.lifetimeDays})`);

/** The living sessions of an account, the one used last first. `current` is the one whose cookie has this hash. */
export function listSessions(db: Db | Tx, accountId: string, currentHash: Buffer, lifetime: Lifetime) {
  return living(db, accountId, lifetime)
    .select(["session_id", "created_at", "seen_at", sql<boolean>`token_hash = ${currentHash}`.as("current")])
    .orderBy("seen_at", "desc")
    .orderBy("session_id")
    .execute();
}

/** Ends one session of the account. False when it has no such session. */
export async function deleteOwnSession(db: Db | Tx, accountId: string, sessionId: string): Promise<boolean> {
  const row = await db
    .deleteFrom("session")
    .where("account_id", "=", accountId)
    .where("session_id", "=", sessionId)
    .returning("session_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends all sessions of the account but the one with this hash; gives back how many. */
export async function deleteOtherSessions(db: Db | Tx, accountId: string, keptHash: Buffer): Promise<number> {
  const rows = await db
    .deleteFrom("session")
    .where("account_id", "=", accountId)
    .where("token_hash", "!=", keptHash)
    .returning("session_id")
    .execute();
  return rows.length;
}
