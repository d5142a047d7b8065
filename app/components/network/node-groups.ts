import type { NodeAttribute } from "#db/tables/network.ts";
import type { NetworkNode } from "../../domain/network/graph.ts";

/** A group on the map; `nr` chooses colour and shape, 0 where the attribute is unknown. */
export type NodeGroup = { code: string | undefined; label: string; nr: number };

/** As many signs as there are: see network.css and `SHAPES`. */
const SIGNS = 8;

/** The groups that have a node, in the order of the attribute. */
export function groupsOf(
  attribute: NodeAttribute,
  nodes: readonly NetworkNode[],
  words: { read: (label: NodeAttribute["label"]) => string; unknown: string },
): NodeGroup[] {
  const present = new Set(nodes.map(({ attributes }) => attributes[attribute.code]));
  const known = attribute.codes.map(({ code, label }, i) => ({ code, label: words.read(label), nr: (i % SIGNS) + 1 }));
  const codes = new Set(known.map(({ code }) => code));
  const others = [...present].some((code) => code === undefined || !codes.has(code));
  return [
    ...known.filter(({ code }) => present.has(code)),
    ...(others ? [{ code: undefined, label: words.unknown, nr: 0 }] : []),
  ];
}

export const groupOf = (groups: readonly NodeGroup[], code: string | undefined): NodeGroup | undefined =>
  groups.find((one) => one.code === code) ?? groups.find((one) => one.code === undefined);
