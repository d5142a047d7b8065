import type { CodeRow, ValueRow } from "#db/queries/statistics.server.ts";
import type { Code } from "#surveys/model.ts";
import { formatQuantity } from "../../format.ts";
import { textsOf } from "../../locales/index.ts";
import { inBoth } from "./breakdowns.ts";

/**
 * Bands of numbers, given by the limits between them in rising order: below the first, from each to below the next, and from
 * the last upwards. Every number lies in exactly one.
 */
type Limits = readonly number[];

/** The bands as codes, like those of the register: `u2`, `2_u5`, `ab5`. */
export function bandCodes(limits: Limits): Code[] {
  return [undefined, ...limits].map((from, i) => {
    const to = limits[i];
    return {
      code: codeOf(from, to),
      label: inBoth((locale) => {
        const t = textsOf(locale).attributes.bands;
        const shown = (limit: number) => formatQuantity(limit, locale);
        if (from === undefined) return t.below(shown(to as number));
        return to === undefined ? t.from(shown(from)) : t.between(shown(from), shown(to));
      }),
    };
  });
}

/** The code of the band in which a number lies. */
export function bandOf(value: number, limits: Limits): string {
  const at = limits.findIndex((limit) => value < limit);
  return at < 0 ? codeOf(limits.at(-1), undefined) : codeOf(limits[at - 1], limits[at]);
}

function codeOf(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `u${to}`;
  return to === undefined ? `ab${from}` : `${from}_u${to}`;
}

/** What was counted by number, counted by band: of one item in one group. */
export function countBands(rows: readonly ValueRow[], limits: Limits): CodeRow[] {
  return [...Map.groupBy(rows, ({ value }) => bandOf(value, limits))].flatMap(([code, own]) => {
    const [first] = own;
    if (!first) return [];
    const { item, breakdown, group } = first;
    const n = own.reduce((sum, row) => sum + row.n, 0);
    const records = own.reduce((sum, row) => sum + BigInt(row.records), 0n).toString();
    return [{ item, breakdown, group, code, rank: null, n, records }];
  });
}
