/** How often a statement comes before it is worth a name. */
const AFTER = 3;
/** Statements that may have one: each costs every connection that uses it some ten kB. */
const MOST = 400;
/** Lists of many values are written out, so that hardly two of them are the same statement. */
const MOST_VALUES = 20;

/** By text; names hold for all connections of this process. */
const known = new Map<string, { count: number; name: string | undefined }>();
let last = 0;

/**
 * A name for a reading statement that comes again and again, under which PostgreSQL parses and plans it once for each
 * connection: for statements through views that takes longer than to run them. Undefined for all others.
 */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  if (!/^(select|with) /.test(text) || values.length > MOST_VALUES) return undefined;
  const one = known.get(text);
  if (!one) {
    if (known.size < MOST) known.set(text, { count: 1, name: undefined });
    return undefined;
  }
  one.count += 1;
  if (one.count === AFTER) one.name = `s${++last}`;
  return one.name;
}

/** True where a named statement cannot be run any more, since a migration changed what it gives. */
export function isOutdated(error: Error): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === "0A000" && routine === "RevalidateCachedQuery";
}

/** The statement gets another name when it comes again. */
export function forgetName(text: string): void {
  known.delete(text);
}
