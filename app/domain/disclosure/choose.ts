import { findExposedSet } from "./gate.ts";
import { type FormedGroup, joinGroups, type Respondent } from "./groups.ts";
import { ATTRIBUTES, type Attribute } from "./hierarchy.ts";
import type { DisclosureRule } from "./rule.ts";

/** A breakdown that might be shown: groups of ids that hold everybody exactly once. */
export type Candidate = { attribute: Attribute; groups: FormedGroup[] };

/**
 * The breakdowns of a release, in the order in which they came. They are accepted one by one, those that refine another
 * last. Where the gate finds that a new one gives somebody away together with those accepted before, its two smallest groups
 * are merged, again and again; where that does not help, it is left out.
 */
export function chooseBreakdowns(
  candidates: readonly Candidate[],
  respondents: readonly Respondent[],
  rule: DisclosureRule,
): Candidate[] {
  const accepted = new Map<string, Candidate>();
  const isSafe = safetyOf(respondents, rule);
  if (isSafe(candidates.flatMap(idsOf))) return [...candidates];
  for (const candidate of inOrder(candidates, ({ attribute }) => attribute.code)) {
    const before = [...accepted.values()].flatMap(idsOf);
    let coarser: Candidate | undefined = candidate;
    while (coarser && !isSafe([...before, ...idsOf(coarser)])) coarser = coarsened(coarser);
    if (coarser) accepted.set(coarser.attribute.code, coarser);
  }
  return candidates.flatMap(({ attribute }) => accepted.get(attribute.code) ?? []);
}

/**
 * Which of these breakdowns may be shown together for one item: the groups hold those with a valid answer to it. Accepted in
 * the same order, but as they are: a breakdown is the same for every item that shows it.
 */
export function allowedBreakdowns(
  breakdowns: ReadonlyMap<string, readonly (readonly string[])[]>,
  respondents: readonly Respondent[],
  rule: DisclosureRule,
): string[] {
  const isSafe = safetyOf(respondents, rule);
  const codes = [...breakdowns.keys()];
  const groupsOf = (chosen: readonly string[]) => chosen.flatMap((code) => breakdowns.get(code) ?? []);
  if (isSafe(groupsOf(codes))) return codes;
  let accepted: string[] = [];
  for (const code of inOrder(codes, (one) => one)) {
    const more = [...accepted, code];
    if (isSafe(groupsOf(more))) accepted = more;
  }
  return accepted;
}

const idsOf = ({ groups }: Candidate): string[][] => groups.map(({ ids }) => ids);

/** Whether groups may be shown beside the total of all respondents. */
function safetyOf(respondents: readonly Respondent[], rule: DisclosureRule) {
  const total = respondents.map(({ id }) => id);
  return (groups: readonly (readonly string[])[]) =>
    rule.subtraction === "allowed" || findExposedSet([total, ...groups], respondents, rule) === undefined;
}

/** Breakdowns that refine another come last: what they add is the least, and what they endanger the most. */
function inOrder<T>(list: readonly T[], codeOf: (one: T) => string): T[] {
  const refines = (one: T) => ATTRIBUTES.some(({ code, parent }) => parent && code === codeOf(one));
  return [...list.filter((one) => !refines(one)), ...list.filter(refines)];
}

/** With its two smallest groups merged; undefined where fewer than two would remain. */
function coarsened({ attribute, groups }: Candidate): Candidate | undefined {
  if (groups.length <= 2) return undefined;
  const [a, b] = groups.toSorted((one, other) => one.ids.length - other.ids.length) as [FormedGroup, FormedGroup];
  const merged = joinGroups(a, b, attribute);
  const at = Math.max(groups.indexOf(a), groups.indexOf(b));
  return { attribute, groups: groups.flatMap((one, i) => (i === at ? [merged] : one === a || one === b ? [] : [one])) };
}
