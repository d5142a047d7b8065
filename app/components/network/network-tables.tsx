import type { NodeAttribute } from "#db/tables/network.ts";
import type { Code } from "#surveys/model.ts";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { formatCount, formatList, formatNumber } from "../../format.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { isClosest } from "./closest.ts";

type ProjectsTableProps = { title: string; picture: NetworkPicture; attribute: NodeAttribute };

/** Every project on the map with what its contacts say, those with most contacts first: the map as a table. */
export function ProjectsTable({ title, picture, attribute }: ProjectsTableProps) {
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
        {title}
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

type ContactsTableProps = {
  title: string;
  picture: NetworkPicture;
  frequencies: readonly Code[];
  kinds: readonly Code[];
};

/** Every contact: who names it, how often each side says there is contact, what it is about; closed at first. */
export function ContactsTable({ title, picture, frequencies, kinds }: ContactsTableProps) {
  const t = useTexts().network.contacts;
  const locale = useLocale();
  const read = useReader();
  const often = new Map(frequencies.map(({ code, label }) => [code, read(label)]));
  const knowsClosest = picture.graph.contacts.some(({ forth, back }) => (forth ?? back)?.closest != null);
  const namesOf = (codes: readonly Code[]) =>
    formatList(
      codes.map(({ label }) => read(label)),
      locale,
    );
  const nameOf = (at: number) => picture.nodes[at]?.name ?? "";
  const rows = picture.graph.contacts.map((contact) => {
    const { a, b, forth, back } = contact;
    const by = forth && back ? t.both : forth ? t.onlyFirst : t.onlySecond;
    const steps = [forth, back].map((report) => often.get(report?.frequency ?? "") ?? "–");
    const about = kinds.filter(({ code }) => [forth, back].some((report) => report?.kinds.includes(code)));
    const cells = [
      ...[by, ...(often.size > 0 ? steps : [])],
      ...(kinds.length > 0 ? [namesOf(about) || "–"] : []),
      ...(knowsClosest ? [isClosest(contact) ? t.yes : "–"] : []),
    ];
    return { key: `${a} ${b}`, heads: [nameOf(a), nameOf(b)], cells };
  });
  return (
    <section className="card figure" aria-labelledby="network-contacts">
      <h2 className="figure__title" id="network-contacts">
        {title}
      </h2>
      <FigureTable
        toggle={title}
        caption={t.caption}
        table={{
          heads: [
            ...[t.heads.a, t.heads.b, t.heads.by],
            ...(often.size > 0 ? [t.heads.first, t.heads.second] : []),
            ...(kinds.length > 0 ? [t.heads.about] : []),
            ...(knowsClosest ? [t.heads.closest] : []),
          ],
          rows,
        }}
      />
    </section>
  );
}
