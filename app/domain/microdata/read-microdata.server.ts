import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as insights from "#db/queries/insights.server.ts";
import { countWithdrawnSince, listNames } from "#db/queries/naming.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { Item } from "#surveys/model.ts";
import { type ReleaseHints, releaseHints } from "#surveys/release-hints.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import type { Name, Sheet } from "./rows.ts";

/** How long after signing in anew somebody may ask for single responses, and how long the file can then be fetched. */
export const FRESH_MINUTES = 15;
/** Of the reason, in characters; the teams concerned read it. */
export const REASON = { least: 10, most: 500 } as const;

/** Responses whose cells are in memory at a time. */
const RESPONSES_PER_STEP = 100;
const PSEUDONYM_LENGTH = 12;

export type MicrodataRound = Awaited<ReturnType<typeof insights.listRoundsWithAnswers>>[number];

/** Rounds whose single responses can be exported, the latest first. */
export const listMicrodataRounds = (db: Db): Promise<MicrodataRound[]> => insights.listRoundsWithAnswers(db);

/** Throws not-found. */
export async function getMicrodataRound(db: Db, roundId: string): Promise<MicrodataRound> {
  const found = (await insights.listRoundsWithAnswers(db)).find((round) => round.round_id === roundId);
  if (!found) throw new Problem("not-found");
  return found;
}

/** True where the export can have names: the round is named, and its questionnaire asks for consent. */
export async function mayHaveNames(db: Db, round: MicrodataRound): Promise<boolean> {
  return (await readAsked(db, round)).consent !== undefined;
}

/** By round: how many projects have withdrawn their name since the viewer last noted a look with names. Others are left out. */
export const countWithdrawn = (db: Db, viewer: Viewer): Promise<ReadonlyMap<string, number>> =>
  countWithdrawnSince(db, viewer.accountId);

type Looking = { roundId: string; reason: string; withNames?: boolean; now: Date };

/**
 * Notes the look, which the teams concerned see at once, and gives back its id: with it the file can be fetched. The reason
 * has 10 to 500 characters. Throws not-found, and invalid-request for names where there can be none.
 */
export async function openInsight(
  db: Db,
  viewer: Viewer,
  { roundId, reason, withNames = false, now }: Looking,
): Promise<string> {
  const round = await getMicrodataRound(db, roundId);
  if (withNames && !(await mayHaveNames(db, round))) throw new Problem("invalid-request");
  const insightId = randomUUID();
  await transact(db, async (tx) => {
    const { accountId } = viewer;
    await insights.insertInsight(tx, {
      insight_id: insightId,
      round_id: roundId,
      account_id: accountId,
      reason,
      at: now,
      with_names: withNames,
    });
    await insertAudit(tx, {
      ...{ actorId: accountId, verb: "responses.export", object: "insight", objectId: insightId },
      ...{ detail: { roundId, ...(withNames ? { with: "names" } : {}) }, at: now },
    });
  });
  return insightId;
}

/** A look whose file can be fetched. */
export type OpenInsight = { insightId: string; withNames: boolean };

/** The look, while its file can be fetched: by the same person, for some minutes. */
export async function findOpenInsight(
  db: Db,
  viewer: Viewer,
  { roundId, insightId, now }: { roundId: string; insightId: string; now: Date },
): Promise<OpenInsight | undefined> {
  const insight = z.uuid().safeParse(insightId).success ? await insights.findInsight(db, insightId) : undefined;
  if (insight?.round_id !== roundId || insight.account_id !== viewer.accountId) return undefined;
  const isOpen = now.getTime() - insight.at.getTime() < FRESH_MINUTES * 60_000;
  return isOpen ? { insightId, withNames: insight.with_names } : undefined;
}

