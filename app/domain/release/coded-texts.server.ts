import type { Db, Tx } from "#db/client.server.ts";
import { countTexts } from "#db/queries/coding-texts.server.ts";
import type { CountedCell } from "#db/queries/statistics.server.ts";
import { codedCells } from "../coding/coded-cells.server.ts";
import { codedKey } from "../coding/coded-key.ts";
import { openCodingRound } from "../coding/open-item.server.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import type { ReleasedItem } from "./figures.ts";

/**
 * The items of a release with the settled codes in the place of each text that is ready: from there on they are items with
 * several answers like any other. A text whose coding is not ready stays one that is only counted. `cells` are what the desk
 * settled, for counting beside the cells of answers. Throws not-found unless the round is over.
 */
export async function withCodedTexts(
  tx: Tx,
  roundId: string,
  items: readonly ReleasedItem[],
  rule: DisclosureRule,
): Promise<{ items: ReleasedItem[]; cells: CountedCell[] }> {
  const coded = await codedCells(tx, roundId, rule);
  const byKey = new Map(coded.items.map((item) => [item.key, item]));
  return {
    items: items.map((item) => ({ ...item, ...byKey.get(codedKey(item.key)) })),
    cells: coded.cells,
  };
}

/** How many text items of a closed round with texts in them are not ready: a release would only count their texts. */
export async function countUncodedItems(db: Db | Tx, roundId: string, rule: DisclosureRule): Promise<number> {
  const { items } = await openCodingRound(db, roundId);
  const texts = await countTexts(
    db,
    roundId,
    items.map(({ key }) => key),
  );
  if (texts.length === 0) return 0;
  const coded = await codedCells(db, roundId, rule);
  const ready = new Set(coded.items.map(({ key }) => key));
  // What was coded to the end stays a count where rule 2 lets no code be shown: there is nothing left to do.
  const ended = new Set(coded.uncounted.filter(({ why }) => why === "rule").map(({ item }) => item));
  return texts.filter(({ item }) => !ready.has(codedKey(item)) && !ended.has(item)).length;
}
