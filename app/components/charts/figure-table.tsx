import type { ReactNode } from "react";
import { TableScroll } from "../table/table-scroll.tsx";
import type { TableModel } from "./table-model.ts";

type FigureTableProps = {
  table: TableModel;
  caption: string;
  toggle: string;
  printed?: boolean;
  /** what can be done about a row, by its key, in a last column that paper leaves out */
  doing?: Doing | undefined;
};
type Doing = { head: string; of: (key: string) => ReactNode };

/**
 * The table twin of a chart, closed at first; `printed` always open. It comes from the server and works without
 * JavaScript.
 */
export function FigureTable({ table, caption, toggle, printed = false, doing }: FigureTableProps) {
  const whole = (
    <TableScroll label={caption} tall={!printed}>
      <Figures table={table} caption={caption} doing={doing} />
    </TableScroll>
  );
  if (printed) return <div className="figure__table">{whole}</div>;
  return (
    <details className="figure__table">
      <summary>
        {toggle}
        <span className="visually-hidden">: {caption}</span>
      </summary>
      {whole}
    </details>
  );
}

function Figures({ table, caption, doing }: Pick<FigureTableProps, "table" | "caption" | "doing">) {
  const rowHeads = table.rows[0]?.heads.length ?? 1;
  return (
    <table className="data data--close">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {table.heads.map((head, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two answers may carry the same name
            <th key={index} scope="col" className={index < rowHeads ? undefined : "number"}>
              {head}
            </th>
          ))}
          {doing ? (
            <th scope="col" className="no-print">
              {doing.head}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            {row.heads.map((head, index) => (
              <th key={table.heads[index]} scope="row">
                {head}
              </th>
            ))}
            {row.cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the column is the identity
              <td key={index} className="number">
                {cell}
              </td>
            ))}
            {doing ? <td className="no-print">{doing.of(row.key)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
