import type { Db } from "#db/client.server.ts";
import { asksForNeeds, type NeedsReport, readNeeds } from "../needs/read-needs.server.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { readWaves } from "./waves.server.ts";

type NeedsWave = Pick<NeedsReport, "release" | "importance" | "coverage">;

/** A wave and, where there is one, the wave before it. */
type TwoWaves<T> = { now: T; before: T | null };

export type Overview = {
  /** of the newest wave that asks for needs; null before the first one */
  needs: TwoWaves<NeedsWave> | null;
  /** of each questionnaire that projects answer, the one closed last comes first */
  returns: TwoWaves<{ release: ReleaseSummary }>[];
};

/** What the steering group sees first: releases only, what follows from them is worked out in the page. */
export async function readOverview(db: Db, report: Db): Promise<Overview> {
  const waves = [...(await readWaves(report)).values()].sort(
    ([a], [b]) => (b?.closedAt.getTime() ?? 0) - (a?.closedAt.getTime() ?? 0),
  );
  return {
    needs: await readNewestNeeds(db, report, waves),
    returns: waves.flatMap(([now, before]) =>
      now && now.respondents === "projects" && now.invited !== null
        ? { now: { release: now }, before: before ? { release: before } : null }
        : [],
    ),
  };
}

async function readNewestNeeds(db: Db, report: Db, waves: ReleaseSummary[][]): Promise<Overview["needs"]> {
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
