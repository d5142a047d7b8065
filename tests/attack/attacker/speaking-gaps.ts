import type { Column } from "./columns.ts";
import type { PublicRule } from "./published.ts";
import type { Bound } from "./support.ts";

/**
 * What a breakdown says by being shown or withheld for an item: shown, each group has enough valid answers; withheld for a
 * group of its own while a single one can have too few, that group has lost as many as it takes.
 */
export function missingBounds(column: Omit<Column, "known">, rule: PublicRule, bounds: readonly Bound[]): Bound[] {
  const invalid = column.invalid.reduce((mask, value) => mask | (1 << value), 0);
  if (invalid === 0) return [];
  const everybody = column.organisations.length;
  const lost = bounds
    .filter(({ positions, values, low, high }) => positions.length === everybody && values & invalid && low === high)
    .reduce((sum, { low }) => sum + low, 0);
  const gaps = column.gaps.map(({ positions, most }): Bound => {
    return { positions, values: invalid, low: 0, high: Math.max(0, most) };
  });
  const speaking = column.shown.flatMap(({ groups, why }): Bound[] => {
    if (why === "shown") {
      return groups.map((positions) => ({
        positions,
        values: invalid,
        low: 0,
        high: Math.max(0, positions.length - rule.minimum),
      }));
    }
    if (why === "unclear" || rule.totals !== "exact") return [];
    const suspects = groups.map((positions) => ({
      positions,
      fewest: fewestToFail(
        rule,
        positions.map((at) => column.organisations[at] ?? ""),
      ),
    }));
    const able = suspects.filter(({ positions, fewest }) => fewest <= Math.min(lost, positions.length));
    const [only] = able;
    return only && able.length === 1
      ? [{ positions: only.positions, values: invalid, low: only.fewest, high: only.positions.length }]
      : [];
  });
  return [...gaps, ...speaking];
}

/** So many of these respondents must be without a valid answer before the others can fail the rule; at least one. */
function fewestToFail(rule: PublicRule, organisations: readonly string[]): number {
  const counts = [...Map.groupBy(organisations, (one) => one).values()]
    .map((list) => list.length)
    .sort((a, b) => b - a);
  const n = organisations.length;
  const [first = 0, second = 0] = counts;
  const ways = [
    n - rule.minimum + 1,
    Math.floor(n - first / rule.largestShare) + 1,
    ...(rule.organisations === 3 ? [n - first - second] : []),
    ...(rule.withoutTwo === null ? [] : [n - first - second - rule.withoutTwo + 1]),
  ];
  return Math.max(1, Math.min(...ways));
}
