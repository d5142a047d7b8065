import type { BaseCount, CodeRow, ListedCode, ValueRow } from "#db/queries/statistics.server.ts";
import type { CodeCount } from "#db/tables/figures.ts";
import type { ReleaseFigureTable, ReleaseItemTable } from "#db/tables/release.ts";
import type { Item, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import type { Composition, DisclosureRule } from "../disclosure/rule.ts";
import { ALL, TOTAL, withheldBreakdowns } from "../disclosure/withholding.ts";
import type { ReleaseGroup } from "./breakdowns.ts";
import { describeValues, NO_STATISTICS, type Statistics } from "./statistics.ts";

export type Counted = { bases: BaseCount[]; codes: CodeRow[]; values: ValueRow[] };
export type FrozenItem = Omit<ReleaseItemTable, "release_id">;
export type FrozenFigure = Omit<ReleaseFigureTable, "release_id">;

/** An item with what its definition says about its release; `unlisted` is what its unlisted answers are called. */
export type ReleasedItem = Item & { polarity: Polarity; unlisted?: Text };

/** The code under which unlisted answers are counted, with its label; added only to items that have some. */
export type Unlisted = { code: string; label: Text };

/** Items whose answers are counted by code, and those that are counted by position too. Texts and files are only counted. */
export const isCoded = ({ scale }: Item): boolean => scale === "choice" || scale === "multiple" || scale === "ordinal";
export const isRanked = ({ scale }: Item): boolean => scale === "rank";

/** Items with statistics: numbers, and ordered scales on which every valid code is a number. */
export const isMeasured = ({ scale, codes }: Item): boolean =>
  scale === "number" ||
  (scale === "ordinal" && codes.length > 0 && codes.every((code) => code.missing || code.number !== undefined));

export const listedCodes = (items: readonly Item[]): ListedCode[] =>
  items.flatMap((item) => item.codes.map(({ code, missing }) => ({ item: item.key, code, missing: missing === true })));

/**
 * What a release shows: every item with the breakdowns withheld for it, and the figures of all others. An item whose total
 * fails the rule stands there without figures.
 */
export function freeze(
  items: readonly ReleasedItem[],
  groups: readonly ReleaseGroup[],
  counted: Counted,
  rule: DisclosureRule,
  unlisted: Unlisted,
): { items: FrozenItem[]; figures: FrozenFigure[] } {
  const bases = new Map(counted.bases.map((row) => [keyOf(row), row]));
  const codes = Map.groupBy(counted.codes, keyOf);
  const values = Map.groupBy(counted.values, keyOf);
  const frozen: { items: FrozenItem[]; figures: FrozenFigure[] } = { items: [], figures: [] };

  for (const [position, item] of items.entries()) {
    const place = (group: ReleaseGroup) => ({ item: item.key, breakdown: group.breakdown, group: group.group_code });
    const compositions = Map.groupBy(groups, (group) => group.breakdown);
    const withheld = withheldBreakdowns(
      new Map(
        [...compositions].map(([code, list]) => [code, list.map((one) => compositionOf(bases.get(keyOf(place(one)))))]),
      ),
      rule,
    );
    const order = [...item.codes.map(({ code }) => code), unlisted.code];
    let hasUnlisted = false;
    for (const group of groups) {
      if (withheld.includes(group.breakdown)) continue;
      const key = keyOf(place(group));
      const { answered = 0, base = 0, respondents = 0 } = bases.get(key) ?? {};
      const counts = sortCounts(codes.get(key) ?? [], order);
      hasUnlisted ||= counts.some(({ code }) => code === unlisted.code);
      frozen.figures.push({
        item: item.key,
        breakdown: group.breakdown,
        group_code: group.group_code,
        base,
        unanswered: group.n - answered,
        respondents: item.repeated ? respondents : null,
        ...statisticsOf(item, group, respondents, values.get(key) ?? [], rule),
        counts,
      });
    }
    const { key, question, scale, title, label, polarity } = item;
    const shown = hasUnlisted ? [...item.codes, { ...unlisted, label: item.unlisted ?? unlisted.label }] : item.codes;
    frozen.items.push({ item: key, position, question, scale, title, label, codes: shown, withheld, polarity });
  }
  return frozen;
}

/** Statistics that the counts give anyway, wherever the counts are shown; all others for large totals only. */
function statisticsOf(
  item: Item,
  group: ReleaseGroup,
  respondents: number,
  values: readonly ValueRow[],
  rule: DisclosureRule,
): Statistics {
  if (!isMeasured(item)) return NO_STATISTICS;
  const exact = group.breakdown === TOTAL && group.group_code === ALL && respondents >= rule.exactFrom;
  return item.scale === "ordinal" || exact ? describeValues(values) : NO_STATISTICS;
}

const keyOf = ({ item, breakdown, group }: { item: string; breakdown: string; group: string }): string =>
  JSON.stringify([item, breakdown, group]);

/**
 * Of respondents. Where entries are counted, the largest organisation weighs by its respondents or by its share of the
 * entries, whichever is more: ten entries of one project among fifteen would be its portrait.
 */
function compositionOf(row: BaseCount | undefined): Composition {
  if (!row) return { n: 0, organisations: 0, largest: 0, second: 0 };
  const { respondents: n, organisations, second, base, largestEntries } = row;
  const byEntries = base > 0 ? (n * largestEntries) / base : 0;
  return { n, organisations, largest: Math.max(row.largest, byEntries), second };
}

/** In the order of the questionnaire, so that equal counts are equal texts. */
function sortCounts(rows: readonly CodeRow[], order: readonly string[]): CodeCount[] {
  return rows
    .map(({ code, rank, n }) => ({ code, rank, n }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || (a.rank ?? 0) - (b.rank ?? 0));
}
