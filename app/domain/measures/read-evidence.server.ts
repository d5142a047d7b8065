import type { Db } from "#db/client.server.ts";
import type { EvidenceRef } from "#db/queries/measures.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { type Change, concord } from "#surveys/concordance.ts";
import type { ReportItem } from "../figures.ts";
import { asAsked } from "../report/as-asked.ts";
import { type Report, readReport } from "../report/read-report.server.ts";

/** An item of a release with its total. */
export type Shown = { release: Report["release"]; item: ReportItem };

/** A figure for whose sake something was proposed, and what the same item says in a later wave. */
export type Evidence = {
  before: Shown;
  /**
   * the newest final release of a later wave of the questionnaire; null while there is none. Its item is null where it is no
   * longer asked, or its total may not be shown
   */
  after: { release: Report["release"]; item: ReportItem | null; change: Change } | null;
};

/** In the order in which they are named; those that no release holds, or that show no total, are left out. */
export async function readEvidence(report: Db, refs: readonly EvidenceRef[]): Promise<Evidence[]> {
  if (refs.length === 0) return [];
  const rows = await releases.listReleases(report);
  const read = await Promise.all(
    refs.map(async ({ releaseId, item }): Promise<Evidence | []> => {
      const row = rows.find((one) => one.release_id === releaseId);
      const before = row && (await readShown(report, releaseId, item));
      if (!row || !before?.item) return [];
      const later = laterWave(rows, row);
      if (!later) return { before: { release: before.release, item: before.item }, after: null };
      const after = await readShown(report, later.release_id, item);
      const change = changeOf(before.item, after.item);
      return { before: { release: before.release, item: before.item }, after: { ...after, change } };
    }),
  );
  return read.flat();
}

/** The newest final release of the latest wave that was closed after this one. */
function laterWave(rows: readonly releases.ReleaseRow[], { questionnaire, round_id, closed_at }: releases.ReleaseRow) {
  return rows
    .filter((one) => one.kind === "final" && one.questionnaire === questionnaire && one.round_id !== round_id)
    .filter((one) => one.closed_at > closed_at)
    .toSorted((a, b) => b.closed_at.getTime() - a.closed_at.getTime() || b.number - a.number)[0];
}

async function readShown(report: Db, releaseId: string, key: string) {
  const { release, blocks } = await readReport(report, releaseId, null);
  const item = blocks.flatMap(({ items }) => items).find((one) => one.key === key) ?? null;
  return { release, item };
}

/** What became of the item, as both releases hold it. */
function changeOf(before: ReportItem, after: ReportItem | null): Change {
  return concord([asAsked(before)], after ? [asAsked(after)] : [])[0]?.change ?? "dropped";
}

/** Of the questionnaire for participants, the questions about the training itself. */
const ABOUT_TRAINING = ["re_gesamt", "re"];

/** What participants said of a training, where their round has a final release. */
export async function readEvaluation(report: Db, roundId: string | null) {
  if (!roundId) return null;
  const [newest] = (await releases.listReleasesOfRound(report, roundId)).filter(({ kind }) => kind === "final");
  if (!newest) return null;
  const { release, blocks } = await readReport(report, newest.release_id, null);
  const items = blocks.filter(({ question }) => ABOUT_TRAINING.includes(question)).flatMap((block) => block.items);
  return { release, items };
}
