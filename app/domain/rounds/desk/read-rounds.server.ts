import type { Db } from "#db/client.server.ts";
import { listSideCounts } from "#db/queries/desk.server.ts";
import { countOpenInquiries } from "#db/queries/inquiries.server.ts";
import { listRounds, type RoundRow } from "#db/queries/rounds.server.ts";

/** In the order of the list: what is being prepared, what runs, what waits for its release, what is done. */
export const ROUND_GROUPS = ["draft", "open", "closed", "released", "archived"] as const;
export type RoundGroup = (typeof ROUND_GROUPS)[number];

export type ListedRound = RoundRow & {
  /** how many have submitted; of anonymous rounds that are not closed yet: how many links were used */
  returned: number;
  /** null where people come by link and nobody counts them beforehand */
  expected: number | null;
  /** questions to the coordination that wait for an answer */
  inquiries: number;
};

/** All rounds by what is to be done with them; cancelled ones stand with the archived. Groups without any are left out. */
export async function readRoundGroups(db: Db): Promise<{ group: RoundGroup; rounds: ListedRound[] }[]> {
  const [rows, counts, open] = await Promise.all([listRounds(db), listSideCounts(db), countOpenInquiries(db)]);
  const inquiriesOf = new Map(open.map((one) => [one.round_id, one.n]));
  const countsOf = new Map(counts.map((one) => [one.round_id, one]));
  const rounds = rows.map((row): ListedRound => {
    const { audience, used } = countsOf.get(row.round_id) ?? {};
    const sealed = row.privacy === "anonymous" && row.state === "open";
    return {
      ...row,
      returned: (sealed ? used : row.submitted) ?? 0,
      expected: audience?.kind === "link" ? null : (row.invited ?? 0),
      inquiries: inquiriesOf.get(row.round_id) ?? 0,
    };
  });
  const groupOf = ({ state }: RoundRow): RoundGroup => (state === "cancelled" ? "archived" : state);
  return ROUND_GROUPS.map((group) => ({
    group,
    rounds: inOrder(
      group,
      rounds.filter((round) => groupOf(round) === group),
    ),
  })).filter(({ rounds }) => rounds.length > 0);
}

/** What comes next first; of what is over, what was last. */
function inOrder(group: RoundGroup, rounds: ListedRound[]): ListedRound[] {
  const key = group === "draft" ? "opens_at" : "closes_at";
  const sign = group === "draft" || group === "open" || group === "closed" ? 1 : -1;
  return rounds.sort((a, b) => sign * (a[key].getTime() - b[key].getTime()));
}
