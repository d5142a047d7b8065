import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { findInterfaces } from "#db/queries/versions.server.ts";
import { type InterfaceQuestions, interfacesIn } from "#surveys/interfaces.ts";
import { Problem } from "../problem.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import { keepFrozen } from "../report/kept.server.ts";
import { isPartition, partitionBy, type Report, readFrozen, readReport } from "../report/read-report.server.ts";
import { listWaves } from "../trends/read-trends.server.ts";
import type { InterfaceBlocks } from "./rank-interfaces.ts";

/** A release with the questions on interfaces, as it holds them: what follows is worked out where it is shown. */
export type InterfacesReport = Pick<Report, "release" | "newer" | "breakdowns" | "chosen"> &
  InterfaceBlocks & {
    wanted: ReleaseBlock | null;
    hardest: ReleaseBlock | null;
    obstacles: ReleaseBlock | null;
    /** texts of which passages may be shown */
    practice: ReleaseBlock[];
    /** whether a wave before was released, whatever it asked */
    hasEarlier: boolean;
    /** the release of the wave before, where it asked the same */
    before: InterfacesWave | null;
  };

export type InterfacesWave = Pick<Report, "release"> & InterfaceBlocks;

/** Whether the questionnaire of a release asks how the cooperation with other fields goes. */
export async function asksForInterfaces(db: Db, report: Db, releaseId: string): Promise<boolean> {
  return (await questionsOf(db, report, releaseId)) !== undefined;
}

/** Throws not-found, also where nobody was asked for interfaces. */
export async function readInterfaces(
  db: Db,
  report: Db,
  releaseId: string,
  breakdown: string | null,
): Promise<InterfacesReport> {
  const read = await readReport(report, releaseId, partitionBy(breakdown));
  const found = await blocksIn(db, report, read);
  if (!found) throw new Problem("not-found");
  const { release, newer, chosen, blocks } = read;
  const breakdowns = read.breakdowns.filter(isPartition);
  const blockOf = (question: string | undefined) => blocks.find((block) => block.question === question) ?? null;
  const { wanted, hardest, obstacles, practice } = found.asked;
  const quoted = practice.flatMap((question) => blockOf(question) ?? []);
  return {
    ...{ release, newer, breakdowns, chosen, ...found },
    ...{ wanted: blockOf(wanted), hardest: blockOf(hardest), obstacles: blockOf(obstacles) },
    practice: quoted.filter(({ items }) => items.some(({ quotes }) => quotes.length > 0)),
    ...(await readBefore(db, report, read)),
  };
}

/** What everybody said of interfaces in a release, without the wave before. Throws not-found as `readInterfaces`. */
export async function readInterfaceBlocks(db: Db, report: Db, releaseId: string): Promise<InterfacesWave> {
  const read = await readFrozen(report, releaseId, null);
  const found = await blocksIn(db, report, read);
  if (!found) throw new Problem("not-found");
  return { release: read.release, ...found };
}

async function readBefore(
  db: Db,
  report: Db,
  { release }: Report,
): Promise<Pick<InterfacesReport, "hasEarlier" | "before">> {
  const earlier = (await listWaves(report, release)).at(-2);
  if (!earlier) return { hasEarlier: false, before: null };
  const read = await readFrozen(report, earlier, null);
  const found = await blocksIn(db, report, read);
  return { hasEarlier: true, before: found ? { release: read.release, ...found } : null };
}

async function blocksIn(
  db: Db,
  report: Db,
  read: Pick<Report, "release" | "blocks">,
): Promise<InterfaceBlocks | undefined> {
  const asked = await questionsOf(db, report, read.release.releaseId);
  const blockOf = (question: string | undefined) => read.blocks.find((block) => block.question === question);
  const [contact, detail] = [blockOf(asked?.contact.question), blockOf(asked?.detail)];
  return asked && contact && detail ? { asked, contact, detail } : undefined;
}

const KEPT = 200;
/** By release; its version never changes either. */
const keptIn = keepFrozen<{ asked: InterfaceQuestions | undefined }>(KEPT);

async function questionsOf(db: Db, report: Db, releaseId: string): Promise<InterfaceQuestions | undefined> {
  const cache = keptIn(report);
  const known = cache.get(releaseId);
  if (known) return known.asked;
  const row = await releases.findRelease(report, releaseId);
  if (!row) return undefined;
  const asked = interfacesIn(await findInterfaces(db, row.questionnaire, row.version));
  cache.set(releaseId, { asked });
  return asked;
}
