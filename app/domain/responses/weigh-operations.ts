import { canonical } from "#surveys/json.ts";

/** A revision, or the operation of the same browser that came before and was not yet acknowledged. */
export type Base = number | string;

/** One person's edit of one field. `value` null takes it back; base 0 means the field was empty. */
export type Operation = {
  opId: string;
  path: string;
  base: Base;
  value: unknown;
  /** when an entry is removed: the fields of the entry as its remover saw them */
  seen?: Record<string, Base>;
  /** operations that had clashed and are settled by this one */
  settles?: string[];
};

export type Standing = { rev: number; value: unknown; by: string | null; at: string };

/** What is known of an operation that was sent before, or was weighed just now. */
export type Known = { path: string; rev: number | null };

/** What became of an edit: saved as a revision, or a clash with what stands. */
export type Verdict = { rev: number } | { clash: Standing };

const NOTHING: Standing = { rev: 0, value: null, by: null, at: new Date(0).toISOString() };

/**
 * Weighs one operation against the fields as they stand.
 * - It is saved when it was made on the standing revision, or when it says what stands anyway.
 * - It is a clash when somebody else wrote meanwhile, when the operation it builds on clashed, when its entry was removed,
 *   and when it removes an entry in which something was written that its author had not seen.
 * `entries` are the paths of the entries that the field lies in; `isEntry` is true of a field that is an entry's place.
 */
export function weigh(
  operation: Operation,
  {
    fields,
    known,
    entries,
    isEntry,
  }: {
    fields: ReadonlyMap<string, Standing>;
    known: ReadonlyMap<string, Known>;
    entries: readonly string[];
    isEntry: boolean;
  },
): Verdict {
  const standing = fields.get(operation.path) ?? NOTHING;
  for (const entry of entries) {
    const place = fields.get(entry);
    // Who removed it and when; value and revision are those of the field itself, on which the author may build.
    if (place && isGone(place)) return { clash: { ...place, rev: standing.rev, value: standing.value } };
  }
  const revision = (path: string, base: Base): number | undefined => {
    if (typeof base === "number") return base;
    const before = known.get(base);
    return before?.path === path ? (before.rev ?? undefined) : undefined;
  };
  if (isEntry && isNothing(operation.value) && !isGone(standing)) {
    const unseen = [...fields].find(([path, field]) => {
      if (!path.startsWith(`${operation.path}/`) || isNothing(field.value)) return false;
      const base = operation.seen?.[path];
      return base === undefined || revision(path, base) !== field.rev;
    });
    if (unseen) return { clash: { ...unseen[1], rev: standing.rev, value: standing.value } };
  }
  if (revision(operation.path, operation.base) === standing.rev) return { rev: standing.rev + 1 };
  if (standing.rev > 0 && canonical(operation.value ?? null) === canonical(standing.value ?? null)) {
    return { rev: standing.rev };
  }
  return { clash: standing };
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isGone = (place: Standing): boolean => isNothing(place.value);
