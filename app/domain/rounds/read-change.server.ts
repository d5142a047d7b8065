import type { Db } from "#db/client.server.ts";
import { countInbox } from "#db/queries/inbox.server.ts";
import { findSetup } from "#db/queries/round-setup.server.ts";
import { findRound } from "#db/queries/rounds.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import type { RoundState } from "#db/tables/round.ts";
import { readDefinition } from "#surveys/definition.ts";
import { Problem } from "../problem.ts";
import { type ChangeCounts, type Changes, compareVersions, countsOf, shortened } from "../questionnaires/changes.ts";
import { findAmendments, type VersionEntry } from "../questionnaires/list-versions.server.ts";
import { toWallClock } from "./wall-clock.ts";

/** What can be done with a round that was opened, by the word in the address. */
export const CHANGES = [
  "frist",
  "erinnerungen",
  "wortlaut",
  "schliessen",
  "abbrechen",
  "beenden",
  "archivieren",
] as const;
export type ChangeKind = (typeof CHANGES)[number];

const BY_STATE: Record<RoundState, readonly ChangeKind[]> = {
  draft: [],
  open: ["frist", "erinnerungen", "wortlaut", "schliessen", "abbrechen"],
  closed: ["beenden"],
  released: ["archivieren"],
  archived: [],
  cancelled: [],
};

function changesOf(state: RoundState): readonly ChangeKind[] {
  return BY_STATE[state];
}

/** A round with what can be changed about it. Throws not-found, for drafts too: they have a page of their own. */
export async function readChange(db: Db, roundId: string) {
  const setup = await findSetup(db, roundId);
  const round = await findRound(db, roundId);
  if (!setup || !round || setup.state === "draft") throw new Problem("not-found");
  const { title, wave, state, version, reminders } = setup;
  return {
    ...{ roundId, title, wave, state, version, reminders },
    closesAt: setup.closes_at,
    deadline: toWallClock(setup.closes_at),
    kinds: [...changesOf(state)],
    submitted: round.submitted ?? 0,
    begun: round.begun ?? 0,
    /** anonymous answers that wait, while the round is open */
    sealed: setup.privacy === "anonymous" && state === "open" ? await countInbox(db, roundId) : null,
    amendments: state === "open" ? await findAmendments(db, setup.version_id) : [],
  };
}

export type Amendment = { version: VersionEntry; changes: Changes; counts: ChangeCounts };

export type DeadlineTyped = { endDay: string; endTime: string };

/** What somebody typed and is to confirm. */
export type Asked =
  | { kind: "frist"; typed: DeadlineTyped; closesAt: Date }
  | { kind: "erinnerungen"; days: number[] }
  | { kind: "wortlaut"; amendment: Amendment }
  | { kind: "abbrechen"; reason: string }
  | { kind: "schliessen" }
  | { kind: "beenden" }
  | { kind: "archivieren" };

/** What a correction would change in a round, in words. Throws invalid-round where it is none of this round's version. */
export async function readAmendment(db: Db, roundId: string, versionId: string): Promise<Amendment> {
  const setup = await findSetup(db, roundId);
  if (!setup) throw new Problem("not-found");
  const version = (await findAmendments(db, setup.version_id)).find((one) => one.versionId === versionId);
  const after = version && (await findVersion(db, versionId));
  if (!version || !after) {
    throw new Problem("invalid-round", { faults: [{ code: "not-an-amendment", path: "/versionId" }] });
  }
  const changes = compareVersions(sideOf(setup.definition), sideOf(after.definition));
  return { version, changes: shortened(changes), counts: countsOf(changes) };
}

function sideOf(source: Record<string, unknown>) {
  const { definition } = readDefinition(source);
  if (!definition) throw new Error("A version was published although it cannot be read.");
  return { source: definition.source, items: definition.items };
}
