import type { Db } from "#db/client.server.ts";
import { type GoalsRead, readGoals } from "../goals/read-goals.server.ts";
import { asksForInterfaces, type InterfacesWave, readInterfaceBlocks } from "../interfaces/read-interfaces.server.ts";
import { asksForNeeds, type NeedsReport, readNeeds } from "../needs/read-needs.server.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { type Changes, readChanges } from "./read-changes.server.ts";
import { readWaves } from "./waves.server.ts";

type NeedsWave = Pick<NeedsReport, "release" | "importance" | "coverage">;

/** A wave and, where there is one, the wave before it. */
type TwoWaves<T> = { now: T; before: T | null };

export type Overview = {
  /** of the newest wave that asks for needs; null before the first one */
  needs: TwoWaves<NeedsWave> | null;
  /** of the newest wave that asks for interfaces; null before the first one */
  interfaces: InterfacesWave | null;
  /** of each questionnaire that projects answered twice, what changed most between the last two */
  changes: Changes[];
  /** of each questionnaire that projects answer, the one closed last comes first */
  returns: TwoWaves<{ release: ReleaseSummary }>[];
} & GoalsRead;

type Waves = ReleaseSummary[][];

/** What the steering group sees first: releases and goals, what follows from them is worked out in the page. */
export async function readOverview(db: Db, report: Db): Promise<Overview> {
  const waves = [...(await readWaves(report)).values()].sort(
    ([a], [b]) => (b?.closedAt.getTime() ?? 0) - (a?.closedAt.getTime() ?? 0),
  );
  const [needs, interfaces, changes, goals] = await Promise.all([
    readNewestNeeds(db, report, waves),
    readNewestInterfaces(db, report, waves),
    readChanges(
      report,
      // Who comes to a training is somebody else each time.
      waves.filter(([now]) => now?.respondents === "projects"),
    ),
    readGoals(db, report),
  ]);
  return { needs, interfaces, changes, returns: waves.flatMap(returnsOf), ...goals };
}

function returnsOf([now, before]: ReleaseSummary[]): Overview["returns"] {
  if (now?.respondents !== "projects" || now.invited === null) return [];
  return [{ now: { release: now }, before: before ? { release: before } : null }];
}

async function readNewestNeeds(db: Db, report: Db, waves: Waves): Promise<Overview["needs"]> {
  const [now, before] = await wavesThatAsk(waves, 2, (releaseId) => asksForNeeds(db, report, releaseId));
  const read = async ({ releaseId }: ReleaseSummary): Promise<NeedsWave> => {
    const { release, importance, coverage } = await readNeeds(db, report, releaseId, null);
    return { release, importance, coverage };
  };
  return now ? { now: await read(now), before: before ? await read(before) : null } : null;
}

async function readNewestInterfaces(db: Db, report: Db, waves: Waves): Promise<Overview["interfaces"]> {
  const [now] = await wavesThatAsk(waves, 1, (releaseId) => asksForInterfaces(db, report, releaseId));
  return now ? readInterfaceBlocks(db, report, now.releaseId) : null;
}

/** Of the first questionnaire whose newest wave asks for something, so many of its newest waves as far as they ask too. */
async function wavesThatAsk(
  waves: Waves,
  most: number,
  asks: (releaseId: string) => Promise<boolean>,
): Promise<ReleaseSummary[]> {
  for (const series of waves) {
    const newest = series.slice(0, most);
    const asked = await Promise.all(newest.map(({ releaseId }) => asks(releaseId)));
    if (asked[0]) return newest.filter((_, i) => asked[i]);
  }
  return [];
}
