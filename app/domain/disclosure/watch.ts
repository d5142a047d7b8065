import type { Pattern } from "./patterns.ts";
import { type DisclosureRule, satisfies } from "./rule.ts";
import type { Watch } from "./search.ts";

/** Which organisations the respondents of a column belong to, by position. */
export type Weight = { size: number; organisations: readonly (readonly [organisation: number, n: number])[] };

/**
 * Turns back where a whole published group lies in the set. Nothing is lost by that: groups satisfy the rule, and a set
 * that fails it still fails it without such a group, for what two sound sets hold together is always sound.
 */
export function groupWatch(patterns: readonly Pattern[], groups: number): Watch {
  const missing = new Int32Array(groups);
  let held = 0;
  let chosen = 0;
  for (const { groups: own } of patterns) for (const g of own) missing[g] = (missing[g] as number) + 1;
  const count = (column: number, by: 1 | -1) => {
    chosen -= by;
    for (const g of (patterns[column] as Pattern).groups) {
      if (by === 1 && missing[g] === 0) held--;
      missing[g] = (missing[g] as number) + by;
      if (by === -1 && missing[g] === 0) held++;
    }
  };
  return {
    note(column, value) {
      if (value === 1) count(column, -1);
      return held === 0;
    },
    undo(column, value) {
      if (value === 1) count(column, 1);
    },
    isWorthwhile: () => true,
    isWanted: () => chosen > 0,
  };
}

/**
 * Wants sets that fail the rule, and turns back where what is in the set already cannot be part of one: it is large enough,
 * of enough organisations, enough of it remains without any two, and no organisation can still come to dominate it.
 */
export function ruleWatch(weights: readonly Weight[], organisations: number, rule: DisclosureRule): Watch {
  const inside = new Float64Array(organisations);
  /** what the columns that are not decided yet could add to the excess of an organisation over its largest share */
  const gains = new Float64Array(organisations);
  const gainsOf = weights.map(({ size, organisations: own }) =>
    own.flatMap(([o, n]): [number, number][] =>
      n > rule.largestShare * size ? [[o, n - rule.largestShare * size]] : [],
    ),
  );
  for (const own of gainsOf) for (const [o, gain] of own) gains[o] = (gains[o] as number) + gain;
  let size = 0;
  let present = 0;

  const change = (column: number, value: 0 | 1, sign: 1 | -1) => {
    for (const [o, gain] of gainsOf[column] as [number, number][]) gains[o] = (gains[o] as number) - sign * gain;
    if (value === 0) return;
    const weight = weights[column] as Weight;
    size += sign * weight.size;
    for (const [o, n] of weight.organisations) {
      const before = inside[o] as number;
      const after = before + sign * n;
      inside[o] = after;
      if (before === 0) present++;
      if (after === 0) present--;
    }
  };
  const composition = () => {
    let [largest, second] = [0, 0];
    for (const n of inside) {
      if (n > largest) [largest, second] = [n, largest];
      else if (n > second) second = n;
    }
    return { n: size, organisations: present, largest, second };
  };
  return {
    note(column, value) {
      change(column, value, 1);
      return true;
    },
    undo: (column, value) => change(column, value, -1),
    isWorthwhile() {
      if (!satisfies({ ...rule, largestShare: 1 }, composition())) return true;
      const outweighed = rule.largestShare * size;
      return inside.some((n, o) => n + (gains[o] as number) > outweighed);
    },
    isWanted: () => size > 0 && !satisfies(rule, composition()),
  };
}

/** Notes with both, and goes on while both see something to gain. */
export function bothWatches(a: Watch, b: Watch): Watch {
  return {
    note(column, value) {
      const first = a.note(column, value);
      return b.note(column, value) && first;
    },
    undo(column, value) {
      a.undo(column, value);
      b.undo(column, value);
    },
    isWorthwhile: () => a.isWorthwhile() && b.isWorthwhile(),
    isWanted: () => a.isWanted() && b.isWanted(),
  };
}
