import type { Breakdown, ReportItem } from "../../domain/figures.ts";
import { formatCount, quote } from "../../format.ts";
import { chartTexts } from "../charts/chart-texts.ts";
import { ColourKey } from "../charts/colour-key.tsx";
import { groupsOf, sharesOf, totalOf, validCodes } from "../charts/figure-model.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { scalePaint } from "../charts/palette.ts";
import { tableFor } from "../charts/table-model.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { countedCodes, type MirrorRow } from "./compare.ts";
import { anchorOf, panelOf } from "./mirror-model.ts";
import { OwnAnswer, SameSentence } from "./own-answer.tsx";
import { ShareStrip } from "./share-strip.tsx";

export type RowsProps = { rows: MirrorRow[]; title: string; breakdown: Breakdown | null; lastWave: string | null };

/** Items of one ordered scale: the own answer on the bar of everybody, and on that of the own group. */
export function ScaleRows({ rows, title, breakdown, lastWave }: RowsProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const charts = chartTexts(locale);
  const read = useReader();
  const items = rows.flatMap(({ item }) => item ?? []);
  const [first] = items;
  if (!first) return null;
  const codes = validCodes(first);
  const shown = breakdown && !items.every(({ withheld }) => withheld) ? breakdown : null;
  const entries = codes.map(({ label }, index) => ({
    label: read(label),
    fill: scalePaint(index, codes.length, first.polarity).fill,
  }));
  return (
    <>
      <ColourKey entries={entries} />
      <ul className="plain-list mirror-rows">
        {rows.map((row) => (
          <li className="mirror-row" key={row.line.item} id={anchorOf(row.line.item)} tabIndex={-1}>
            <div>
              {row.line.label ? <p className="mirror-row__label">{read(row.line.label)}</p> : null}
              <OwnAnswer row={row} lastWave={lastWave} />
              <SameSentence row={row} breakdown={breakdown} />
            </div>
            {row.item ? <Strips row={row} item={row.item} breakdown={breakdown} /> : null}
          </li>
        ))}
      </ul>
      <FigureTable
        toggle={charts.table}
        caption={t.tableOf(quote(title, locale))}
        table={tableFor(panelOf(items), shown, locale)}
      />
    </>
  );
}

function Strips({ row, item, breakdown }: { row: MirrorRow; item: ReportItem; breakdown: Breakdown | null }) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const charts = chartTexts(locale);
  const read = useReader();
  const [own] = countedCodes(item, row.line);
  const groups = breakdown && !item.withheld ? groupsOf(item, breakdown) : [];
  const total = totalOf(item);
  const strips = [
    ...(total ? [{ key: "total", name: t.everybody, figures: total }] : []),
    ...groups.flatMap(({ group, figures }) => (figures ? [{ key: group.code, name: read(group.label), figures }] : [])),
  ];
  return (
    <div className="mirror-row__strips">
      {strips.map(({ key, name, figures }) => (
        <div key={key}>
          {breakdown ? (
            <p className="mirror-strip__name">
              {name} · {charts.n(formatCount(figures.base, locale))}
            </p>
          ) : null}
          <ShareStrip shares={sharesOf(item, figures)} polarity={item.polarity} own={own} />
        </div>
      ))}
    </div>
  );
}
