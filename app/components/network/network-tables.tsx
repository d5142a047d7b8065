import type { NodeAttribute } from "#db/tables/network.ts";
import type { Code } from "#surveys/model.ts";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { formatCount, formatNumber } from "../../format.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Every project on the map with what its contacts say, those with most contacts first: the map as a table. */
export function ProjectsTable({ picture, attribute }: { picture: NetworkPicture; attribute: NodeAttribute }) {
  const t = useTexts().network;
  const locale = useLocale();
  const read = useReader();
  const count = (n: number) => formatCount(n, locale);
  const labels = new Map(attribute.codes.map(({ code, label }) => [code, read(label)]));
  const hasBridges = picture.betweenness.isShown;
  const heads = t.projects.heads;
  const rows = picture.nodes.toSorted((a, b) => b.contacts - a.contacts);
  return (
    <section className="card figure network-projects" aria-labelledby="network-projects">
      <h2 className="figure__title" id="network-projects">
        {t.projects.title}
      </h2>
      <div className="figure__table">
        <TableScroll label={t.projects.caption} tall>
          <table className="data data--close">
            <caption>{t.projects.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{heads.project}</th>
                <th scope="col">{read(attribute.label)}</th>
                {[heads.contacts, heads.confirmed, heads.named, heads.names, heads.broker, heads.across].map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
                {hasBridges ? (
                  <th scope="col" className="number">
                    {heads.between}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, answered, attributes, broker, between, ...node }) => (
                <tr key={id}>
                  <th scope="row">{answered ? name : t.projects.silent(name)}</th>
                  <td>{labels.get(attributes[attribute.code] ?? "") ?? t.map.unknown}</td>
                  <td className="number">{count(node.contacts)}</td>
                  <td className="number">{count(node.confirmed)}</td>
                  <td className="number">{count(node.named)}</td>
                  <td className="number">{answered ? count(node.names) : "–"}</td>
                  <td className="number">{count(broker.pairs)}</td>
                  <td className="number">{count(broker.across)}</td>
                  {hasBridges ? (
                    <td className="number">{between === null ? "–" : formatNumber(between, locale)}</td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
      <p className="table-note">{t.projects.note}</p>
    </section>
  );
}

/** Every contact, with who names it and how often each side says there is contact; closed at first. */
export function ContactsTable({ picture, frequencies }: { picture: NetworkPicture; frequencies: readonly Code[] }) {
  const t = useTexts().network.contacts;
  const read = useReader();
  const often = new Map(frequencies.map(({ code, label }) => [code, read(label)]));
  const nameOf = (at: number) => picture.nodes[at]?.name ?? "";
  const rows = picture.graph.contacts.map((contact) => {
    const { a, b, forth, back } = contact;
    const by = forth && back ? t.both : forth ? t.onlyFirst : t.onlySecond;
    const steps = [forth, back].map((report) => often.get(report?.frequency ?? "") ?? "–");
    return { key: `${a} ${b}`, heads: [nameOf(a), nameOf(b)], cells: [by, ...(often.size > 0 ? steps : [])] };
  });
  return (
    <section className="card figure" aria-labelledby="network-contacts">
      <h2 className="figure__title" id="network-contacts">
        {t.title}
      </h2>
      <FigureTable
        toggle={t.title}
        caption={t.caption}
        table={{
          heads: [t.heads.a, t.heads.b, t.heads.by, ...(often.size > 0 ? [t.heads.first, t.heads.second] : [])],
          rows,
        }}
      />
    </section>
  );
}
