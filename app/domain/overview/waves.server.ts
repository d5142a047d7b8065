import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { type ReleaseSummary, summaryOf } from "../report/read-report.server.ts";

/** The newest release of each finished round, by questionnaire; of a questionnaire the last wave first. */
export async function readWaves(report: Db): Promise<Map<string, ReleaseSummary[]>> {
  const finished = (await releases.listReleases(report)).filter(({ kind }) => kind !== "interim");
  const byQuestionnaire = Map.groupBy(finished, ({ questionnaire }) => questionnaire);
  return new Map(
    [...byQuestionnaire].map(([name, rows]) => {
      const rounds = Map.groupBy(rows, ({ round_id: id }) => id);
      const newest = [...rounds.values()].flatMap((all) => all.sort((a, b) => b.number - a.number)[0] ?? []);
      return [name, newest.map(summaryOf).sort((a, b) => b.closedAt.getTime() - a.closedAt.getTime())];
    }),
  );
}
