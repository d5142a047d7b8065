import {
  listMicrodataRounds,
  type MicrodataRound,
  mayHaveNames,
  openInsight,
} from "#app/domain/microdata/read-microdata.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertNamingStep, listNames } from "#db/queries/naming.server.ts";
import type { SamplePage } from "./pages.ts";
import { viewerOf } from "./people.ts";

const DAY_MS = 86_400_000;

/** With a file that is ready, and with one whose time is over; in a round with a choice of names, after a withdrawal too. */
export async function microdataPages(db: Db, analyst: string): Promise<SamplePage[]> {
  const about = { group: "microdata", role: "analyst" } as const;
  const rounds = await listMicrodataRounds(db);
  const [round, network] = [rounds[0]?.round_id ?? "", (await roundWithNames(db, rounds)).round_id];
  const look = async (now: Date, roundId = round, withNames = false) =>
    openInsight(db, await viewerOf(db, analyst), { roundId, reason: "Vergleich der Wellen", withNames, now });
  await withdrawLater(db, network, analyst);
  return [
    { ...about, path: paths.microdata() },
    { ...about, path: paths.microdataOfRound(round) },
    { ...about, path: paths.microdataOfRound(round, await look(new Date(Date.now() + DAY_MS))) },
    { ...about, path: paths.microdataOfRound(round, await look(new Date(0))) },
    { ...about, path: paths.microdataOfRound(network) },
    { ...about, path: paths.microdataOfRound(network, await look(new Date(Date.now() + DAY_MS), network, true)) },
  ];
}

/** One project withdraws its name, later than anybody looks. */
async function withdrawLater(db: Db, roundId: string, by: string): Promise<void> {
  const [first] = await listNames(db, roundId, { item: "nw_ok", yes: "true" });
  const at = new Date(Date.now() + 2 * DAY_MS);
  const step = { round_id: roundId, response_id: first?.response_id ?? "", number: 1, withdrawn: true, at, by };
  await transact(db, (tx) => insertNamingStep(tx, step));
}

/** The round of the sample whose single responses can be had with names. */
export async function roundWithNames(db: Db, rounds: readonly MicrodataRound[]): Promise<MicrodataRound> {
  for (const round of rounds) if (await mayHaveNames(db, round)) return round;
  throw new Error("the sample has no round with names that is over");
}
