import type { Column, Observation } from "./columns.ts";
import { coverings } from "./coverings.ts";
import { boundsOf } from "./mechanism.ts";
import { EVERYBODY, type PublicRule } from "./published.ts";
import type { Newcomers } from "./sight.ts";
import { missingBounds } from "./speaking-gaps.ts";
import { whoIsMissing } from "./who-is-missing.ts";

/** Between `low` and `high` of these respondents have one of the values (a bit set). */
export type Bound = { positions: readonly number[]; values: number; low: number; high: number };

export type Certainty = {
  /** value of each respondent that alone is possible, else −1 */
  certain: Int8Array;
  /** likewise the only valid answer: what is left open is whether the respondent gave one */
  ifAnswered: Int8Array;
  /** the figures contradict each other: then nothing follows */
  impossible: boolean;
};

/** What is published of a column as bounds on counts, the same for every attacker: all of it, and the totals alone. */
export type Bounds = { all: Bound[]; totals: Bound[] };

export function boundsIn(column: Omit<Column, "known">, rule: PublicRule, newcomers: Newcomers): Bounds {
  const boundOf = (observation: Observation): Bound => {
    const { positions, value } = observation;
    return { positions, values: 1 << value, ...boundsOf(rule, observation, positions.length) };
  };
  const final = column.final.map(boundOf);
  const interim = column.interim.flat().map(boundOf);
  const totals = final.filter(({ positions }) => positions.length === column.organisations.length);
  // Of a panel there may always be more with the value, who are not counted.
  const panel = column.panel.map(({ positions, value, published }): Bound => {
    const { low } = boundsOf(rule, { published, exact: false }, positions.length);
    return { positions, values: 1 << value, low, high: positions.length };
  });
  const bounds = [...final, ...interim, ...panel, ...newcomersBounds([...totals, ...interim], interim, newcomers)];
  return {
    all: [...bounds, ...missingBounds(column, rule, bounds)],
    totals: column.final.filter(({ breakdown }) => breakdown === EVERYBODY).map(boundOf),
  };
}

/**
 * What must be so, whatever the noise was: bounds on counts, narrowed until nothing changes any more. Every conclusion is
 * sound; not every possible one is drawn (columns and values are narrowed one by one, and coverings only of few).
 */
export function certainties(column: Column, rule: PublicRule, { all }: Bounds): Certainty {
  return conclude(column, rule, all, true);
}

/** The same from the totals and the own answers alone. */
export function certaintiesByTotals(column: Column, rule: PublicRule, { totals }: Bounds): Certainty {
  return conclude(column, rule, totals, false);
}

function conclude(column: Column, rule: PublicRule, bounds: readonly Bound[], isPlacing: boolean): Certainty {
  const every = 2 ** column.values.length - 1;
  const size = column.known.length;
  const domains = new Int32Array(size);
  for (let i = 0; i < size; i += 1)
    domains[i] = (column.known[i] as number) < 0 ? every : 1 << (column.known[i] as number);
  let impossible = !narrow(domains, bounds);
  if (!impossible && rule.noise > 0) {
    for (const total of bounds.filter(({ positions, low, high }) => positions.length === size && low === high)) {
      if (coverings(domains, total, bounds)) impossible ||= !narrow(domains, bounds);
    }
  }
  const invalid = column.invalid.reduce((mask, value) => mask | (1 << value), 0);
  if (!impossible && isPlacing && placeMissing(column, rule, domains, bounds, invalid))
    impossible = !narrow(domains, bounds);
  const [certain, ifAnswered] = [new Int8Array(size), new Int8Array(size)];
  for (let i = 0; i < size; i += 1) {
    certain[i] = only(domains[i] as number);
    ifAnswered[i] = only((domains[i] as number) & ~invalid);
  }
  return { certain, ifAnswered, impossible };
}

/** Takes away what does not fit who can be without a valid answer. True where something became known. */
function placeMissing(
  column: Column,
  rule: PublicRule,
  domains: Int32Array,
  bounds: readonly Bound[],
  invalid: number,
): boolean {
  const size = column.known.length;
  const totals = bounds.filter(
    ({ positions, values, low, high }) => positions.length === size && (values & invalid) === values && low === high,
  );
  if (invalid === 0 || totals.length < column.invalid.length) return false;
  const lost = totals.slice(0, column.invalid.length).reduce((sum, { low }) => sum + low, 0);
  const everybody = [...domains.keys()];
  const sure = everybody.filter((at) => ((domains[at] as number) & ~invalid) === 0);
  const may = everybody.filter((at) => (domains[at] as number) & invalid && (domains[at] as number) & ~invalid);
  // More are not tried: the ways to place them grow, and the figures say ever less about each.
  const missing = lost - sure.length === 1 ? whoIsMissing(column, rule, sure, may) : undefined;
  if (!missing) return false;
  let learned = false;
  for (const at of may) {
    const kept = !missing.has(at) ? ~invalid : missing.size === 1 ? invalid : -1;
    if (((domains[at] as number) & kept) === domains[at]) continue;
    domains[at] = (domains[at] as number) & kept;
    learned = true;
  }
  return learned;
}

/** Whoever came between two releases: what the later has more than the earlier. */
function newcomersBounds(later: readonly Bound[], earlier: readonly Bound[], newcomers: Newcomers): Bound[] {
  return later.flatMap((more) =>
    earlier
      .filter(({ positions, values }) => values === more.values && positions.length < more.positions.length)
      .map((less) => ({
        positions: newcomers(more.positions, less.positions),
        values: more.values,
        low: Math.max(0, more.low - less.high),
        high: more.high - less.low,
      })),
  );
}

/** The only value in a set, or −1. */
const only = (domain: number): number => (domain !== 0 && (domain & (domain - 1)) === 0 ? 31 - Math.clz32(domain) : -1);

/** Takes away what no bound allows, until nothing changes. False where a respondent has no value left. */
function narrow(domains: Int32Array, bounds: readonly Bound[]): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { positions, values, low, high } of bounds) {
      let must = 0;
      let may = 0;
      for (const at of positions) {
        const domain = domains[at] as number;
        if (domain & values) may += 1;
        if (!(domain & ~values)) must += 1;
      }
      if (may < low || must > high) return false;
      if (must === may || (must < high && may > low)) continue;
      const kept = may === low ? values : ~values;
      for (const at of positions) {
        const domain = domains[at] as number;
        if (!(domain & values) || !(domain & ~values)) continue;
        domains[at] = domain & kept;
        changed = true;
      }
    }
  }
  return true;
}
