import { compositionOf, type DisclosureRule, satisfies } from "../disclosure/rule.ts";

/** A code with the respondents whose texts have it, each once. */
export type GivenCode = { code: string; respondents: readonly string[] };

/**
 * Which codes a release may name, and which it counts together as one: rule 2 for the respondents of each code. The ones
 * that fail are merged; where even together they fail, the smallest sound codes join them until they are sound.
 * Undefined where nothing can be shown. It does not depend on the order of the codes, but for equally large ones.
 */
export function mergeRareCodes(
  codes: readonly GivenCode[],
  organisations: ReadonlyMap<string, string>,
  rule: DisclosureRule,
): { kept: string[]; merged: string[] } | undefined {
  const sound = (respondents: Iterable<string>) =>
    satisfies(rule, compositionOf([...new Set(respondents)].map((id) => organisations.get(id) ?? id)));
  const given = codes.filter((code) => code.respondents.length > 0);
  let kept = given.filter((code) => sound(code.respondents));
  let merged = given.filter((code) => !kept.includes(code));
  while (merged.length > 0 && !sound(merged.flatMap((code) => code.respondents))) {
    const smallest = kept.toSorted((a, b) => a.respondents.length - b.respondents.length)[0];
    if (!smallest) return undefined;
    kept = kept.filter((code) => code !== smallest);
    merged = [...merged, smallest];
  }
  if (given.length === 0) return undefined;
  const order = (list: readonly GivenCode[]) => codes.filter((code) => list.includes(code)).map(({ code }) => code);
  return { kept: order(kept), merged: order(merged) };
}
