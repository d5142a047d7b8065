import type { Db } from "#db/client.server.ts";
import { keepFrozen } from "../report/kept.server.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { whatChanged } from "../trends/compare-waves.ts";
import { followItems, type Wave } from "../trends/follow-items.ts";
import { readTotals } from "../trends/read-trends.server.ts";

/** The last two waves of a questionnaire, and of these only the items that changed most; the newest wave last. */
export type Changes = { waves: Wave[] };

const KEPT = 64;
/** By the releases that are compared. */
const keptIn = keepFrozen<Changes>(KEPT);

/** What changed most in each questionnaire, of which the waves are given, the last first, if there are two to be compared. */
export async function readChanges(report: Db, series: readonly ReleaseSummary[][]): Promise<Changes[]> {
  const compared = series.flatMap(([now, before]) => (now && before ? [[before.releaseId, now.releaseId]] : []));
  return Promise.all(compared.map((releaseIds) => changesBetween(report, releaseIds)));
}

async function changesBetween(report: Db, releaseIds: readonly string[]): Promise<Changes> {
  const cache = keptIn(report);
  const key = releaseIds.join(" ");
  const known = cache.get(key) ?? { waves: onlyChanged(await readTotals(report, releaseIds)) };
  cache.set(key, known);
  return known;
}

/** The page works them out anew from what is left: so it gets figures of releases, and no more than it needs. */
function onlyChanged(waves: readonly Wave[]): Wave[] {
  const { up, down } = whatChanged(followItems(waves));
  const keys = new Set([...up, ...down].map(({ line }) => line.item.key));
  return waves.map((wave) => ({
    ...wave,
    blocks: wave.blocks.flatMap((block) => {
      const items = block.items.filter((item) => keys.has(item.key));
      return items.length > 0 ? [{ ...block, items }] : [];
    }),
  }));
}
