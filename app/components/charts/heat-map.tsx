import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { ChartPlaceContext } from "./chart-place.ts";
import type { HeatModel } from "./heat-model.ts";
import { type PictureWords, SaveChart } from "./save-chart.tsx";

type HeatMapProps = {
  heat: HeatModel;
  caption: string;
  corner: string;
  withheldCell: string;
  emptyCell: string;
  note?: string;
  /** what a saved picture says above the table */
  picture: PictureWords;
  /** what stands at the head of a row instead of its bare name */
  rowHead?: (row: HeatModel["rows"][number]) => ReactNode;
};

/** Rows × groups as a table: the value stands in every cell, the colour only helps to find it. */
export function HeatMap({ heat, caption, corner, withheldCell, emptyCell, note, picture, rowHead }: HeatMapProps) {
  const box = useRef<HTMLElement>(null);
  const { source } = useContext(ChartPlaceContext);
  const [canSave, setCanSave] = useState(false);
  useEffect(() => setCanSave(true), []);
  return (
    <div className="heat">
      <p className="muted">{heat.key}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section className="heat__scroll" aria-label={caption} tabIndex={0} ref={box}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {heat.columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                  {column.n ? <span className="heat__n">{column.n}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{rowHead ? rowHead(row) : row.label}</th>
                {row.cells.map((cell, index) => {
                  const key = heat.columns[index]?.key;
                  if (cell === null || cell === "empty") {
                    return (
                      <td key={key} className="heat__cell heat__cell--none">
                        {cell === null ? withheldCell : emptyCell}
                      </td>
                    );
                  }
                  return (
                    <td
                      key={key}
                      className={cell.step ? `heat__cell heat__cell--${heat.scale}-${cell.step}` : "heat__cell"}
                    >
                      {cell.text}
                      {cell.detail ? <span className="heat__detail">{cell.detail}</span> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note ? <p className="muted">{note}</p> : null}
      {canSave && source ? <SaveChart box={box} picture={picture} source={source} /> : null}
    </div>
  );
}
