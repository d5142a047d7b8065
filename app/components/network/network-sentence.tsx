import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import type { NetworkReport } from "../../domain/network/read-network.server.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

type NetworkSentenceProps = {
  picture: NetworkPicture;
  asked: number | null;
  network: NetworkReport["network"];
};

/** What the network shows in a sentence, who is in it, and what is not. */
export function NetworkSentence({ picture, asked, network }: NetworkSentenceProps) {
  const t = useTexts().network;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { nodes, graph } = picture;
  const others = asked === null ? null : asked - nodes.length;
  const hidden = network.reportsNotDrawn;
  return (
    <section className="card" aria-label={t.title}>
      <p className="sentence">
        {t.sentence(count(nodes.length))}{" "}
        {graph.contacts.length > 0
          ? t.sentenceContacts(
              count(graph.contacts.length),
              count(graph.contacts.filter(({ forth, back }) => forth && back).length),
            )
          : nodes.length > 1
            ? t.sentenceApart
            : null}
      </p>
      <p className="quiet">
        {others === null || asked === null
          ? null
          : others > 0
            ? t.others(count(others), count(asked))
            : t.othersNone(count(asked))}{" "}
        {hidden ? t.notDrawn(count(hidden)) : null} {t.consent}
      </p>
    </section>
  );
}
