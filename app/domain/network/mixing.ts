import type { Graph } from "./graph.ts";

/** Of `base` contacts whose groups are known, `across` join different groups; how far like goes with like, −1 … 1, or null. */
export type Mixing = { across: number; base: number; assortativity: number | null };

/** How contacts fall within and across the groups of an attribute. */
export function mixingOf({ contacts }: Graph, groups: readonly (string | undefined)[]): Mixing {
  const codes = [...new Set(groups.flatMap((code) => code ?? []))];
  const ends = codes.map(() => new Array<number>(codes.length).fill(0));
  let [base, across] = [0, 0];
  for (const { a, b } of contacts) {
    const [here, there] = [groups[a], groups[b]];
    if (here === undefined || there === undefined) continue;
    const [i, j] = [codes.indexOf(here), codes.indexOf(there)];
    for (const [from, to] of [
      [i, j],
      [j, i],
    ] as const) {
      const row = ends[from];
      if (row) row[to] = (row[to] ?? 0) + 1;
    }
    base += 1;
    if (i !== j) across += 1;
  }
  return { across, base, assortativity: assortativityOf(ends) };
}

/**
 * Newman's assortativity coefficient (2003, "Mixing patterns in networks", Phys. Rev. E 67, eq. 2) of how many ends of contacts
 * lead from each group to each other: 1 where all stay within, 0 where they mix at random. Null where all are of one group, or
 * there is none.
 */
export function assortativityOf(ends: readonly (readonly number[])[]): number | null {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const total = sum(ends.map(sum));
  const within = sum(ends.map((row, i) => row[i] ?? 0)) / total;
  const chance = sum(ends.map((row, i) => sum(row) * sum(ends.map((other) => other[i] ?? 0)))) / total ** 2;
  return total > 0 && chance < 1 ? (within - chance) / (1 - chance) : null;
}
