import type { BaseCount, Blank } from "#db/queries/statistics.server.ts";
import { allowedBreakdowns } from "../disclosure/choose.ts";
import type { Respondent } from "../disclosure/groups.ts";
import type { Composition, DisclosureRule } from "../disclosure/rule.ts";
import { TOTAL, withheldBreakdowns } from "../disclosure/withholding.ts";
import type { ReleaseGroup } from "./breakdowns.ts";

/** One text per place of a figure. No name holds a zero byte: PostgreSQL would not take it. */
export const keyOf = ({ item, breakdown, group }: { item: string; breakdown: string; group: string }): string =>
  `${item}\0${breakdown}\0${group}`;

/**
 * Which breakdowns are withheld for an item: those with a group that fails the rule among the valid answers, and those that
 * the gate refuses beside the others. Items that the same people left out share one answer.
 */
export function withholding(
  groups: readonly ReleaseGroup[],
  counted: { bases: readonly BaseCount[]; blanks: readonly Blank[] },
  rule: DisclosureRule,
  respondents: readonly Respondent[],
): (item: string) => string[] {
  const bases = new Map(counted.bases.map((row) => [keyOf(row), row]));
  const blanks = Map.groupBy(counted.blanks, ({ item }) => item);
  const breakdowns = Map.groupBy(groups, (group) => group.breakdown);
  const known = new Map<string, string[]>();

  return (item) => {
    const compositions = [...breakdowns].map(([code, list]): [string, Composition[]] => [
      code,
      list.map((one) => compositionOf(bases.get(keyOf({ item, breakdown: code, group: one.group_code })))),
    ]);
    const failing = withheldBreakdowns(new Map(compositions), rule);
    if (failing.includes(TOTAL)) return failing;
    const sound = [...breakdowns.keys()].filter((code) => code !== TOTAL && !failing.includes(code));
    const blank = new Set((blanks.get(item) ?? []).map(({ responseId }) => responseId));
    const asked = JSON.stringify([sound, [...blank].sort()]);
    const allowed = known.get(asked) ?? decide(sound, blank);
    known.set(asked, allowed);
    return [...breakdowns.keys()].filter((code) => code !== TOTAL && !allowed.includes(code));
  };

  function decide(sound: readonly string[], blank: ReadonlySet<string>): string[] {
    const valid = (ids: readonly string[]) => ids.filter((id) => !blank.has(id));
    const offered = sound.map((code): [string, string[][]] => [
      code,
      (breakdowns.get(code) ?? []).map((group) => valid(group.ids)),
    ]);
    const answering = respondents.filter(({ id }) => !blank.has(id));
    return allowedBreakdowns(new Map(offered), answering, rule);
  }
}

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
