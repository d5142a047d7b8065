import { DirectedGraph, UndirectedGraph } from "graphology";
import { connectedComponents } from "graphology-components";
import betweennessCentrality from "graphology-metrics/centrality/betweenness";
import { density } from "graphology-metrics/graph";

type Pair = readonly [string, string];

/** The figures of a network as an independent library has them: graphology, of ids and who names whom. */
export function figuresElsewhere(ids: readonly string[], reports: readonly Pair[]) {
  const [named, contacts] = [new DirectedGraph(), new UndirectedGraph()];
  for (const id of ids) {
    named.addNode(id);
    contacts.addNode(id);
  }
  for (const [from, to] of reports) {
    named.mergeEdge(from, to);
    contacts.mergeEdge(from, to);
  }
  const confirmed = named.filterEdges((_, __, from, to) => named.hasEdge(to, from)).length / 2;
  return {
    contacts: contacts.size,
    confirmed,
    density: { contacts: density(contacts), reports: density(named) },
    parts: connectedComponents(contacts) as string[][],
    degree: (id: string) => contacts.degree(id),
    /** how many name it, how many it names */
    named: (id: string) => named.inDegree(id),
    names: (id: string) => named.outDegree(id),
    between: betweennessCentrality(contacts, { normalized: false }) as Record<string, number>,
    /** pairs of its contacts that are in no contact with each other */
    apart(id: string): Pair[] {
      const around = contacts.neighbors(id);
      return around.flatMap((one, i) =>
        around.slice(i + 1).flatMap((two): Pair[] => (contacts.hasEdge(one, two) ? [] : [[one, two]])),
      );
    },
  };
}
