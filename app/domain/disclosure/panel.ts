import { findExposedSet } from "./gate.ts";
import type { Respondent } from "./groups.ts";
import { compositionOf, type DisclosureRule, satisfies } from "./rule.ts";

/** One wave, of one item or of everything: who stands behind its total, and the groups that are published beside it. */
export type PanelSide = { answering: readonly Respondent[]; groups: readonly (readonly string[])[] };

/** The same projects, by their responses in either wave. */
export type Panel = { now: string[]; before: string[] };

/**
 * Who is among those answering in both waves, or undefined where it may not be shown: those who stayed, those who joined and
 * those who left must each satisfy the rule, and in neither wave may a combination of the groups give a set away that does
 * not. What is published already has precedence. Answers of different waves cannot be added up to those of somebody, so
 * that each wave is asked by itself. `partners`: the response in the wave before by that in this one; `least`: the rule for
 * the three sets, where it is another one than that of the gate.
 */
export function formPanel(
  now: PanelSide,
  before: PanelSide,
  partners: ReadonlyMap<string, string>,
  rule: DisclosureRule,
  least: DisclosureRule = rule,
): Panel | undefined {
  const there = new Set(before.answering.map(({ id }) => id));
  const stayed = now.answering.flatMap(({ id }) => {
    const other = partners.get(id);
    return other !== undefined && there.has(other) ? { now: id, before: other } : [];
  });
  const panel = { now: stayed.map((one) => one.now), before: stayed.map((one) => one.before) };
  return isSafe(now, panel.now, rule, least) && isSafe(before, panel.before, rule, least) ? panel : undefined;
}

function isSafe({ answering, groups }: PanelSide, ids: readonly string[], rule: DisclosureRule, least: DisclosureRule) {
  const inside = new Set(ids);
  const isSound = (list: readonly Respondent[]) =>
    satisfies(least, compositionOf(list.map(({ organisation }) => organisation)));
  if (!isSound(answering.filter(({ id }) => inside.has(id)))) return false;
  if (rule.subtraction === "allowed") return true;
  const total = answering.map(({ id }) => id);
  return (
    isSound(answering.filter(({ id }) => !inside.has(id))) &&
    findExposedSet([total, ...groups, ids], answering, rule) === undefined
  );
}
