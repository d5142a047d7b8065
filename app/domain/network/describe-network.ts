import { betweennessOf } from "./betweenness.ts";
import { type Brokerage, brokerageOf } from "./brokerage.ts";
import { type Density, densityOf, type Reciprocity, reciprocityOf } from "./density.ts";
import {
  componentsOf,
  type Degrees,
  degreesOf,
  type Graph,
  graphOf,
  type NetworkNode,
  type TieReport,
} from "./graph.ts";
import { type Mixing, mixingOf } from "./mixing.ts";

/** Below this share of those asked, ways through the network are not counted: they are wrong where many are missing. */
const BETWEENNESS_FROM = 0.75;

/** A node with what follows from its contacts; `between` is null where too few answered. */
export type DescribedNode = NetworkNode & Degrees & { broker: Brokerage; between: number | null };

/** What a network of projects shows, worked out from its nodes and reports. */
export type NetworkPicture = {
  graph: Graph;
  /** in the order of the nodes */
  nodes: DescribedNode[];
  /** share of those asked that are on the map and answered; null where nobody knows how many were asked */
  response: number | null;
  /** ways through the network are counted from this share on */
  betweenness: { from: number; isShown: boolean };
  density: Density;
  reciprocity: Reciprocity;
  /** mean number of contacts */
  contactsPerNode: number;
  /** sizes of the parts with more than one project, the largest first */
  parts: number[];
  isolated: DescribedNode[];
  /** by the chosen attribute */
  mixing: Mixing;
};

type Seen = { nodes: readonly NetworkNode[]; ties: readonly TieReport[]; asked: number | null };

/** `attribute`: the one by which groups are told apart. */
export function describeNetwork({ nodes, ties, asked }: Seen, attribute: string): NetworkPicture {
  const graph = graphOf(
    nodes.map(({ id }) => id),
    ties,
  );
  const groups = nodes.map(({ attributes }) => attributes[attribute]);
  const answered = nodes.map((node) => node.answered);
  const response = asked ? answered.filter(Boolean).length / asked : null;
  const degrees = degreesOf(graph);
  const brokers = brokerageOf(graph, groups);
  const isShown = response !== null && response >= BETWEENNESS_FROM;
  const between = isShown ? betweennessOf(graph) : null;
  const described = nodes.map((node, at) => ({
    ...node,
    ...(degrees[at] as Degrees),
    broker: brokers[at] as Brokerage,
    between: between?.[at] ?? null,
  }));
  return {
    ...{ graph, nodes: described, response, betweenness: { from: BETWEENNESS_FROM, isShown } },
    density: densityOf(graph, answered),
    reciprocity: reciprocityOf(graph, answered),
    contactsPerNode: nodes.length > 0 ? (2 * graph.contacts.length) / nodes.length : 0,
    parts: componentsOf(graph).flatMap(({ length }) => (length > 1 ? length : [])),
    isolated: described.filter(({ contacts }) => contacts === 0),
    mixing: mixingOf(graph, groups),
  };
}
