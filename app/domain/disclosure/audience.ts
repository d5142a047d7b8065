import { compositionOf, type DisclosureRule, satisfies } from "./rule.ts";

/** Who is asked in a round. People by link belong to no organisation. */
export type AudienceMember = { id: string; organisation: string | null };

/** A set that fails the rule: how many are asked in one round and not in the other. */
export type Difference = { side: "only-here" | "only-there"; size: number };

/**
 * The sets by which two audiences of one questionnaire differ and which fail the rule: whoever reads the figures of both
 * rounds could subtract them. Empty where the audiences are the same or differ by enough. People without organisations
 * count by size alone, and only where the audiences overlap: figures of strangers cannot be subtracted.
 */
export function failingDifferences(
  here: readonly AudienceMember[],
  there: readonly AudienceMember[],
  rule: DisclosureRule,
): Difference[] {
  const [inHere, inThere] = [here, there].map((members) => new Set(members.map(({ id }) => id)));
  const overlap = here.some(({ id }) => inThere?.has(id));
  const sides = [
    { side: "only-here" as const, set: here.filter(({ id }) => !inThere?.has(id)) },
    { side: "only-there" as const, set: there.filter(({ id }) => !inHere?.has(id)) },
  ];
  return sides.flatMap(({ side, set }) => {
    const byLink = set.some(({ organisation }) => organisation === null);
    if (set.length === 0 || (byLink && !overlap)) return [];
    return isEnough(set, byLink, rule) ? [] : [{ side, size: set.length }];
  });
}

function isEnough(set: readonly AudienceMember[], byLink: boolean, rule: DisclosureRule): boolean {
  if (byLink) return set.length >= rule.minimum;
  return satisfies(rule, compositionOf(set.map(({ organisation }) => organisation ?? "")));
}
