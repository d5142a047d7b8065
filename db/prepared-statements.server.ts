import { LRUCache } from "lru-cache";

/** How often a statement comes before it is worth a name. */
const AFTER = 3;
/** Statements that may have one: each takes some 16 kB of every connection that uses it. */
const MOST = 400;
/** Lists of many values are written out, so that hardly two of them are the same statement. */
const MOST_VALUES = 20;

/** By text. Names hold for all connections of this process, and are never given twice. */
const names = new Map<string, string>();
/** How often the others came. */
const seen = new LRUCache<string, number>({ max: 1000 });
let last = 0;

/**
 * A name for a reading statement that comes again and again, under which PostgreSQL parses and plans it once for each
 * connection: for statements through views that takes longer than to run them. Undefined for all others.
 */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.get(text);
  if (known || !/^(select|with) /.test(text) || values.length > MOST_VALUES || names.size === MOST) return known;
  const times = (seen.get(text) ?? 0) + 1;
  seen.set(text, times);
  if (times < AFTER) return undefined;
  const name = `s${++last}`;
  names.set(text, name);
  return name;
}

/** True where a named statement cannot be run any more, since a migration changed what it gives. */
export function isOutdated(error: Error): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === "0A000" && routine === "RevalidateCachedQuery";
}

/** The statement gets another name when it comes again. */
export function forgetName(text: string): void {
  names.delete(text);
}
