import type { ReportBlock } from "../figures.ts";
import { type Need, rankNeeds } from "../needs/rank-needs.ts";
import { rankSumTest, wordFor } from "../statistics/exact-tests.ts";

/** The two questions about needs, as one release holds them. */
export type NeedsBlocks = {
  importance: ReportBlock;
  coverage: ReportBlock /** totals are what was counted */;
  isExact: boolean;
};

/**
 * How coverage moved since the wave before: `better` and `worse` where a difference as large would be rare by chance
 * (rank-sum test, below 5 %), else `same`.
 */
export type Movement = "better" | "worse" | "same";

export type PressingNeed = {
  need: Need;
  /** its place in the wave before, from 1; null where it was not asked or may not be shown */
  placeBefore: number | null;
  /** null where the waves may not be compared */
  movement: Movement | null;
};

/** So many stand on the overview. */
const MOST_PRESSING = 5;

/** The most pressing needs by weighted gap, and what has become of them since the wave before. */
export function findPressingNeeds(now: NeedsBlocks, before: NeedsBlocks | null): PressingNeed[] {
  const earlier = before ? rankNeeds(before.importance, before.coverage, []) : [];
  return rankNeeds(now.importance, now.coverage, [])
    .slice(0, MOST_PRESSING)
    .map((need) => {
      const place = earlier.findIndex(({ key }) => key === need.key);
      const old = earlier[place];
      return {
        need,
        placeBefore: old ? place + 1 : null,
        movement: before && old ? movementOf(need, old, now, before) : null,
      };
    });
}

/** Protected totals have noise, which a test would take for a difference. */
function movementOf(need: Need, old: Need, now: NeedsBlocks, before: NeedsBlocks): Movement | null {
  const [after, earlier] = [stepsIn(now.coverage, now, need), stepsIn(before.coverage, before, old)];
  if (!now.isExact || !before.isExact || after.length !== earlier.length) return null;
  if (wordFor(rankSumTest({ before: earlier, after })) === "unremarkable") return "same";
  return need.total.coverage.mean > old.total.coverage.mean ? "better" : "worse";
}

/** How often each step was given to the row that belongs to a need, from the lowest step. */
function stepsIn(coverage: ReportBlock, { importance }: NeedsBlocks, { key }: Need): number[] {
  const row = key.slice(importance.question.length);
  const item = coverage.items.find((one) => one.key === coverage.question + row);
  const counts = new Map(item?.figures[0]?.counts.map(({ code, n }) => [code, n]));
  const steps = item?.codes.filter(({ missing, number }) => !missing && number !== undefined) ?? [];
  return steps.sort((a, b) => (a.number as number) - (b.number as number)).map(({ code }) => counts.get(code) ?? 0);
}
