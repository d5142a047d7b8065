import type { Db, Tx } from "../client.server.ts";
import type { ItemKey } from "./coding-tree.server.ts";

/** The quotes of an item: what waits for a decision first, then the latest. */
export function listQuotes(db: Db | Tx, { roundId, item }: ItemKey) {
  return db
    .selectFrom("quote")
    .innerJoin("coding_text", "coding_text.text_id", "quote.text_id")
    .leftJoin("account as proposer", "proposer.account_id", "quote.proposed_by")
    .leftJoin("account as decider", "decider.account_id", "quote.decided_by")
    .select([
      "quote.quote_id",
      "quote.text_id",
      "quote.text",
      "quote.proposed_by",
      "proposer.name as proposer",
      "quote.proposed_at",
      "quote.decision",
      "decider.name as decider",
      "quote.decided_at",
      "quote.reason",
    ])
    .where("quote.round_id", "=", roundId)
    .where("coding_text.item", "=", item)
    .orderBy((eb) => eb("quote.decision", "is not", null))
    .orderBy("quote.proposed_at", "desc")
    .orderBy("quote.quote_id")
    .execute();
}

/** What a release may quote: every approved quote of a round with its text item. */
export function listApprovedQuotes(tx: Tx, roundId: string) {
  return tx
    .selectFrom("quote")
    .innerJoin("coding_text", "coding_text.text_id", "quote.text_id")
    .select(["quote.quote_id", "coding_text.item", "quote.text"])
    .where("quote.round_id", "=", roundId)
    .where("quote.decision", "=", "approved")
    .execute();
}

/** How many quotes of a round wait, are approved, or refused, by item. */
export function countQuotes(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("quote")
    .innerJoin("coding_text", "coding_text.text_id", "quote.text_id")
    .select(["coding_text.item", "quote.decision", ({ fn }) => fn.countAll<number>().as("n")])
    .where("quote.round_id", "=", roundId)
    .groupBy(["coding_text.item", "quote.decision"])
    .execute();
}

export type NewQuote = { quoteId: string; textId: string; text: string; by: string; at: Date };

/** Keeps what was proposed. False when there is one with this id already. */
export async function insertQuote(
  tx: Tx,
  roundId: string,
  { quoteId, textId, text, by, at }: NewQuote,
): Promise<boolean> {
  const row = await tx
    .insertInto("quote")
    .values({ quote_id: quoteId, text_id: textId, round_id: roundId, text, proposed_by: by, proposed_at: at })
    .onConflict((conflict) => conflict.column("quote_id").doNothing())
    .returning("quote_id")
    .executeTakeFirst();
  return row !== undefined;
}

export type Decision = { decision: "approved" | "refused"; by: string; at: Date; reason: string };

export async function decideQuote(tx: Tx, quoteId: string, { decision, by, at, reason }: Decision): Promise<void> {
  await tx
    .updateTable("quote")
    .set({ decision, decided_by: by, decided_at: at, reason })
    .where("quote_id", "=", quoteId)
    .execute();
}
