import { type Insertable, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ErasureTable } from "../tables/erasure.ts";

/**
 * Erases what was submitted to an invitation of a round that has ended, with everything that was noted about it. False where
 * there is nothing. The database refuses rounds that go on, and anonymous ones.
 */
export async function eraseResponse(tx: Tx, key: { roundId: string; invitationId: string }): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`
    select erase_response(${key.roundId}, ${key.invitationId}) as erased`.execute(tx);
  return rows[0]?.erased ?? false;
}

export async function insertErasure(tx: Tx, erasure: Insertable<ErasureTable>): Promise<void> {
  await tx.insertInto("erasure").values(erasure).execute();
}

export function findErasure(db: Db | Tx, { roundId, invitationId }: { roundId: string; invitationId: string }) {
  return db
    .selectFrom("erasure")
    .select(["at", "reason"])
    .where("round_id", "=", roundId)
    .where("invitation_id", "=", invitationId)
    .executeTakeFirst();
}
