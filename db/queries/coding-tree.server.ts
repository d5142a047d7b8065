import type { Db, Tx } from "../client.server.ts";
import type { CodingCodeTable } from "../tables/coding.ts";

/** A text item of a round. */
export type ItemKey = { roundId: string; item: string };

/** A closed round with what reading its text items needs. */
export function findCodingRound(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select([
      "round.round_id",
      "round.series_id",
      "round.title",
      "round.wave",
      "round.state",
      "round.strict",
      "round.opens_at",
      "round.closed_at",
      "version.version_id",
      "version.definition",
    ])
    .where("round.round_id", "=", roundId)
    .where("round.state", "in", ["closed", "released", "archived"])
    .executeTakeFirst();
}

/** Rounds that are over, the latest first. */
export function listCodingRounds(db: Db | Tx, most: number) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(["round.round_id", "round.title", "round.wave", "round.state", "round.closed_at"])
    .select(["version.version_id", "version.definition"])
    .where("round.state", "in", ["closed", "released", "archived"])
    .orderBy("round.closed_at", "desc")
    .orderBy("round.round_id")
    .limit(most)
    .execute();
}

/** Notes that the item is worked on, and holds it until the transaction ends. */
export async function lockItem(tx: Tx, { roundId, item }: ItemKey): Promise<void> {
  await tx
    .insertInto("coding_item")
    .values({ round_id: roundId, item })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .selectFrom("coding_item")
    .select("item")
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .forUpdate()
    .execute();
}

/** All codes of an item in their order, merged ones too. */
export function listCodes(db: Db | Tx, { roundId, item }: ItemKey) {
  return db
    .selectFrom("coding_code")
    .leftJoin("account", "account.account_id", "coding_code.named_by")
    .select([
      "code_id",
      "parent_id",
      "coding_code.position",
      "coding_code.name",
      "description",
      "example",
      "named_by",
      "account.name as named_by_name",
      "approved_by",
      "approved_at",
      "merged_into",
    ])
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .orderBy("coding_code.position")
    .orderBy("code_id")
    .execute();
}

export type CodeRow = Awaited<ReturnType<typeof listCodes>>[number];

export type NewCode = Omit<CodingCodeTable, "round_id" | "item" | "merged_into" | "description" | "example"> & {
  description: string;
  example: string;
};

export async function insertCodes(tx: Tx, { roundId, item }: ItemKey, codes: readonly NewCode[]): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .insertInto("coding_code")
    .values(codes.map((code) => ({ ...code, round_id: roundId, item })))
    .execute();
}

export type CodeChange = Partial<
  Pick<NewCode, "parent_id" | "position" | "name" | "description" | "example" | "named_by" | "approved_by"> & {
    approved_at: Date | null;
    merged_into: string;
  }
>;

export async function updateCode(tx: Tx, codeId: string, change: CodeChange): Promise<void> {
  await tx.updateTable("coding_code").set(change).where("code_id", "=", codeId).execute();
}

/** The round before in the same series that has codes for the item. */
export function findTreeBefore(
  db: Db | Tx,
  { seriesId, opensAt, item }: { seriesId: string; opensAt: Date; item: string },
) {
  return db
    .selectFrom("round")
    .innerJoin("coding_code", "coding_code.round_id", "round.round_id")
    .select(["round.round_id", "round.title", "round.wave"])
    .where("round.series_id", "=", seriesId)
    .where("round.opens_at", "<", opensAt)
    .where("coding_code.item", "=", item)
    .orderBy("round.opens_at", "desc")
    .limit(1)
    .executeTakeFirst();
}
