import type { ReportBlock } from "../figures.ts";
import { type Need, rankNeeds } from "../needs/rank-needs.ts";
import type { Sampling } from "../report/derived.ts";
import { followItem } from "../trends/follow-items.ts";

/** The two questions about needs, as one release holds them. */
export type NeedsBlocks = { importance: ReportBlock; coverage: ReportBlock; sampling: Sampling };

/**
 * How coverage moved since the wave before: `better` and `worse` where a difference as large would be rare by chance
 * (rank-sum test, below 5 %), else `same`.
 */
export type Movement = "better" | "worse" | "same";

export type PressingNeed = {
  need: Need;
  /** its place in the wave before, from 1; null where it was not asked or may not be shown */
  placeBefore: number | null;
  /** null where the waves may not be compared: asked in another way, or totals with noise */
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
      return {
        need,
        placeBefore: place < 0 ? null : place + 1,
        movement: before && place >= 0 ? movementOf(need, now, before) : null,
      };
    });
}

/** As the page of trends compares the means of two waves. */
function movementOf(need: Need, now: NeedsBlocks, before: NeedsBlocks): Movement | null {
  const [old, item] = [coverageOf(need, before), coverageOf(need, now)];
  if (!item) return null;
  const waves = [
    { sampling: before.sampling, item: old },
    { sampling: now.sampling, item },
  ];
  const difference = followItem(item, waves)[0]?.differences.at(-1);
  if (!difference?.meanWord) return null;
  if (difference.meanWord === "unremarkable") return "same";
  return (difference.after.mean ?? 0) > (difference.before.mean ?? 0) ? "better" : "worse";
}

/** The row of coverage that belongs to a need. */
function coverageOf({ key }: Need, { importance, coverage }: NeedsBlocks) {
  return coverage.items.find((one) => one.key === coverage.question + key.slice(importance.question.length));
}
