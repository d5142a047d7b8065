import { useMemo } from "react";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { formatCount, formatList } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";
import { isClosest } from "./closest.ts";

/** What a project's contacts are, in words: how many, and with whom. Worked out once for a picture, not at each movement. */
export function useNodeWords(picture: NetworkPicture): (at: number) => string {
  const t = useTexts().network.map;
  const locale = useLocale();
  const words = useMemo(() => {
    const { nodes, graph } = picture;
    return nodes.map((node, at) => {
      const sides = graph.contacts.flatMap((contact) => {
        const { a, b, forth, back } = contact;
        if (a !== at && b !== at) return [];
        const [says, said] = a === at ? [forth, back] : [back, forth];
        const kind = says && said ? ("both" as const) : says ? ("names" as const) : ("named" as const);
        return [{ kind, name: nodes[a === at ? b : a]?.name ?? "", close: isClosest(contact) }];
      });
      const parts = (["both", "names", "named"] as const).flatMap((kind) => {
        const names = sides.filter((one) => one.kind === kind).map(({ name }) => name);
        return names.length > 0 ? [t[kind](formatList(names, locale))] : [];
      });
      const close = sides.flatMap((one) => (one.close ? one.name : []));
      if (close.length > 0) parts.push(t.close(formatList(close, locale)));
      const head = t.node(node.name, t.contacts(formatCount(node.contacts, locale)));
      return [`${head}.`, ...(node.answered ? [] : [t.silent]), ...parts].join(" ");
    });
  }, [picture, t, locale]);
  return (at) => words[at] ?? "";
}
