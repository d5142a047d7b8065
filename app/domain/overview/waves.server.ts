import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { type ReleaseSummary, summaryOf } from "../report/read-report.server.ts";

/**
 * The newest final release of each round, by questionnaire and who answers; of each the last wave first. Interim releases and
 * corrections are no waves, as on the page of trends.
 */
export async function readWaves(report: Db): Promise<Map<string, ReleaseSummary[]>> {
  const finished = (await releases.listReleases(report)).filter(({ kind }) => kind === "final");
  const byQuestionnaire = Map.groupBy(finished, (row) => `${row.questionnaire} ${row.respondents}`);
  return new Map(
    [...byQuestionnaire].map(([name, rows]) => {
      const rounds = Map.groupBy(rows, ({ round_id: id }) => id);
      const newest = [...rounds.values()].flatMap((all) => all.sort((a, b) => b.number - a.number)[0] ?? []);
      return [name, newest.map(summaryOf).sort((a, b) => b.closedAt.getTime() - a.closedAt.getTime())];
    }),
  );
}
