import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { CodingTable } from "../tables/coding.ts";
import type { ItemKey } from "./coding-tree.server.ts";

/** Cells of submitted responses that hold something to read. */
const readable = sql`c.visible and btrim(coalesce(c.text, '')) <> ''`;

/** How many texts each item of a round has; items without any are left out. Nothing is read of them. */
export async function countTexts(db: Db | Tx, roundId: string, items: readonly string[]) {
  const { rows } = await sql<{ item: string; n: number }>`
    select c.item, count(distinct (c.response_id, coalesce(c.entry, ''))) as n
    from cell c join response r using (round_id, response_id)
    where c.round_id = ${roundId} and r.state <> 'draft' and c.item = any (${[...items]}::text[]) and ${readable}
    group by c.item`.execute(db);
  return rows;
}

/** Gives every text of the item a random id, once. */
export async function insertTexts(tx: Tx, { roundId, item }: ItemKey): Promise<void> {
  await sql`
    insert into coding_text (round_id, item, response_id, entry)
    select distinct c.round_id, c.item, c.response_id, coalesce(c.entry, '')
    from cell c join response r using (round_id, response_id)
    where c.round_id = ${roundId} and r.state <> 'draft' and c.item = ${item} and ${readable}
    on conflict do nothing`.execute(tx);
}

/** Ids of the texts of an item, in no order that means anything. */
export async function listTextIds(db: Db | Tx, { roundId, item }: ItemKey): Promise<string[]> {
  const rows = await db
    .selectFrom("coding_text")
    .select("text_id")
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .orderBy("text_id")
    .execute();
  return rows.map((row) => row.text_id);
}

/** What was written, and nothing else. Undefined where the item has no such text. */
export async function findText(db: Db | Tx, { roundId, item }: ItemKey, textId: string): Promise<string | undefined> {
  const { rows } = await sql<{ text: string | null }>`
    select string_agg(c.text, E'\n' order by c.position) as text
    from coding_text t join cell c on c.round_id = t.round_id and c.response_id = t.response_id
      and c.item = t.item and coalesce(c.entry, '') = t.entry
    where t.text_id = ${textId} and t.round_id = ${roundId} and t.item = ${item} and ${readable}`.execute(db);
  return rows[0]?.text ?? undefined;
}

/**
 * Who codes the items of a round, with how many of the texts they have decided; those who began first come first. Whoever
 * lost their account before they finished is left out: somebody else may take the place.
 */
export function listCoders(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("coder")
    .innerJoin("account", "account.account_id", "coder.account_id")
    .select(({ selectFrom, fn }) => [
      "coder.item",
      "coder.account_id",
      "account.name",
      "coder.finished_at",
      selectFrom("coding")
        .select(fn.countAll<number>().as("n"))
        .whereRef("coding.round_id", "=", "coder.round_id")
        .whereRef("coding.item", "=", "coder.item")
        .whereRef("coding.account_id", "=", "coder.account_id")
        .where("coding.kind", "<>", "later")
        .as("decided"),
    ])
    .where("coder.round_id", "=", roundId)
    .where((where) => where.or([where("coder.finished_at", "is not", null), where("account.disabled_at", "is", null)]))
    .orderBy("coder.started_at")
    .orderBy("coder.account_id")
    .execute();
}

export async function insertCoder(tx: Tx, { roundId, item }: ItemKey, accountId: string, at: Date): Promise<void> {
  await tx
    .insertInto("coder")
    .values({ round_id: roundId, item, account_id: accountId, started_at: at, finished_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function finishCoder(tx: Tx, { roundId, item }: ItemKey, accountId: string, at: Date): Promise<void> {
  await tx
    .updateTable("coder")
    .set({ finished_at: at })
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .where("account_id", "=", accountId)
    .where("finished_at", "is", null)
    .execute();
}

/** What one person chose, the latest first. */
export function listOwnCodings(db: Db | Tx, { roundId, item }: ItemKey, accountId: string) {
  return db
    .selectFrom("coding")
    .select(["text_id", "kind", "codes", "at"])
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .where("account_id", "=", accountId)
    .orderBy("at", "desc")
    .orderBy("text_id")
    .execute();
}

/** What those chose who code an item. Only for items that both have finished. */
export function listCodings(db: Db | Tx, { roundId, item }: ItemKey) {
  return db
    .selectFrom("coding")
    .select(["text_id", "account_id", "codes"])
    .where("round_id", "=", roundId)
    .where("item", "=", item)
    .execute();
}

export type Choice = Pick<CodingTable, "kind" | "codes">;

export async function putCoding(
  tx: Tx,
  { roundId, item }: ItemKey,
  { textId, accountId, kind, codes, at }: Choice & { textId: string; accountId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto("coding")
    .values({ text_id: textId, account_id: accountId, round_id: roundId, item, kind, codes, at })
    .onConflict((conflict) => conflict.columns(["text_id", "account_id"]).doUpdateSet({ kind, codes, at }))
    .execute();
}

/** Takes a person's choice back; nothing happens once they have finished. */
export async function takeBackCoding(tx: Tx, textId: string, accountId: string): Promise<void> {
  await sql`select take_back_coding(${textId}::uuid, ${accountId}::uuid)`.execute(tx);
}

export function listSettled(db: Db | Tx, { roundId, item }: ItemKey) {
  return db
    .selectFrom("settled_text")
    .innerJoin("coding_text", "coding_text.text_id", "settled_text.text_id")
    .select(["settled_text.text_id", "settled_text.codes", "settled_text.reason"])
    .where("settled_text.round_id", "=", roundId)
    .where("coding_text.item", "=", item)
    .execute();
}

export type Settling = { textId: string; codes: string[]; reason: string; by: string; at: Date };

export async function putSettled(tx: Tx, roundId: string, { textId, ...settled }: Settling): Promise<void> {
  await tx
    .insertInto("settled_text")
    .values({ text_id: textId, round_id: roundId, ...settled })
    .onConflict((conflict) => conflict.column("text_id").doUpdateSet(settled))
    .execute();
}

/** Whose text it is, for the counting of a release alone. */
export function listTextOwners(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("coding_text")
    .select(["text_id", "item", "response_id", "entry"])
    .where("round_id", "=", roundId)
    .orderBy("response_id")
    .orderBy("item")
    .orderBy("entry")
    .execute();
}
