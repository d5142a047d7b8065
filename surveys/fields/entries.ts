/** An entry that stands: `value` is its content as canonical text. */
export type StandingEntry = { id: string; place: number; value: string };

/** An entry as it shall stand; `moved` where its place has to be written. */
export type KeptEntry = { id: string; place: number; moved: boolean };

/**
 * Finds out which entry of a list became which, when only the lists before and after are known (a form tells no more).
 * Entries of equal content are the same; between them, what is left over is matched in order and counts as edited; what
 * then has no match was removed, or is new. `idFor` names a new entry at an index.
 */
export function alignEntries(
  before: readonly StandingEntry[],
  after: readonly string[],
  idFor: (index: number) => string,
): { removed: string[]; kept: KeptEntry[] } {
  const match = matchEntries(before, after);
  const used = new Set(match);
  const removed = before.filter((_, i) => !used.has(i)).map(({ id }) => id);
  const places = placesOf(match.map((i) => (i < 0 ? undefined : before[i]?.place)));
  const kept = after.map((_, index) => {
    const old = before[match[index] as number];
    const place = places[index] as number;
    return { id: old?.id ?? idFor(index), place, moved: old?.place !== place };
  });
  return { removed, kept };
}

/** For every entry after: the index of the same entry before, or -1. */
function matchEntries(before: readonly StandingEntry[], after: readonly string[]): number[] {
  const match = after.map(() => -1);
  let start = 0;
  while (start < before.length && start < after.length && before[start]?.value === after[start]) {
    match[start] = start;
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end]?.value === after[after.length - 1 - end]
  ) {
    match[after.length - 1 - end] = before.length - 1 - end;
    end += 1;
  }
  const free = new Set(Array.from({ length: before.length - end - start }, (_, i) => start + i));
  const open = Array.from({ length: after.length - end - start }, (_, i) => start + i);
  // Of equal content: moved or kept.
  for (const index of open) {
    const same = [...free].find((i) => before[i]?.value === after[index]);
    if (same === undefined) continue;
    match[index] = same;
    free.delete(same);
  }
  // What is left over was edited in its place, as far as both have something left.
  const rest = open.filter((index) => match[index] === -1);
  const old = [...free];
  for (const [i, index] of rest.entries()) match[index] = old[i] ?? -1;
  return match;
}

/** Ascending places: those in the longest ascending run stay as they are, the others go between their neighbours. */
function placesOf(old: readonly (number | undefined)[]): number[] {
  const stay = longestAscending(old);
  const places: number[] = [];
  for (let i = 0; i < old.length; i++) {
    if (stay.has(i)) {
      places.push(old[i] as number);
      continue;
    }
    const last = places.at(-1);
    const next = old.find((_, j) => j > i && stay.has(j));
    if (next === undefined) places.push(last === undefined ? 0 : Math.floor(last) + 1);
    else if (last === undefined) places.push(next - 1);
    else places.push(last + (next - last) / 2);
  }
  return places;
}

function longestAscending(values: readonly (number | undefined)[]): Set<number> {
  const best: { length: number; before: number }[] = [];
  let last = -1;
  for (const [i, value] of values.entries()) {
    best[i] = { length: value === undefined ? 0 : 1, before: -1 };
    if (value === undefined) continue;
    for (let j = 0; j < i; j++) {
      const earlier = values[j];
      if (earlier === undefined || earlier >= value) continue;
      if ((best[j] as { length: number }).length + 1 > (best[i] as { length: number }).length) {
        best[i] = { length: (best[j] as { length: number }).length + 1, before: j };
      }
    }
    if (last < 0 || (best[i] as { length: number }).length > (best[last] as { length: number }).length) last = i;
  }
  const stay = new Set<number>();
  for (let i = last; i >= 0; i = (best[i] as { before: number }).before) stay.add(i);
  return stay;
}
