import type { Column, Shown } from "./columns.ts";
import type { PublicRule } from "./published.ts";

/**
 * Which breakdowns an item shows depends on who gave no valid answer to it. Where that is one respondent more than is known,
 * by exact totals: who of them it can be. Each breakdown that is shown has sound groups only without it, and each that is
 * withheld for a group of its own has one that is not. `known`: of whom it is known that they gave none; `may`: of whom it
 * is possible. Undefined where nobody fits.
 */
export function whoIsMissing(
  column: Column,
  rule: PublicRule,
  known: readonly number[],
  may: readonly number[],
): ReadonlySet<number> | undefined {
  const tests = column.shown.filter(({ why }) => why !== "unclear").map((shown) => breakdownOf(shown, column, rule));
  const fits = (at: number) => tests.every(({ why, fails }) => fails([...known, at]) === (why === "own"));
  const fitting = new Set(may.filter(fits));
  return fitting.size > 0 ? fitting : undefined;
}

/** Whether one of a breakdown's groups fails the rule without some respondents; only groups that lose one are looked at anew. */
function breakdownOf({ groups, why }: Shown, { organisations, known }: Column, rule: PublicRule) {
  const groupOf = new Int16Array(known.length).fill(-1);
  const sizes = groups.map((positions, g) => {
    for (const at of positions) groupOf[at] = g;
    return [...Map.groupBy(positions, (at) => organisations[at] ?? "")].map(([name, list]): [string, number] => [
      name,
      list.length,
    ]);
  });
  const failing = sizes.map((list) =>
    failsRule(
      rule,
      list.map(([, n]) => n),
    ),
  );
  const fails = (missing: readonly number[]) => {
    const hit = new Set(missing.map((at) => groupOf[at] as number));
    return sizes.some((list, g) => {
      if (!hit.has(g)) return failing[g];
      const without = missing.filter((at) => groupOf[at] === g).map((at) => organisations[at] ?? "");
      return failsRule(
        rule,
        list.map(([name, n]) => n - without.filter((one) => one === name).length),
      );
    });
  };
  return { why, fails };
}

function failsRule(rule: PublicRule, sizes: readonly number[]): boolean {
  let [n, count, first, second] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (size === 0) continue;
    n += size;
    count += 1;
    if (size > first) [first, second] = [size, first];
    else if (size > second) second = size;
  }
  if (n < rule.minimum || count < rule.organisations || first > n * rule.largestShare) return true;
  return rule.withoutTwo !== null && n - first - second < rule.withoutTwo;
}
