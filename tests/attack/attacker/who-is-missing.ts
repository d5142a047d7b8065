import type { Column } from "./columns.ts";
import type { PublicRule } from "./published.ts";
import { judgeOf } from "./sets.ts";

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
  const breaks = judgeOf(
    rule,
    column.organisations.map((organisation) => ({ organisation })),
  );
  const tests = column.shown.filter(({ why }) => why !== "unclear");
  const fitting = may.filter((at) => {
    const missing = new Set([...known, at]);
    const fails = (group: readonly number[]) => breaks(group.filter((member) => !missing.has(member)));
    return tests.every(({ groups, why }) => groups.some(fails) === (why === "own"));
  });
  return fitting.length > 0 ? new Set(fitting) : undefined;
}
