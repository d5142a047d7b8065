import type { Tx } from "../client.server.ts";
import type { RoundingKeyTable } from "../tables/release.ts";

/** The key of a round: the one that it has, or else the one given here, which it keeps from now on. */
export async function keepRoundingKey(tx: Tx, fresh: RoundingKeyTable): Promise<RoundingKeyTable> {
  await tx
    .insertInto("rounding_key")
    .values(fresh)
    .onConflict((conflict) => conflict.column("round_id").doNothing())
    .execute();
  return tx.selectFrom("rounding_key").selectAll().where("round_id", "=", fresh.round_id).executeTakeFirstOrThrow();
}
