import type { Text } from "#surveys/model.ts";
import { isCodedKey } from "../coding/coded-key.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import type { Breakdown, ItemFigures, ReportBlock, ReportItem } from "../figures.ts";
import { deriveFigure, type Sampling } from "./derived.ts";
import { lasting } from "./packed.ts";

/** A block with the labels of those of its items whose total may not be shown. */
export type ReleaseBlock = ReportBlock & { hidden: Text[] };

/** An item as a release holds it. */
export type ItemRow = Omit<ReportItem, "key" | "figures" | "withheld" | "coded" | "quotes"> & {
  item: string;
  withheld: string[];
};

/** A quote as a release holds it. */
export type QuoteRow = { item: string; text: string };

/** Figures as a release holds them. */
export type FigureRow = Omit<ItemFigures, "group" | "derived"> & { item: string; group_code: string };

/** Items by question, in the order of the questionnaire; the total's figures first, then the groups in their order. */
export function blocksOf(
  items: readonly ItemRow[],
  figures: readonly FigureRow[],
  chosen: Breakdown | null,
  sampling: Sampling,
  quotes: readonly QuoteRow[] = [],
): ReleaseBlock[] {
  const quotesBy = Map.groupBy(quotes, (row) => row.item);
  const byItem = Map.groupBy(figures, (row) => row.item);
  const order = chosen?.groups.map(({ code }) => code) ?? [];
  return [...Map.groupBy(items, (item) => item.question)].map(([question, rows]) => {
    const block: ReleaseBlock = { question, title: rows[0]?.title ?? { de: question }, items: [], hidden: [] };
    for (const row of rows) {
      if (row.withheld.includes(TOTAL)) {
        block.hidden.push(row.label);
        continue;
      }
      const { item: key, withheld, scale, title, label, codes, polarity } = row;
      const shown: ReportItem = {
        ...{ key, question, scale, title, label, codes, polarity, coded: isCodedKey(key) },
        quotes: (quotesBy.get(key) ?? []).map(({ text }) => text),
        figures: figuresOf(row, byItem.get(key) ?? [], order, sampling),
        withheld: chosen !== null && withheld.includes(chosen.code),
      };
      block.items.push(lasting(shown));
    }
    return block;
  });
}

function figuresOf(
  item: ItemRow,
  rows: readonly FigureRow[],
  order: readonly string[],
  sampling: Sampling,
): ItemFigures[] {
  return rows
    .toSorted((a, b) => order.indexOf(a.group_code) - order.indexOf(b.group_code))
    .map((row) => {
      const { breakdown, group_code: group, base, respondents, unanswered, counts, mean, sd, q1, median, q3 } = row;
      const derived = deriveFigure(item, row, sampling);
      return { breakdown, group, base, respondents, unanswered, counts, mean, sd, q1, median, q3, derived };
    });
}
