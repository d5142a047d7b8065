import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { PANEL, TOTAL } from "../disclosure/withholding.ts";
import { Problem } from "../problem.ts";
import { blocksOf } from "../report/blocks.ts";
import { samplingOf } from "../report/derived.ts";
import { keepFrozen } from "../report/kept.server.ts";
import { lasting } from "../report/packed.ts";
import {
  breakdownsOf,
  findNewer,
  getRelease,
  type ReleaseSummary,
  type Report,
  readFrozen,
} from "../report/read-report.server.ts";
import type { Wave } from "./follow-items.ts";
import type { PanelReport } from "./panel.ts";

/** The totals of a release beside those of the waves before it; the oldest wave first, the release itself last. */
export type TrendsReport = Pick<Report, "release" | "newer"> & { waves: Wave[]; panel: PanelReport | null };

/** Whether an earlier wave of the questionnaire has been released for good as well. */
export async function hasTrends(report: Db, releaseId: string): Promise<boolean> {
  return (await listWaves(report, await getRelease(report, releaseId))).length > 1;
}

/**
 * The totals of every wave up to this release: of each round of the questionnaire that was closed before, the newest final
 * release. Interim releases and corrections are no waves. Throws not-found, also where there is nothing to compare with.
 */
export async function readTrends(report: Db, releaseId: string): Promise<TrendsReport> {
  const release = await getRelease(report, releaseId);
  const ids = await listWaves(report, release);
  if (ids.length < 2) throw new Problem("not-found");
  const [newer, waves] = await Promise.all([findNewer(report, release), readTotals(report, ids)]);
  const before = waves.at(-2)?.release;
  // A wave that was released later is not the one with which this release has a panel.
  const panel = before && before.madeAt < release.madeAt ? await readPanel(report, release) : null;
  return { release, newer, waves, panel };
}

/** Figures of those who answered in the wave before as well; null where the release has none. */
async function readPanel(report: Db, release: ReleaseSummary): Promise<PanelReport | null> {
  const { releaseId } = release;
  const cache = panelsIn(report);
  const { panel } = cache.get(releaseId) ?? { panel: await readFrozenPanel(report, release) };
  cache.set(releaseId, { panel });
  return panel;
}

async function readFrozenPanel(report: Db, release: ReleaseSummary): Promise<PanelReport | null> {
  const { releaseId } = release;
  const breakdown = breakdownsOf(await releases.listGroups(report, releaseId)).find(({ code }) => code === PANEL);
  if (!breakdown) return null;
  const [items, figures] = await Promise.all([
    releases.listItems(report, releaseId),
    releases.listFigures(report, releaseId, [PANEL]),
  ]);
  const blocks = blocksOf(items, figures, breakdown, samplingOf(release));
  const shown = blocks.flatMap((block) => block.items).filter((item) => item.figures.length > 0);
  return { breakdown, items: shown.map(({ key, figures: own }) => lasting({ key, figures: own })) };
}

/** The totals of releases, in the order of the ids. Throws not-found. */
export async function readTotals(report: Db, releaseIds: readonly string[]): Promise<Wave[]> {
  return Promise.all(releaseIds.map((id) => readWave(report, id)));
}

/** The ids of a final release and those of the waves before it, itself the last; none of other releases. Asked each time: one may have come since. */
export function listWaves(report: Db, { releaseId, kind }: ReleaseSummary): Promise<string[]> {
  return kind === "final" ? releases.listWaves(report, releaseId) : Promise.resolve([]);
}

/** As many as all waves of all questionnaires for some years. */
const KEPT = 64;
const keptIn = keepFrozen<Wave>(KEPT);
const panelsIn = keepFrozen<{ panel: PanelReport | null }>(KEPT);

async function readWave(report: Db, releaseId: string): Promise<Wave> {
  const cache = keptIn(report);
  const known = cache.get(releaseId);
  if (known) return known;
  const [{ release, sampling, blocks }, items] = await Promise.all([
    readFrozen(report, releaseId, null),
    releases.listItems(report, releaseId),
  ]);
  const hidden = items.filter(({ withheld }) => withheld.includes(TOTAL)).map(({ item }) => item);
  const wave = { release, sampling, hidden, blocks };
  cache.set(releaseId, wave);
  return wave;
}
