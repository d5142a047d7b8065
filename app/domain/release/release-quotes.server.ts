import type { Tx } from "#db/client.server.ts";
import { listApprovedQuotes } from "#db/queries/coding-quotes.server.ts";
import type { ReleaseParts } from "#db/queries/releases.server.ts";
import { codedKey } from "../coding/coded-key.ts";
import { keyedHash } from "../disclosure/keyed-hash.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import type { FrozenItem } from "./figures.ts";

/**
 * The quotes of a release: those that a second person approved, at the item that holds the text or its codes. Their order is
 * random, and the same whenever the release is made again: it follows from the key of the round. An item whose total may not
 * be shown has none.
 */
export async function quotesOf(
  tx: Tx,
  roundId: string,
  items: readonly FrozenItem[],
  key: Uint8Array,
): Promise<ReleaseParts["quotes"]> {
  const shown = new Set(items.filter(({ withheld }) => !withheld.includes(TOTAL)).map(({ item }) => item));
  const approved = (await listApprovedQuotes(tx, roundId)).flatMap(({ quote_id, item: text, ...quote }) => {
    const item = [codedKey(text), text].find((one) => shown.has(one));
    return item ? [{ item, text: quote.text, chance: keyedHash(key, ["quote", quote_id]) }] : [];
  });
  const mixed = approved.sort((a, b) => Buffer.compare(a.chance, b.chance));
  return [...Map.groupBy(mixed, ({ item }) => item)].flatMap(([item, quotes]) =>
    quotes.map(({ text }, position) => ({ item, position, text })),
  );
}
