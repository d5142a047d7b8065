import type { NodeAttribute } from "#db/tables/network.ts";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { formatCount } from "../../format.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { isClosest } from "./closest.ts";
import { groupsOf } from "./node-groups.ts";

/** A table of more rows and columns would be slower to load than the list is to read. */
const MOST = 150;

type NetworkMatrixProps = {
  title: string;
  /** what the chosen contacts leave out */
  note: string | null;
  picture: NetworkPicture;
  attribute: NodeAttribute;
};

/** Who names whom, row by column. Columns have the number of their row; each cell says which of the two names the other. */
export function NetworkMatrix({ title, note, picture, attribute }: NetworkMatrixProps) {
  const t = useTexts().network;
  const locale = useLocale();
  const read = useReader();
  const count = (n: number) => formatCount(n, locale);
  const groups = groupsOf(attribute, picture.nodes, { read, unknown: t.map.unknown }).map(({ code }) => code);
  const place = (at: number) => groups.indexOf(picture.nodes[at]?.attributes[attribute.code]);
  const order = picture.nodes.map((_, at) => at).sort((a, b) => place(a) - place(b) || a - b);
  const signs = new Map<string, string>();
  for (const contact of picture.graph.contacts) {
    const { a, b, forth, back } = contact;
    const both = forth && back ? (isClosest(contact) ? "==" : "=") : null;
    signs.set(`${a} ${b}`, both ?? (forth ? ">" : "<"));
    signs.set(`${b} ${a}`, both ?? (forth ? "<" : ">"));
  }
  return (
    <section className="card figure" aria-labelledby="network-matrix">
      <h2 className="figure__title" id="network-matrix">
        {title}
      </h2>
      <p className="figure__base">
        {note} {t.matrix.caption(read(attribute.label))}{" "}
        {picture.graph.contacts.some(isClosest) ? t.matrix.closest : null}
      </p>
      {order.length > MOST ? (
        <p className="figure__withheld">{t.matrix.large(count(MOST))}</p>
      ) : (
        <TableScroll label={t.matrix.region} tall>
          <table className="data matrix">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t.matrix.corner}</th>
                {order.map((at, nr) => (
                  <th
                    key={picture.nodes[at]?.id}
                    scope="col"
                    abbr={picture.nodes[at]?.name}
                    title={picture.nodes[at]?.name}
                  >
                    {count(nr + 1)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {order.map((row, nr) => (
                <tr key={picture.nodes[row]?.id}>
                  <th scope="row">
                    {count(nr + 1)}. {picture.nodes[row]?.name}
                  </th>
                  {order.map((column) => (
                    <td
                      key={picture.nodes[column]?.id}
                      className={cellClass(row === column, signs.get(`${row} ${column}`))}
                    >
                      {signs.get(`${row} ${column}`)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

/** Both sides stand out before one; the sign says the same. */
function cellClass(isSelf: boolean, sign: string | undefined): string | undefined {
  if (isSelf) return "matrix__self";
  if (!sign) return undefined;
  if (sign === "==") return "matrix__both matrix__closest";
  return sign === "=" ? "matrix__both" : "matrix__one";
}
