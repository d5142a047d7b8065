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
  return judgeOf(rule, respondents)(positions);
}

/** The same question, prepared to be asked of very many sets: the first so many of the positions. */
export function judgeOf(
  rule: PublicRule,
  respondents: readonly Pick<KnownRespondent, "organisation">[],
): (positions: ArrayLike<number>, n?: number) => boolean {
  const names = [...new Set(respondents.map(({ organisation }) => organisation))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const organisations = Int32Array.from(respondents, ({ organisation }) => numbers.get(organisation) as number);
  const sizes = new Int32Array(names.length);
  // Three organisations there are where somebody remains beside the two largest.
  const beside = Math.max(rule.withoutTwo ?? 0, rule.organisations - 2);
  return (positions, n = positions.length) => {
    if (n === 0) return false;
    if (n < rule.minimum) return true;
    sizes.fill(0);
    let first = 0;
    for (let i = 0; i < n; i += 1) {
      const organisation = organisations[positions[i] as number] as number;
      const size = (sizes[organisation] as number) + 1;
      sizes[organisation] = size;
      if (size > first) first = size;
    }
    if (first > n * rule.largestShare) return true;
    // Most sets: even if the second were as large as the first, enough would remain.
    if (rule.organisations <= 3 && n - 2 * first >= beside) return false;
    let [count, largest, second] = [0, 0, 0];
    for (let o = 0; o < sizes.length; o += 1) {
      const size = sizes[o] as number;
      if (size > 0) count += 1;
      if (size > largest) {
        second = largest;
        largest = size;
      } else if (size > second) second = size;
    }
    return count < rule.organisations || (rule.withoutTwo !== null && n - largest - second < rule.withoutTwo);
  };
}
