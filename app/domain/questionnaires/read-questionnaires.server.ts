import type { Db } from "#db/client.server.ts";
import { type DraftRow, listOpenDrafts } from "#db/queries/drafts.server.ts";
import { findVersionJson, listRoundsOfVersions } from "#db/queries/versions.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import { Problem } from "../problem.ts";
import { type ChangeCounts, type Changes, compareVersions, countsOf, shortened } from "./changes.ts";
import { type ItemSheet, itemSheet } from "./item-sheet.ts";
import { baseOf } from "./lineage.ts";
import { listVersions, type VersionEntry } from "./list-versions.server.ts";
import { faultsOf, type PlacedFault, readSide } from "./upload-draft.server.ts";

export type RoundOfVersion = { roundId: string; wave: string; isDraft: boolean };

export type DraftEntry = {
  draftId: string;
  name: string;
  title: Text;
  state: DraftRow["state"];
  /** who did what last: uploaded, proposed, or sent back */
  by: string | null;
  at: Date;
  returned: boolean;
};

export type QuestionnaireEntry = { latest: VersionEntry; versions: number; rounds: RoundOfVersion[] };

/** Every questionnaire by its title, and all drafts that wait for something. */
export async function readQuestionnaires(db: Db): Promise<{ list: QuestionnaireEntry[]; drafts: DraftEntry[] }> {
  const [versions, rounds, drafts] = await Promise.all([
    listVersions(db),
    listRoundsOfVersions(db),
    listOpenDrafts(db),
  ]);
  const byName = Map.groupBy(versions, (version) => version.name);
  const list = [...byName.values()].map((own): QuestionnaireEntry => {
    const ids = new Set(own.map((version) => version.versionId));
    return {
      latest: own.reduce((best, one) => (one.number > best.number ? one : best)),
      versions: own.length,
      rounds: rounds.filter((round) => ids.has(round.version_id)).map(roundOf),
    };
  });
  list.sort((a, b) => a.latest.title.de.localeCompare(b.latest.title.de, "de"));
  return { list, drafts: drafts.map(draftEntry) };
}

export type HistoryStep = {
  version: VersionEntry;
  rounds: RoundOfVersion[];
  /** the version that it is compared with, and what changed; the first version has none */
  against: { number: number; counts: ChangeCounts } | null;
};

/** All versions of a questionnaire, the latest first, each against the one before. Throws not-found, unavailable. */
export async function readHistory(db: Db, checking: CheckingPool, name: string) {
  const versions = await getVersions(db, name);
  const [rounds, drafts] = await Promise.all([listRoundsOfVersions(db, name), listOpenDrafts(db, name)]);
  const sides = new Map<string, ReturnType<typeof readSide>>();
  const sideOf = (version: VersionEntry) => {
    const side = sides.get(version.versionId) ?? readSide(db, checking, version);
    sides.set(version.versionId, side);
    return side;
  };
  const steps: HistoryStep[] = [];
  for (const version of versions) {
    const base = baseOf(versions, { amends: version.amends, below: version.number });
    const changes = base && compareVersions(await sideOf(base), await sideOf(version));
    steps.push({
      version,
      rounds: rounds.filter((round) => round.version_id === version.versionId).map(roundOf),
      against: base && changes ? { number: base.number, counts: countsOf(changes) } : null,
    });
  }
  return { steps, drafts: drafts.map(draftEntry) };
}

/** A version or a draft for reading: its items, remarks, and what changed against which version. */
export type Reading = {
  sheet: ItemSheet;
  faults: PlacedFault[];
  against: { version: VersionEntry; changes: Changes; counts: ChangeCounts } | null;
};

/** One published version. Throws not-found, unavailable. */
export async function readVersion(
  db: Db,
  checking: CheckingPool,
  name: string,
  number: number,
): Promise<{ version: VersionEntry; rounds: RoundOfVersion[]; reading: Reading }> {
  const versions = await getVersions(db, name);
  const version = versions.find((one) => one.number === number);
  if (!version) throw new Problem("not-found");
  const base = baseOf(versions, { amends: version.amends, below: number });
  const [side, rounds] = await Promise.all([readSide(db, checking, version), listRoundsOfVersions(db, name)]);
  return {
    version,
    rounds: rounds.filter((round) => round.version_id === version.versionId).map(roundOf),
    reading: await readAgainst(db, checking, side, base),
  };
}

type Side = Awaited<ReturnType<typeof readSide>>;

export async function readAgainst(
  db: Db,
  checking: CheckingPool,
  side: Side,
  base: VersionEntry | undefined,
): Promise<Reading> {
  const changes = base && compareVersions(await readSide(db, checking, base), side);
  return {
    sheet: itemSheet(side.inspection),
    faults: faultsOf(side.inspection),
    against: base && changes ? { version: base, changes: shortened(changes), counts: countsOf(changes) } : null,
  };
}

/** A version's definition as indented JSON, for the preview and to be kept. Throws not-found. */
export async function getVersionFile(db: Db, name: string, number: number): Promise<string> {
  const version = (await listVersions(db, name)).find((one) => one.number === number);
  const json = version && (await findVersionJson(db, version.versionId, true));
  if (json === undefined) throw new Problem("not-found");
  return json;
}

/** A version without its definition, for the preview's head. Throws not-found. */
export async function getVersion(db: Db, name: string, number: number): Promise<VersionEntry> {
  const version = (await listVersions(db, name)).find((one) => one.number === number);
  if (!version) throw new Problem("not-found");
  return version;
}

async function getVersions(db: Db, name: string): Promise<VersionEntry[]> {
  const versions = await listVersions(db, name);
  if (versions.length === 0) throw new Problem("not-found");
  return versions.sort((a, b) => b.number - a.number);
}

function roundOf(round: { round_id: string; wave: string; state: string }): RoundOfVersion {
  return { roundId: round.round_id, wave: round.wave, isDraft: round.state === "draft" };
}

function draftEntry(row: DraftRow): DraftEntry {
  const returned = row.state === "draft" && row.return_reason !== "";
  const [by, at] = returned
    ? [row.decider, row.decided_at]
    : row.state === "proposed"
      ? [row.proposer, row.proposed_at]
      : [row.uploader, row.uploaded_at];
  return {
    draftId: row.draft_id,
    name: row.name,
    title: textOf(row.title, row.name),
    state: row.state,
    by,
    at: at ?? row.uploaded_at,
    returned,
  };
}
