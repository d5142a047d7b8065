import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { listCoverage } from "#db/queries/versions.server.ts";
import { Problem } from "../problem.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import { keepFrozen } from "../report/kept.server.ts";
import { isPartition, partitionBy, type Report, readReport } from "../report/read-report.server.ts";

/** A release with the two questions that ask for needs, as it holds them: what follows is worked out where it is shown. */
export type NeedsReport = Pick<Report, "release" | "newer" | "breakdowns" | "chosen"> & {
  importance: ReleaseBlock;
  coverage: ReleaseBlock;
};

/** Whether the questionnaire of a release asks how important needs are and how far they are covered. */
export async function asksForNeeds(db: Db, report: Db, releaseId: string): Promise<boolean> {
  return (await pairOf(db, report, releaseId)) !== undefined;
}

/** Throws not-found, also where nobody was asked for needs. */
export async function readNeeds(db: Db, report: Db, releaseId: string, breakdown: string | null): Promise<NeedsReport> {
  const { release, newer, breakdowns, chosen, blocks } = await readReport(report, releaseId, partitionBy(breakdown));
  const pair = await pairOf(db, report, releaseId);
  const blockOf = (question: string | undefined) => blocks.find((block) => block.question === question);
  const [importance, coverage] = [blockOf(pair?.importance), blockOf(pair?.coverage)];
  if (!importance || !coverage) throw new Problem("not-found");
  return { release, newer, breakdowns: breakdowns.filter(isPartition), chosen, importance, coverage };
}

type Pair = { importance: string; coverage: string };

const KEPT = 200;
/** By release; its version never changes either. */
const keptIn = keepFrozen<{ pair: Pair | undefined }>(KEPT);

async function pairOf(db: Db, report: Db, releaseId: string): Promise<Pair | undefined> {
  const cache = keptIn(report);
  const known = cache.get(releaseId);
  if (known) return known.pair;
  const row = await releases.findRelease(report, releaseId);
  if (!row) return undefined;
  const [pair] = await listCoverage(db, row.questionnaire, row.version);
  cache.set(releaseId, { pair });
  return pair;
}
