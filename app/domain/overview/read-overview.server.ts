import type { Db } from "#db/client.server.ts";
import { type GoalsRead, readGoals } from "../goals/read-goals.server.ts";
import { asksForInterfaces, type InterfacesReport, readInterfaces } from "../interfaces/read-interfaces.server.ts";
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
  interfaces: Pick<InterfacesReport, "release" | "asked" | "contact" | "detail"> | null;
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
      waves.flatMap(([now]) => (now?.respondents === "projects" ? now : [])),
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
  for (const [now, before] of waves) {
    if (!now || !(await asksForNeeds(db, report, now.releaseId))) continue;
    const read = async ({ releaseId }: ReleaseSummary): Promise<NeedsWave> => {
      const { release, importance, coverage } = await readNeeds(db, report, releaseId, null);
      return { release, importance, coverage };
    };
    const isSame = before && (await asksForNeeds(db, report, before.releaseId));
    return { now: await read(now), before: isSame ? await read(before) : null };
  }
  return null;
}

async function readNewestInterfaces(db: Db, report: Db, waves: Waves): Promise<Overview["interfaces"]> {
  for (const [now] of waves) {
    if (!now || !(await asksForInterfaces(db, report, now.releaseId))) continue;
    const { release, asked, contact, detail } = await readInterfaces(db, report, now.releaseId, null);
    return { release, asked, contact, detail };
  }
  return null;
}
