import type { ReactNode } from "react";
import type { NodeAttribute } from "#db/tables/network.ts";
import type { Change } from "../../domain/network/change.ts";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import type { Wishes } from "../../domain/network/read-network.server.ts";
import { formatCount, formatNumber, formatPercent } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

type NetworkFiguresProps = {
  picture: NetworkPicture;
  attribute: NodeAttribute;
  wishes: Wishes | null;
  /** since the wave before; null where that asked for contacts in another way, or too few are in both */
  change: { wave: string; isSame: boolean; change: Change | null } | null;
};

/** The figures of a network as cards: the number, and what it means. */
export function NetworkFigures({ picture, attribute, wishes, change }: NetworkFiguresProps) {
  const t = useTexts().network;
  const locale = useLocale();
  const read = useReader();
  const { nodes, graph, density, reciprocity, contactsPerNode, parts, isolated, mixing, response, betweenness } =
    picture;
  const count = (n: number) => formatCount(n, locale);
  const share = (part: number | null) => (part === null ? "–" : formatPercent(part, locale));
  const of = (n: number, base: number) => share(base > 0 ? n / base : null);
  const f = t.figures;
  const hasContacts = graph.contacts.length > 0;
  return (
    <section aria-labelledby="network-figures">
      <h2 id="network-figures" className="visually-hidden">
        {f.title}
      </h2>
      <ul className="network-cards plain-list">
        <Card label={f.contacts} value={count(graph.contacts.length)}>
          {hasContacts ? f.contactsMeans(formatNumber(contactsPerNode, locale)) : f.contactsNone}
        </Card>
        {hasContacts ? (
          <>
            <Card label={f.reciprocity} value={of(reciprocity.confirmed, reciprocity.base)}>
              {reciprocity.base > 0
                ? f.reciprocityMeans(count(reciprocity.confirmed), count(reciprocity.base))
                : f.reciprocityNone}
            </Card>
            <Card label={f.mixing(read(attribute.label))} value={of(mixing.across, mixing.base)}>
              {mixing.base === 0
                ? f.mixingNone
                : mixing.assortativity === null
                  ? f.mixingMeansAlone
                  : f.mixingMeans(formatNumber(mixing.assortativity, locale, 2))}
            </Card>
          </>
        ) : null}
        <Card label={f.isolated} value={count(isolated.length)}>
          {f.isolatedMeans(count(isolated.length))}
        </Card>
        {hasContacts ? (
          <>
            <Card label={f.parts} value={f.partsValue(count(parts[0] ?? 0), count(nodes.length))}>
              {f.partsMeans(count(parts.length))}
            </Card>
            <Card label={f.density} value={share(density.contacts)}>
              {f.densityMeans(share(density.reports), share(density.confirmed))}
            </Card>
          </>
        ) : null}
        {change?.change ? (
          <Card
            label={f.change(change.wave)}
            value={f.changeValue(count(change.change.fresh), count(change.change.gone))}
          >
            {f.changeMeans(
              count(change.change.projects),
              count(change.change.before),
              count(change.change.now),
              count(change.change.kept),
            )}
          </Card>
        ) : null}
        {wishes ? (
          <Card label={f.wishes} value={count(wishes.wishes)}>
            {[
              f.wishing(count(wishes.wishing)),
              f.wishesMutual(wishes.wishesMutual === null ? null : count(wishes.wishesMutual)),
              f.wishesKnown(wishes.wishesKnown === null ? null : count(wishes.wishesKnown)),
              f.wishesNever,
            ].join(" ")}
          </Card>
        ) : null}
      </ul>
      {change && !change.isSame ? <p className="table-note">{f.changeOther(change.wave)}</p> : null}
      <p className="table-note">
        {betweenness.isShown ? t.between.shown : t.between.hidden(share(response), share(betweenness.from))}
      </p>
    </section>
  );
}

function Card({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <li className="card network-card">
      <p className="network-card__label">{label}</p>
      <p className="network-card__value">{value}</p>
      <p className="network-card__means">{children}</p>
    </li>
  );
}