export type Microdata = {
  round: MicrodataRound;
  /** of how many responses the names are there, and of how many not; null in an export without names */
  names: { given: number; without: number } | null;
  /** without what names projects, and without what joins a person's answers */
  items: Item[];
  entriesOf: (item: string) => string[];
  /** every response that counts, some at a time, in the order of the pseudonyms, which says nothing */
  sheets: () => AsyncGenerator<Sheet[]>;
};

/** What a round asked that may be exported, and the consent to being named where it is a named one. */
async function readAsked(db: Db, round: MicrodataRound): Promise<{ items: Item[]; consent: Consent }> {
  const version = await findVersion(db, round.version_id);
  const { definition } = readDefinition(version?.definition ?? {});
  if (!definition) throw new Error(`Version ${round.version_id} was published although it cannot be read.`);
  const hints = releaseHints(definition);
  const items = definition.items.filter((item) => hints.isReleased(item) && !hints.isRoster(item));
  return { items, consent: round.privacy === "named" ? hints.nameConsent : undefined };
}

type Consent = ReleaseHints["nameConsent"];

/**
 * The single responses of a round. With names, if the look says so: of those who consented and have not withdrawn it by now.
 * Pseudonyms hold for the round only, and where there are names for this look only, so that they lead to no name in other
 * files. Throws not-found, and invalid-request for names where there can be none.
 */
export async function readMicrodata(
  db: Db,
  roundId: string,
  { secret, insight }: { secret: string; insight?: OpenInsight },
): Promise<Microdata> {
  const round = await getMicrodataRound(db, roundId);
  const { items, consent } = await readAsked(db, round);
  const entries = Map.groupBy(await insights.listEntries(db, roundId), ({ item }) => item);
  const names = insight?.withNames ? await readNames(db, roundId, consent) : null;
  const scope = names && insight ? `${roundId} ${insight.insightId}` : roundId;
  const pseudonymOf = (responseId: string) => pseudonym(secret, `${scope} ${responseId}`);
  return {
    round,
    names: names && { given: names.size, without: (round.submitted ?? 0) - names.size },
    items,
    entriesOf: (item) => (entries.get(item) ?? []).flatMap(({ entry }) => entry ?? []).sort(byNumbers),
    sheets: () => readSheets(db, roundId, { items, names, pseudonymOf }),
  };
}

/** By response. Who is not among them has no name in the export. */
type Names = ReadonlyMap<string, Name>;

async function readNames(db: Db, roundId: string, consent: Consent): Promise<Names> {
  if (!consent) throw new Problem("invalid-request");
  const rows = await listNames(db, roundId, consent);
  return new Map(rows.map(({ response_id: id, project, organisation }) => [id, { project, organisation }]));
}

type Reading = { items: readonly Item[]; names: Names | null; pseudonymOf: (responseId: string) => string };

async function* readSheets(db: Db, roundId: string, { items, names, pseudonymOf }: Reading): AsyncGenerator<Sheet[]> {
  const known = new Set(items.map(({ key }) => key));
  const ids = await insights.listCountingResponses(db, roundId);
  const ordered = ids
    .map((id) => ({ id, pseudonym: pseudonymOf(id) }))
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  for (let from = 0; from < ordered.length; from += RESPONSES_PER_STEP) {
    const step = ordered.slice(from, from + RESPONSES_PER_STEP);
    const cells = await insights.listVisibleCells(
      db,
      roundId,
      step.map(({ id }) => id),
    );
    const byResponse = Map.groupBy(
      cells.filter(({ item }) => known.has(item)),
      (cell) => cell.response_id,
    );
    yield step.map(({ id, pseudonym }) => ({
      pseudonym,
      ...(names ? { name: names.get(id) ?? null } : {}),
      cells: byResponse.get(id) ?? [],
    }));
  }
}

function pseudonym(secret: string, of: string): string {
  return createHmac("sha256", secret).update(`pseudonym ${of}`).digest("hex").slice(0, PSEUDONYM_LENGTH);
}

/** "2" before "10", "1.2" before "1.10". */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
