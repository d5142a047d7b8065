import { listMicrodataRounds, openInsight } from "#app/domain/microdata/read-microdata.server.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import type { SamplePage } from "./pages.ts";
import { viewerOf } from "./people.ts";

const DAY_MS = 86_400_000;

/** With a file that is ready, and with one whose time is over. */
export async function microdataPages(db: Db, analyst: string): Promise<SamplePage[]> {
  const about = { group: "microdata", role: "analyst" } as const;
  const round = (await listMicrodataRounds(db))[0]?.round_id ?? "";
  const look = async (now: Date) =>
    openInsight(db, await viewerOf(db, analyst), { roundId: round, reason: "Vergleich der Wellen", now });
  return [
    { ...about, path: paths.microdata() },
    { ...about, path: paths.microdataOfRound(round) },
    { ...about, path: paths.microdataOfRound(round, await look(new Date(Date.now() + DAY_MS))) },
    { ...about, path: paths.microdataOfRound(round, await look(new Date(0))) },
  ];
}
