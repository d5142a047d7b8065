import type { Item, Text } from "./model.ts";

/**
 * What became of an item between two versions.
 * - `identical` may be compared without a word · `reworded` same measure, other texts · `recoded` other scale or codes:
 *   figures must not be put side by side · `new`, `dropped` in one version only
 */
type Change = "identical" | "reworded" | "recoded" | "new" | "dropped";

export type Concordance = { key: string; change: Change; before?: Item; after?: Item };

const sameText = (a: Text, b: Text): boolean => a.de === b.de && (a.en ?? "") === (b.en ?? "");

const measureOf = (item: Item): string =>
  JSON.stringify([
    item.scale,
    item.repeated,
    item.codes.map(({ code, number, missing }) => [code, number, missing === true]),
  ]);

function wording(before: Item, after: Item): boolean {
  if (!sameText(before.title, after.title) || !sameText(before.label, after.label)) return false;
  return before.codes.every((code, i) => sameText(code.label, after.codes[i]!.label));
}

const compare = (before: Item, after: Item): Change => {
  if (measureOf(before) !== measureOf(after)) return "recoded";
  return wording(before, after) ? "identical" : "reworded";
};

/** Compares the items of two versions by key: first the newer version's in its order, then what was dropped. */
export function concord(before: readonly Item[], after: readonly Item[]): Concordance[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const current = new Set(after.map((item) => item.key));
  const kept = after.map((item): Concordance => {
    const earlier = old.get(item.key);
    if (!earlier) return { key: item.key, change: "new", after: item };
    return { key: item.key, change: compare(earlier, item), before: earlier, after: item };
  });
  const dropped = before
    .filter((item) => !current.has(item.key))
    .map((item): Concordance => ({ key: item.key, change: "dropped", before: item }));
  return [...kept, ...dropped];
}
