import { graphOf, type TieReport } from "./graph.ts";

/** Contacts among the projects that are named in both waves. */
export type Change = { projects: number; before: number; now: number; kept: number; fresh: number; gone: number };

type Wave = { nodes: readonly { id: string }[]; ties: readonly TieReport[] };

/** What changed between two waves, among the projects that are named in both; null where there are fewer than two. */
export function changeBetween(before: Wave, now: Wave): Change | null {
  const earlier = new Set(before.nodes.map(({ id }) => id));
  const ids = now.nodes.flatMap(({ id }) => (earlier.has(id) ? id : []));
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
