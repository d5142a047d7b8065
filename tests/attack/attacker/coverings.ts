import type { Bound } from "./support.ts";

/** More bearers than this are not tried: the ways to place them grow without measure. */
const FEW = 5;
const MOST_STEPS = 5_000;

/**
 * A value that few respondents have: they must stand so that each group that shows the value has one of them. Goes through
 * every way to place them, and takes the value from whom no way needs and every other value from whom every way needs.
 * True where something became known. Gives up on values with many bearers, or with too many ways.
 */
export function coverings(domains: Int32Array, total: Bound, bounds: readonly Bound[]): boolean {
  const { values } = total;
  const may = (at: number) => ((domains[at] as number) & values) !== 0;
  const must = (at: number) => ((domains[at] as number) & ~values) === 0;
  const fixed = new Set(total.positions.filter(must));
  const left = total.low - fixed.size;
  if (left < 1 || left > FEW) return false;
  const open = bounds.filter(
    (one) => one.values === values && one.low > 0 && one !== total && !one.positions.some((at) => fixed.has(at)),
  );
  if (open.length === 0) return false;
  const free = total.positions.filter((at) => may(at) && !fixed.has(at));
  const uses = waysToPlace(
    free,
    left,
    open.map(({ positions }) => positions),
  );
  if (!uses) return false;
  let learned = false;
  for (const at of free) {
    const use = uses.get(at);
    if (use === "some") continue;
    domains[at] = (domains[at] as number) & (use === "all" ? values : ~values);
    learned = true;
  }
  return learned;
}

/** Who is needed by all ways to place so many bearers, or by some; the others by none. Undefined where it cannot be said. */
function waysToPlace(
  free: readonly number[],
  bearers: number,
  groups: readonly (readonly number[])[],
): Map<number, "all" | "some"> | undefined {
  const groupsOf = new Map(
    free.map((at) => [at, groups.flatMap((positions, g) => (positions.includes(at) ? [g] : []))]),
  );
  const most = Math.max(0, ...[...groupsOf.values()].map((list) => list.length));
  const covered = new Int16Array(groups.length);
  const counts = new Map<number, number>();
  const placed: number[] = [];
  let [ways, steps, spare] = [0, 0, false];
  const place = (): void => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    let [open, missing] = [-1, 0];
    for (let g = 0; g < covered.length; g += 1) {
      if (covered[g] !== 0) continue;
      missing += 1;
      if (open < 0) open = g;
    }
    if (open < 0) {
      ways += 1;
      spare ||= placed.length < bearers;
      for (const at of placed) counts.set(at, (counts.get(at) ?? 0) + 1);
      return;
    }
    if (missing > (bearers - placed.length) * most) return;
    for (const [at, list] of groupsOf) {
      if (!list.includes(open)) continue;
      placed.push(at);
      for (const g of list) covered[g] = (covered[g] as number) + 1;
      place();
      for (const g of list) covered[g] = (covered[g] as number) - 1;
      placed.pop();
    }
  };
  place();
  if (ways === 0 || steps > MOST_STEPS) return undefined;
  // Bearers that no group needs may be anybody.
  const possible = spare ? free : [...counts.keys()];
  return new Map(possible.map((at) => [at, counts.get(at) === ways ? "all" : "some"]));
}
