import type { Graph } from "./graph.ts";

/** Pairs that a node links and that have no contact of their own; `across` of them are of two groups. */
export type Brokerage = { pairs: number; across: number };

/**
 * Whom each node links: pairs of its contacts that are in no contact with each other. Gould & Fernandez (1989, "Structures of
 * mediation", Sociol. Methodol. 19) count these and tell them apart by the groups of the three; here, with contacts that have no
 * direction, only whether the two who are linked belong to different groups. Pairs with an unknown group are never across.
 */
export function brokerageOf({ size, neighbours }: Graph, groups: readonly (string | undefined)[]): Brokerage[] {
  const sets = neighbours.map((list) => new Set(list));
  return Array.from({ length: size }, (_, at) => {
    const around = neighbours[at] ?? [];
    let pairs = 0;
    let across = 0;
    for (const [i, one] of around.entries()) {
      for (const other of around.slice(i + 1)) {
        if (sets[one]?.has(other)) continue;
        pairs += 1;
        const [here, there] = [groups[one], groups[other]];
        if (here !== undefined && there !== undefined && here !== there) across += 1;
      }
    }
    return { pairs, across };
  });
}
