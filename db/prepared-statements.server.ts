import { LRUCache } from "lru-cache";

/** How often a statement comes before it is worth a name. */
const AFTER = 3;
/** Statements that may have one: each takes some 16 kB of every connection that uses it. */
const MOST = 400;
/** Lists of many values are written out, so that hardly two of them are the same statement. */
const MOST_VALUES = 12;

/** By text. Names hold for all connections of this process, and are never given twice. */
const names = new Map<string, string>();
/** How often the others came, among those that came last. */
const seen = new LRUCache<string, number>({ max: 1000 });
let last = 0;

/**
 * A name for a statement that comes again and again, under which PostgreSQL parses it once for each connection, and plans it
 * once where one plan is as good as those made for its values: for statements through views that takes longer than to run
 * them. Meant for what Kysely builds to read, which begins with its first word. Longer ones that are written by hand begin with
 * a line break and get none: some of them count answers, and want a plan for the very round.
 */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.get(text);
  if (known || !/^(select|with) /.test(text) || values.length > MOST_VALUES || names.size === MOST) return known;
  const times = (seen.get(text) ?? 0) + 1;
  seen.set(text, times);
  if (times < AFTER) return undefined;
  seen.delete(text);
  const name = `s${++last}`;
  names.set(text, name);
  return name;
}

/**
 * True where a named statement cannot be run any more, although asked without a name it could: a migration changed what it
 * gives, or the connection does not know it.
 */
export function isOutdated(error: Error): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === "26000" || (code === "0A000" && routine === "RevalidateCachedQuery");
}

/** After a named statement failed: what a migration changed gets another name when it comes again. */
export function forgetFailed(error: Error, text: string, name: string): void {
  const { code = "" } = error as { code?: string };
  if ((isOutdated(error) || code.startsWith("42")) && names.get(text) === name) names.delete(text);
}
