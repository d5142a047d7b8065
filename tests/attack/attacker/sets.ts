import type { KnownRespondent, PublicRule } from "./published.ts";

/** Respondents who stand in exactly the same published groups: no combination tells them apart. */
export type Cell = { positions: number[]; groups: ReadonlySet<number> };

/** One cell per combination of groups that occurs; who stands in no group has none. */
export function cellsOf(groups: readonly (readonly number[])[]): Cell[] {
  const inside = new Map<number, number[]>();
  groups.forEach((positions, g) => {
    for (const position of positions) {
      const list = inside.get(position);
      if (list) list.push(g);
      else inside.set(position, [g]);
    }
  });
  const cells = Map.groupBy(inside, ([, list]) => list.join());
  return [...cells.values()].map((members) => ({
    positions: members.map(([position]) => position),
    groups: new Set(members[0]?.[1]),
  }));
}

/** Rule 2 in the attacker's own words: does publishing figures about just these respondents break it? */
export function breaksRule(
  rule: PublicRule,
  respondents: readonly KnownRespondent[],
  positions: readonly number[],
): boolean {
  if (positions.length === 0) return false;
  const sizes = new Map<string, number>();
  for (const position of positions) {
    const organisation = respondents[position]?.organisation ?? "";
    sizes.set(organisation, (sizes.get(organisation) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...sizes.values()].sort((a, b) => b - a);
  const n = positions.length;
  if (n < rule.minimum || sizes.size < rule.organisations || first > n * rule.largestShare) return true;
  return rule.withoutTwo !== null && n - first - second < rule.withoutTwo;
}
