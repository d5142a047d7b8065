import { graphOf, type Tie } from "./graph.ts";

/** Contacts among the projects that are named and answered in both waves. */
export type Change = { projects: number; before: number; now: number; kept: number; fresh: number; gone: number };

type Wave = { nodes: readonly { id: string; answered: boolean }[]; ties: readonly Tie[] };

/**
 * What changed between two waves, among the projects that are named in both and answered in both: else a contact would be gone
 * because somebody did not answer. Null where there are fewer than two. The waves must have asked the same.
 */
export function changeBetween(before: Wave, now: Wave): Change | null {
  const earlier = new Set(before.nodes.flatMap(({ id, answered }) => (answered ? id : [])));
  const ids = now.nodes.flatMap(({ id, answered }) => (answered && earlier.has(id) ? id : []));
  if (ids.length < 2) return null;
  const [old, fresh] = [before.ties, now.ties].map(
    (ties) => new Set(graphOf(ids, ties).contacts.map(({ a, b }) => `${a} ${b}`)),
  ) as [Set<string>, Set<string>];
  const kept = [...fresh].filter((one) => old.has(one)).length;
  return {
    ...{ projects: ids.length, before: old.size, now: fresh.size },
    ...{ kept, fresh: fresh.size - kept, gone: old.size - kept },
  };
}
