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
  return judgeOf(rule, respondents)([positions]);
}

/** The same question, prepared to be asked of very many sets, each given in parts that do not overlap. */
export function judgeOf(
  rule: PublicRule,
  respondents: readonly Pick<KnownRespondent, "organisation">[],
): (parts: readonly (readonly number[])[]) => boolean {
  const names = [...new Set(respondents.map(({ organisation }) => organisation))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const organisations = Int32Array.from(respondents, ({ organisation }) => numbers.get(organisation) as number);
  const sizes = new Int32Array(names.length);
  return (parts) => {
    let n = 0;
    sizes.fill(0);
    for (const positions of parts) {
      n += positions.length;
      for (const position of positions) {
        const organisation = organisations[position] as number;
        sizes[organisation] = (sizes[organisation] as number) + 1;
      }
    }
    if (n === 0) return false;
    let [count, first, second] = [0, 0, 0];
    for (const size of sizes) {
      if (size === 0) continue;
      count += 1;
      if (size > first) [first, second] = [size, first];
      else if (size > second) second = size;
    }
    if (n < rule.minimum || count < rule.organisations || first > n * rule.largestShare) return true;
    return rule.withoutTwo !== null && n - first - second < rule.withoutTwo;
  };
}
