import type { BaseCount, Blank, CodeRow, ListedCode, ValueRow } from "#db/queries/statistics.server.ts";
import type { ReleaseFigureTable, ReleaseGroupTable, ReleaseItemTable } from "#db/tables/release.ts";
import type { Item, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import type { Respondent } from "../disclosure/groups.ts";
import { GROUP, protectedCount, RESPONDENTS } from "../disclosure/protect.ts";
import { recordKey } from "../disclosure/record-keys.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { ALL, TOTAL } from "../disclosure/withholding.ts";
import { countBands } from "./bands.ts";
import type { ReleaseGroup } from "./breakdowns.ts";
import { type GroupCount, protectFigure } from "./protection.ts";
import { describeValues, NO_STATISTICS, type Statistics } from "./statistics.ts";
import { keyOf, withholding } from "./withheld-items.ts";

/** What was counted; `blanks` are the respondents without a valid answer to an item. */
export type Counted = { bases: BaseCount[]; codes: CodeRow[]; values: ValueRow[]; blanks: Blank[] };
export type FrozenGroup = Omit<ReleaseGroupTable, "release_id">;
export type FrozenItem = Omit<ReleaseItemTable, "release_id">;
export type FrozenFigure = Omit<ReleaseFigureTable, "release_id">;

/**
 * An item with what its definition says about its release; `unlisted` is what its unlisted answers are called. Numbers may
 * have `bands`: the limits between them, with the bands themselves as codes.
 */
export type ReleasedItem = Item & { polarity: Polarity; unlisted?: Text; bands?: readonly number[] };

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

/** The key of the round, and who answered: what protection needs beside the counts. Never written to a release. */
export type Secret = { key: Uint8Array; respondents: readonly Respondent[] };

/** The parts of a release as they are written. */
export type Frozen = { groups: FrozenGroup[]; items: FrozenItem[]; figures: FrozenFigure[] };

/**
 * What a release shows: groups with their sizes, every item with the breakdowns withheld for it, and the figures of all
 * others. An item whose total fails the rule stands there without figures. Breakdowns are withheld by who answered and never
 * by what; within them every count is protected, totals as the rule says. `onItem` is told how many items are done.
 */
export function freeze(
  items: readonly ReleasedItem[],
  groups: readonly ReleaseGroup[],
  counted: Counted,
  rule: DisclosureRule,
  unlisted: Unlisted,
  secret: Secret,
  onItem: (done: number) => void = () => {},
): Frozen {
  const bases = new Map(counted.bases.map((row) => [keyOf(row), row]));
  const codes = Map.groupBy(counted.codes, keyOf);
  const values = Map.groupBy(counted.values, keyOf);
  const withheldFor = withholding(groups, counted, rule, secret.respondents);
  const records = recordSums(groups, secret);
  const frozen: Frozen = { groups: frozenGroups(groups, records, rule, secret.key), items: [], figures: [] };

  for (const [position, item] of items.entries()) {
    onItem(position);
    const place = (group: ReleaseGroup) => ({ item: item.key, breakdown: group.breakdown, group: group.group_code });
    const withheld = withheldFor(item.key);
    const order = [...item.codes.map(({ code }) => code), unlisted.code];
    const everybody = keyOf({ item: item.key, breakdown: TOTAL, group: ALL });
    const rowsOf = (key: string): CodeRow[] =>
      item.bands ? countBands(values.get(key) ?? [], item.bands) : (codes.get(key) ?? []);
    const possible = possibleCodes(item, rowsOf(everybody), rule);
    const isLeftOut = rule.totals === "protected" || (bases.get(everybody)?.answered ?? 0) < secret.respondents.length;
    let hasUnlisted = false;
    for (const group of groups) {
      if (withheld.includes(group.breakdown)) continue;
      const key = keyOf(place(group));
      const base = bases.get(key) ?? NOBODY;
      const rows = sortCounts(rowsOf(key), order);
      const isExact = group.breakdown === TOTAL && rule.totals === "exact";
      const answered = BigInt(base.answeredRecords);
      const blank = { n: group.n - base.answered, records: (records.get(group) ?? 0n) - answered };
      const figure = isExact
        ? {
            base: base.base,
            unanswered: blank.n,
            respondents: item.repeated ? base.respondents : null,
            ...exactStatistics(item, base.respondents, values.get(key) ?? [], rule),
            counts: rows.map(({ code, rank, n }) => ({ code, rank, n })),
          }
        : protectFigure(item, countOf(group, base, blank, rows), isMeasured(item), rule, secret.key);
      hasUnlisted ||= figure.counts.some(({ code }) => code === unlisted.code);
      frozen.figures.push({ item: item.key, breakdown: group.breakdown, group_code: group.group_code, ...figure });
    }
    function countOf(
      group: ReleaseGroup,
      base: GroupCount["base"],
      blank: { n: number; records: bigint },
      rows: CodeRow[],
    ) {
      const place = `${group.breakdown}/${group.group_code}`;
      const own = new Map(rows.map((row) => [`${row.rank}\0${row.code}`, row]));
      const all = possible.map((one) => own.get(`${one.rank}\0${one.code}`) ?? one);
      return { place, base, unanswered: { ...blank, isPossible: isLeftOut }, codes: sortCounts(all, order) };
    }
    const { key, question, scale, title, label, polarity } = item;
    const shown = hasUnlisted ? [...item.codes, { ...unlisted, label: item.unlisted ?? unlisted.label }] : item.codes;
    frozen.items.push({ item: key, position, question, scale, title, label, codes: shown, withheld, polarity });
  }
  return frozen;
}

/**
 * The codes (of rankings: at each position) of an item that may have been given in a group, as if nobody had: those of the
 * total where it is exact, since what is 0 there is 0 everywhere; else all that the item lists too.
 */
export function possibleCodes(item: ReleasedItem, total: readonly CodeRow[], rule: DisclosureRule): CodeRow[] {
  const given = total.map((row): CodeRow => ({ ...row, n: 0, records: "0" }));
  const isKnown = rule.totals === "exact" || rule.zeros === "kept" || !(isCoded(item) || item.bands);
  const listed = isKnown ? [] : item.codes.filter(({ code }) => !given.some((row) => row.code === code));
  const nobody = { item: item.key, breakdown: TOTAL, group: ALL, rank: null, n: 0, records: "0" };
  return [...given, ...listed.map(({ code }) => ({ ...nobody, code }))];
}

export const NOBODY = { answered: 0, base: 0, respondents: 0, records: "0", answeredRecords: "0" };

/** The sum of the record keys of everybody in a group. */
function recordSums(groups: readonly ReleaseGroup[], { key, respondents }: Secret): Map<ReleaseGroup, bigint> {
  const keys = new Map(respondents.map(({ id }) => [id, recordKey(key, id)]));
  return new Map(groups.map((group) => [group, group.ids.reduce((sum, id) => sum + BigInt(keys.get(id) ?? 0), 0n)]));
}

/** Groups with their sizes as they are shown. How many answered altogether is no secret: it is said of every round. */
function frozenGroups(
  groups: readonly ReleaseGroup[],
  records: ReadonlyMap<ReleaseGroup, bigint>,
  rule: DisclosureRule,
  key: Uint8Array,
): FrozenGroup[] {
  const place = { item: GROUP, code: RESPONDENTS, rank: null };
  return groups.map((group) => {
    const { ids: _, n, ...rest } = group;
    return {
      ...rest,
      n: group.breakdown === TOTAL ? n : protectedCount(n, place, records.get(group) ?? 0n, key, rule),
    };
  });
}

/** Statistics that the counts give anyway, wherever the counts are shown; all others where there are enough answers. */
function exactStatistics(
  item: Item,
  respondents: number,
  values: readonly ValueRow[],
  rule: DisclosureRule,
): Statistics {
  if (!isMeasured(item)) return NO_STATISTICS;
  return item.scale === "ordinal" || respondents >= rule.exactFrom ? describeValues(values) : NO_STATISTICS;
}

/** In the order of the questionnaire, so that equal counts are equal texts. */
export function sortCounts(rows: readonly CodeRow[], order: readonly string[]): CodeRow[] {
  return rows.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || (a.rank ?? 0) - (b.rank ?? 0));
}
