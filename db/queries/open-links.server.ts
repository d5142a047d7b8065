import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

const openLinks = (db: Db | Tx) =>
  db
    .selectFrom("open_link")
    .innerJoin("round", "round.round_id", "open_link.round_id")
    .select([
      "open_link.link_id",
      "open_link.round_id",
      "open_link.label",
      "open_link.uses_limit",
      "open_link.uses",
      "open_link.made_at",
      "open_link.revoked_at",
      "round.title",
      "round.wave",
      "round.state as round_state",
      "round.privacy",
      "round.strict",
      "round.fictional",
      "round.strict",
      "round.fictional",
      "round.opens_at",
      "round.closes_at",
      "round.roster",
      "round.version_id",
    ]);

export type OpenLinkRow = Awaited<ReturnType<typeof listOpenLinks>>[number];

/** The open links of a round, those that can be used first. */
export function listOpenLinks(db: Db | Tx, roundId: string) {
  return openLinks(db)
    .where("open_link.round_id", "=", roundId)
    .orderBy(sql`open_link.revoked_at is not null`)
    .orderBy("open_link.made_at")
    .orderBy("open_link.link_id")
    .execute();
}

export function findOpenLink(db: Db | Tx, roundId: string, linkId: string): Promise<OpenLinkRow | undefined> {
  return openLinks(db)
    .where("open_link.round_id", "=", roundId)
    .where("open_link.link_id", "=", linkId)
    .executeTakeFirst();
}

export function findOpenLinkByToken(db: Db | Tx, tokenHash: Buffer): Promise<OpenLinkRow | undefined> {
  return openLinks(db).where("open_link.token_hash", "=", tokenHash).executeTakeFirst();
}

export type NewOpenLink = {
  linkId: string;
  roundId: string;
  label: string;
  tokenHash: Buffer;
  limit: number;
  actorId: string;
};

export async function insertOpenLink(tx: Tx, link: NewOpenLink): Promise<void> {
  await tx
    .insertInto("open_link")
    .values({
      link_id: link.linkId,
      round_id: link.roundId,
      label: link.label,
      token_hash: link.tokenHash,
      uses_limit: link.limit,
      made_by: link.actorId,
      revoked_at: null,
    })
    .execute();
}

/** False when it is unknown or was revoked before. */
export async function revokeOpenLink(tx: Tx, roundId: string, linkId: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable("open_link")
    .set({ revoked_at: at })
    .where("round_id", "=", roundId)
    .where("link_id", "=", linkId)
    .where("revoked_at", "is", null)
    .returning("link_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts one more use. False when the link is used up or revoked; the row is held until the transaction ends. */
export async function countUse(tx: Tx, linkId: string): Promise<boolean> {
  const row = await tx
    .updateTable("open_link")
    .set({ uses: sql<number>`uses + 1` })
    .where("link_id", "=", linkId)
    .where("revoked_at", "is", null)
    .whereRef("uses", "<", "uses_limit")
    .returning("link_id")
    .executeTakeFirst();
  return row !== undefined;
}
