import { bySize } from "../report/by-size.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { type Changed, isRemarkable, whatChanged } from "../trends/compare-waves.ts";
import { followItems, type Wave } from "../trends/follow-items.ts";

/** A change, with the newest wave and the name of the one before. */
export type ChangeNow = { changed: Changed; release: ReleaseSummary; before: string };

/** So many stand on the overview. */
const MOST_CHANGES = 4;

/**
 * What changed most between the last two waves, of all questionnaires together: first what chance hardly explains, each the
 * largest first.
 */
export function findChanges(questionnaires: readonly { waves: readonly Wave[] }[]): ChangeNow[] {
  return questionnaires
    .flatMap(({ waves }): ChangeNow[] => {
      const [before, now] = waves.slice(-2);
      if (!before || !now) return [];
      const { up, down } = whatChanged(followItems(waves));
      return [...up, ...down].map((changed) => ({ changed, release: now.release, before: before.release.wave }));
    })
    .sort((a, b) => Number(isRemarkable(b.changed)) - Number(isRemarkable(a.changed)) || bySize(sizeOf(a), sizeOf(b)))
    .slice(0, MOST_CHANGES);
}

const sizeOf = ({ changed }: ChangeNow): number => Math.abs(changed.difference.by);
