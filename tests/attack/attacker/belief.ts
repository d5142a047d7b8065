import type { Column } from "./columns.ts";
import { type Factor, factorsOf } from "./factors.ts";
import { likelihoodRatios } from "./likely.ts";
import type { PublicRule } from "./published.ts";
import { fitTotals, type Matrix, normaliseRows, product } from "./rows.ts";
import type { Sight } from "./sight.ts";

export type Beliefs = {
  /** one row per respondent whose answer the attacker does not know: how probable each value is, from everything published */
  belief: Matrix;
  /** the same from the totals and the own answers alone, equal for everybody */
  baseline: Float64Array;
};

/** What is known of a respondent beforehand: its row of the wave before, if it answered then. */
export type Before = { rowOf: (position: number) => Float64Array | undefined; stability: number };

/** Totals that are themselves protected leave this much for a value that they do not show. */
const FLOOR = 0.3;
/** Each breakdown is read again in the light of what the others said. */
const PASSES = 2;

/**
 * What the attacker believes of everybody whose answer it does not know. Prior: the totals less its own answers, and what
 * it believed of the wave before where answers stay the same so often. Each group then says how well its figures fit
 * each value of each member, given what is believed of the other members. Groups and codes are combined as if they
 * were independent, which overstates rather than understates what is known; at last the beliefs are made to add up to
 * exact totals.
 */
export function beliefsOf(column: Column, rule: PublicRule, sight: Sight, before: Before): Beliefs {
  const width = column.values.length;
  const { unknown } = sight;
  const totals = remainingTotals(column, unknown.length);
  const size = Math.max(1, unknown.length);
  const baseline = totals.alone.map((count) => count / size);
  const prior = fitTotals(
    priorOf(
      unknown,
      totals.best.map((count) => count / size),
      before,
    ),
    totals.best,
    width,
  );
  // What nobody has needs no weighing.
  const telling = factorsOf(column, rule, sight).filter(({ value }) => (totals.best[value] as number) > 0);
  const factors = Map.groupBy(telling, ({ source }) => source);
  let said = new Map<string, Matrix>();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const earlier = said;
    said = new Map(
      [...factors].map(([source, list]) => {
        const others = pass === 0 ? prior : fitTotals(product(prior, earlier, width, source), totals.best, width);
        return [source, readAll(list, others, width)];
      }),
    );
  }
  const belief = fitTotals(product(prior, said, width), totals.best, width);
  return { belief, baseline };
}

function priorOf(unknown: readonly number[], baseline: Float64Array, { rowOf, stability }: Before): Matrix {
  const width = baseline.length;
  const prior = new Float64Array(unknown.length * width);
  for (const [i, position] of unknown.entries()) {
    const earlier = rowOf(position);
    for (const [v, now] of baseline.entries()) {
      prior[i * width + v] = earlier && now > 0 ? stability * (earlier[v] ?? 0) + (1 - stability) * now : now;
    }
  }
  return normaliseRows(prior, width);
}

/** What the figures of one source say of everybody: the likelihood of each value, up to a factor per respondent. */
function readAll(factors: readonly Factor[], believed: Matrix, width: number): Matrix {
  const message = new Float64Array(believed.length).fill(1);
  const largest = Math.max(0, ...factors.map(({ members }) => members.length));
  const room = new Float64Array(largest);
  for (const { members, value, likelihood } of factors) {
    const chances = room.subarray(0, members.length);
    for (let k = 0; k < members.length; k += 1) chances[k] = believed[(members[k] as number) * width + value] as number;
    const ratios = likelihoodRatios(chances, likelihood);
    for (let k = 0; k < members.length; k += 1) {
      const at = (members[k] as number) * width + value;
      message[at] = (message[at] as number) * Math.min(Math.max(ratios[k] as number, 1e-9), 1e9);
    }
  }
  return normaliseRows(message, width);
}

/**
 * What is left for everybody whose answer is unknown, by value: the exact total less the own answers, or the best estimate
 * of it: every breakdown adds up to the total again, with an error that grows with its groups.
 */
function remainingTotals(column: Column, unknown: number): { alone: Float64Array; best: Float64Array } {
  const own = new Float64Array(column.values.length);
  for (const value of column.known) if (value >= 0) own[value] = (own[value] as number) + 1;
  const least = column.final.some(({ exact }) => exact) ? 0 : FLOOR;
  const alone = new Float64Array(column.values.length).fill(least);
  const best = alone.slice();
  for (const [value, list] of Map.groupBy(column.final, (one) => one.value)) {
    const sums = [...Map.groupBy(list, ({ breakdown }) => breakdown).values()].map((groups) => ({
      sum: groups.reduce((sum, { published }) => sum + published, 0),
      weight: 1 / groups.length,
      isTotal: groups.length === 1,
      exact: groups.every(({ exact }) => exact),
    }));
    const total = sums.find(({ isTotal }) => isTotal);
    const weights = sums.reduce((sum, { weight }) => sum + weight, 0);
    const mean = sums.reduce((sum, one) => sum + one.sum * one.weight, 0) / weights;
    alone[value] = Math.max(least, (total?.sum ?? 0) - (own[value] as number));
    best[value] = total?.exact ? (alone[value] as number) : Math.max(least, mean - (own[value] as number));
  }
  // Of an option only its own count is published: the others did not choose it.
  if (column.option !== undefined)
    for (const counts of [alone, best]) counts[1] = Math.max(least, unknown - (counts[0] as number));
  return { alone: scaled(alone, unknown), best: scaled(best, unknown) };
}

/** Counts scaled so that they add up. */
function scaled(counts: Float64Array, sum: number): Float64Array {
  const given = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => (given > 0 ? (count * sum) / given : 0));
}
