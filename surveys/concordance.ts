import type { Item, Text } from "./model.ts";

/**
 * What became of an item between two versions.
 * - `identical` may be compared without a word · `reworded` same measure, other texts · `recoded` other scale or codes:
 *   figures must not be put side by side · `new`, `dropped` in one version only
 */
export type Change = "identical" | "reworded" | "recoded" | "new" | "dropped";

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

/** A text that reads differently: the question's title, the item's label, or the label of a code. */
export type Rewording = { part: "title" | "label" | "code"; code?: string; before: Text; after: Text };

/** What reads differently in an item that measures the same. The label is left out where it only repeats the title. */
export function rewordings(before: Item, after: Item): Rewording[] {
  const found: Rewording[] = [];
  if (!sameText(before.title, after.title)) found.push({ part: "title", before: before.title, after: after.title });
  const repeats = sameText(before.label, before.title) && sameText(after.label, after.title);
  if (!repeats && !sameText(before.label, after.label))
    found.push({ part: "label", before: before.label, after: after.label });
  const earlier = new Map(before.codes.map((code) => [code.code, code]));
  for (const { code, label } of after.codes) {
    const old = earlier.get(code);
    if (old && !sameText(old.label, label)) found.push({ part: "code", code, before: old.label, after: label });
  }
  return found;
}

/** Why two items cannot be compared: what measures differently. */
export type Recoding =
  | { kind: "scale"; before: Item["scale"]; after: Item["scale"] }
  | { kind: "repeated"; after: boolean }
  | { kind: "added" | "removed" | "number" | "missing"; codes: { code: string; label: Text }[] }
  | { kind: "order" };

export function recodings(before: Item, after: Item): Recoding[] {
  const found: Recoding[] = [];
  if (before.scale !== after.scale) found.push({ kind: "scale", before: before.scale, after: after.scale });
  if (before.repeated !== after.repeated) found.push({ kind: "repeated", after: after.repeated });
  const [old, now] = [codesOf(before), codesOf(after)];
  const both = after.codes.filter(({ code }) => old.has(code));
  const list = (kind: "added" | "removed" | "number" | "missing", codes: Item["codes"]) => {
    if (codes.length > 0) found.push({ kind, codes: codes.map(({ code, label }) => ({ code, label })) });
  };
  list(
    "added",
    after.codes.filter(({ code }) => !old.has(code)),
  );
  list(
    "removed",
    before.codes.filter(({ code }) => !now.has(code)),
  );
  list(
    "number",
    both.filter(({ code, number }) => old.get(code)?.number !== number),
  );
  list(
    "missing",
    both.filter(({ code, missing }) => (old.get(code)?.missing === true) !== (missing === true)),
  );
  if (found.length === 0 && measureOf(before) !== measureOf(after)) found.push({ kind: "order" });
  return found;
}

function codesOf(item: Item): Map<string, Item["codes"][number]> {
  return new Map(item.codes.map((code) => [code.code, code]));
}
