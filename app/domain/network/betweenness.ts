import type { Graph } from "./graph.ts";

/**
 * On how many shortest ways between two others each node lies, ways of equal length sharing one: Freeman's betweenness, not
 * normalised, each pair once. By Brandes' algorithm (2001, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25,
 * alg. 1), in O(nodes × contacts).
 */
export function betweennessOf({ size, neighbours }: Graph): number[] {
  const between = new Array<number>(size).fill(0);
  for (let source = 0; source < size; source++) {
    const distance = new Array<number>(size).fill(-1);
    const ways = new Array<number>(size).fill(0);
    const before: number[][] = Array.from({ length: size }, () => []);
    distance[source] = 0;
    ways[source] = 1;
    const order = [source];
    for (const at of order) {
      for (const next of neighbours[at] ?? []) {
        if (distance[next] === -1) {
          distance[next] = (distance[at] ?? 0) + 1;
          order.push(next);
        }
        if (distance[next] === (distance[at] ?? 0) + 1) {
          ways[next] = (ways[next] ?? 0) + (ways[at] ?? 0);
          before[next]?.push(at);
        }
      }
    }
    const depends = new Array<number>(size).fill(0);
    for (const at of order.reverse()) {
      for (const earlier of before[at] ?? []) {
        const share = ((ways[earlier] ?? 0) / (ways[at] ?? 1)) * (1 + (depends[at] ?? 0));
        depends[earlier] = (depends[earlier] ?? 0) + share;
      }
      if (at !== source) between[at] = (between[at] ?? 0) + (depends[at] ?? 0) / 2;
    }
  }
  return between;
}
