import type { Db, Tx } from "../client.server.ts";
import type { ResponseKey } from "./responses.server.ts";

/** Keeps a person's yes to a state of the response; the first one stays. */
export async function insertSignOff(tx: Tx, key: ResponseKey, accountId: string, seq: number): Promise<void> {
  await tx
    .insertInto("sign_off")
    .values({ round_id: key.roundId, response_id: key.responseId, account_id: accountId, seq })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The latest yes of each person who is still in the project's team, in the order in which they were given. */
export function listSignOffs(db: Db | Tx, key: ResponseKey, projectId: string) {
  return db
    .selectFrom("sign_off")
    .innerJoin("account", "account.account_id", "sign_off.account_id")
    .distinctOn("sign_off.account_id")
    .select(["sign_off.account_id", "account.name", "sign_off.seq", "sign_off.at"])
    .where("sign_off.round_id", "=", key.roundId)
    .where("sign_off.response_id", "=", key.responseId)
    .where("account.disabled_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("membership")
          .select("membership.account_id")
          .whereRef("membership.account_id", "=", "sign_off.account_id")
          .where("membership.project_id", "=", projectId),
      ),
    )
    .orderBy("sign_off.account_id")
    .orderBy("sign_off.seq", "desc")
    .execute();
}

/** True if two people have to sign off. */
export async function needsTwo(db: Db | Tx, key: ResponseKey): Promise<boolean> {
  const row = await db
    .selectFrom("response")
    .select("two_sign_offs")
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .executeTakeFirst();
  return row?.two_sign_offs ?? false;
}

/** Says whether two people have to sign off. False if it was so already. */
export async function updateNeedsTwo(tx: Tx, key: ResponseKey, two: boolean): Promise<boolean> {
  const row = await tx
    .updateTable("response")
    .set({ two_sign_offs: two })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .where("two_sign_offs", "<>", two)
    .returning("response_id")
    .executeTakeFirst();
  return row !== undefined;
}
