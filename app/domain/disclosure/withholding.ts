import { type Composition, type DisclosureRule, satisfies } from "./rule.ts";

/** The breakdown that holds everybody, and its only group. */
export const TOTAL = "total";
export const ALL = "all";

/**
 * The breakdown of those who answered in the wave before as well, and its groups: their answers of this wave, and of that
 * one. They are no partition: each is one group beside the total of its own wave.
 */
export const PANEL = "panel";
export const NOW = "now";
export const BEFORE = "before";

/** Who gave valid answers to one item, by breakdown and group. Groups in which nobody did must be there too. */
export type ItemBases = ReadonlyMap<string, readonly Composition[]>;

/**
 * Breakdowns that may not be shown for an item. One group that fails takes its whole breakdown along: the others would
 * give it away by subtraction from the total. Where the total fails, everything is withheld.
 */
export function withheldBreakdowns(bases: ItemBases, rule: DisclosureRule): string[] {
  const sound = (breakdown: string) => bases.get(breakdown)?.every((base) => satisfies(rule, base)) ?? false;
  const all = [...bases.keys()];
  return sound(TOTAL) ? all.filter((breakdown) => !sound(breakdown)) : all;
}
