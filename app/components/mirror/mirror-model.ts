import { countsEntries, isOnlyCounted, type Panel, totalOf, validCodes } from "../charts/figure-model.ts";
import type { MirrorRow } from "./compare.ts";

/**
 * How an answer is shown beside the network's: as a mark on an ordered scale, by code, by place, by quartiles, or alone,
 * because texts and names are not compared, too few answered, or the question is not released.
 */
export type RowKind = "scale" | "codes" | "places" | "spread" | "text" | "names" | "hidden" | "unreleased";

function kindOf({ item, isHidden }: MirrorRow): RowKind {
  if (!item) return isHidden ? "hidden" : "unreleased";
  if (item.scale === "text" || item.scale === "date" || item.scale === "file") return "text";
  if (isOnlyCounted(panelOf([item]))) return "names";
  if ((totalOf(item)?.base ?? 0) === 0) return "hidden";
  if (item.scale === "rank") return "places";
  if (item.scale === "ordinal" && !countsEntries(item)) return "scale";
  return item.scale === "number" && validCodes(item).length === 0 ? "spread" : "codes";
}

/** Rows that are shown together: those that share one ordered scale, else one alone. */
export type RowGroup = { kind: RowKind; rows: MirrorRow[] };

export function groupRows(rows: readonly MirrorRow[]): RowGroup[] {
  const groups: (RowGroup & { sign: string })[] = [];
  for (const row of rows) {
    const kind = kindOf(row);
    const sign = kind === "scale" && row.item ? JSON.stringify([row.item.polarity, codesOf(row)]) : row.line.item;
    const last = groups.at(-1);
    if (last?.sign === sign) last.rows.push(row);
    else groups.push({ kind, sign, rows: [row] });
  }
  return groups;
}

const codesOf = ({ item }: MirrorRow) => (item ? validCodes(item).map(({ code, label }) => [code, label.de]) : []);

/** Items as the charts and tables of a release take them. */
export function panelOf(items: Panel["items"]): Panel {
  const [first] = items;
  if (!first) throw new Error("a panel without items");
  return { key: first.key, scale: first.scale, polarity: first.polarity, items, opposed: false };
}

/** The address of a row within its page. */
export function anchorOf(item: string): string {
  return `merkmal-${item.replaceAll(/[^\w-]/g, "-")}`;
}
