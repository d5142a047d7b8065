import type { Attribute } from "./hierarchy.ts";
import { compositionOf, type DisclosureRule, satisfies } from "./rule.ts";

/** One respondent with the values of its attributes on the day the round opened. */
export type Respondent = { id: string; organisation: string; values: Readonly<Record<string, string | undefined>> };

export type FormedGroup = {
  /** an attribute's code, a code of its parent, `uebrige`, `<parent code>-uebrige`, or two of these joined by `+` */
  code: string;
  /** every code that falls into the group, also those that nobody has; empty codes tell nothing about who answered */
  codes: string[];
  /** of respondents */
  ids: string[];
};

/** The code of what is left after merging. */
export const REST = "uebrige";

/** A code with the respondents who have it. */
type Bucket = { code: string; codes: string[]; respondents: Respondent[] };

/**
 * Groups of respondents by one attribute, of which every one satisfies the rule. What is too small is merged: inside the
 * groups of the parent attribute where there is one, else into one remainder, to which the smallest sound groups are added
 * until it is sound itself. Undefined where fewer than two groups remain, or no more than the parent's: then there is no
 * breakdown. The result does not depend on the order of the respondents.
 */
export function formGroups(
  respondents: readonly Respondent[],
  attribute: Attribute,
  rule: DisclosureRule,
): FormedGroup[] | undefined {
  const { parent } = attribute;
  const first = parent?.attribute ?? attribute;
  const coarse = merge(bucketsOf(respondents, first.code, first.codes), rule, REST);
  const groups = parent ? coarse?.flatMap((group) => refine(group, attribute, rule)) : coarse;
  if (!groups || groups.length < 2 || (parent && groups.length === coarse?.length)) return undefined;
  return groups.map(({ code, codes, respondents }) => ({ code, codes, ids: respondents.map(({ id }) => id).sort() }));
}

/** Splits one group of the parent attribute by the finer one. A group that cannot be split stays as it is. */
function refine(group: Bucket, attribute: Attribute, rule: DisclosureRule): Bucket[] {
  const inside = attribute.codes.filter((code) => group.codes.includes(attribute.parent?.of[code] ?? ""));
  const buckets = bucketsOf(group.respondents, attribute.code, inside);
  const whole = { ...group, codes: inside };
  const finer = merge(buckets, rule, group.code === REST ? REST : `${group.code}-${REST}`);
  return finer && finer.length > 1 ? finer : [whole];
}

/** One bucket per code, and a last one without a code for values that the attribute does not know. */
function bucketsOf(respondents: readonly Respondent[], attribute: string, codes: readonly string[]): Bucket[] {
  const buckets = new Map(codes.map((code): [string, Bucket] => [code, { code, codes: [code], respondents: [] }]));
  const unknown: Bucket = { code: "", codes: [], respondents: [] };
  for (const one of respondents) (buckets.get(one.values[attribute] ?? "") ?? unknown).respondents.push(one);
  return [...buckets.values(), unknown];
}

/** Merges what fails into one remainder, which comes last. Undefined where not even all together satisfy the rule. */
function merge(buckets: Bucket[], rule: DisclosureRule, restCode: string): Bucket[] | undefined {
  const sound = (bucket: Bucket) => satisfies(rule, compositionOf(bucket.respondents.map((one) => one.organisation)));
  const isGroup = (bucket: Bucket) => bucket.code !== "" && sound(bucket);
  let groups = buckets.filter(isGroup);
  let rest = joined(
    buckets.filter((bucket) => !isGroup(bucket)),
    buckets,
    restCode,
  );
  while (rest.respondents.length > 0 && !sound(rest)) {
    const smallest = groups.toSorted((a, b) => a.respondents.length - b.respondents.length)[0];
    if (!smallest) return undefined;
    groups = groups.filter((group) => group !== smallest);
    rest = joined([rest, smallest], buckets, restCode);
  }
  return rest.respondents.length > 0 ? [...groups, rest] : groups;
}

/** One group out of two, its codes in the attribute's order. What was merged into a remainder stays one. */
export function joinGroups(a: FormedGroup, b: FormedGroup, attribute: Attribute): FormedGroup {
  const codes = attribute.codes.filter((code) => a.codes.includes(code) || b.codes.includes(code));
  const code = [a.code, b.code].includes(REST) ? REST : `${a.code}+${b.code}`;
  return { code, codes, ids: [...a.ids, ...b.ids].sort() };
}

/** One bucket out of several, its codes in the attribute's order. */
function joined(parts: Bucket[], all: Bucket[], code: string): Bucket {
  const codes = new Set(parts.flatMap((part) => part.codes));
  return {
    code,
    codes: all.flatMap((bucket) => bucket.codes).filter((one) => codes.has(one)),
    respondents: parts.flatMap((part) => part.respondents),
  };
}
