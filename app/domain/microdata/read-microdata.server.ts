import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as insights from "#db/queries/insights.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { Item } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import type { Sheet } from "./rows.ts";

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

/**
 * Notes the look, which the teams concerned see at once, and gives back its id: with it the file can be fetched. The reason
 * has 10 to 500 characters. Throws not-found.
 */
export async function openInsight(
  db: Db,
  viewer: Viewer,
  { roundId, reason, now }: { roundId: string; reason: string; now: Date },
): Promise<string> {
  await getMicrodataRound(db, roundId);
  const insightId = randomUUID();
  await transact(db, async (tx) => {
    const { accountId } = viewer;
    await insights.insertInsight(tx, {
      insight_id: insightId,
      round_id: roundId,
      account_id: accountId,
      reason,
      at: now,
    });
    await insertAudit(tx, {
      ...{ actorId: accountId, verb: "responses.export", object: "insight", objectId: insightId },
      ...{ detail: { roundId }, at: now },
    });
  });
  return insightId;
}

/** True while the file of a look can be fetched: by the same person, for some minutes. */
export async function isInsightOpen(
  db: Db,
  viewer: Viewer,
  { roundId, insightId, now }: { roundId: string; insightId: string; now: Date },
): Promise<boolean> {
  const insight = z.uuid().safeParse(insightId).success ? await insights.findInsight(db, insightId) : undefined;
  if (insight?.round_id !== roundId || insight.account_id !== viewer.accountId) return false;
  return now.getTime() - insight.at.getTime() < FRESH_MINUTES * 60_000;
}

export type Microdata = {
  round: MicrodataRound;
  /** without what names projects, and without what joins a person's answers */
  items: Item[];
  entriesOf: (item: string) => string[];
  /** every response that counts, some at a time, in the order of the pseudonyms, which says nothing */
  sheets: () => AsyncGenerator<Sheet[]>;
};

/** The single responses of a round. Pseudonyms hold for this round only. Throws not-found. */
export async function readMicrodata(db: Db, roundId: string, secret: string): Promise<Microdata> {
  const round = await getMicrodataRound(db, roundId);
  const version = await findVersion(db, round.version_id);
  const { definition } = readDefinition(version?.definition ?? {});
  if (!definition) throw new Error(`Version ${round.version_id} was published although it cannot be read.`);
  const hints = releaseHints(definition);
  const items = definition.items.filter((item) => hints.isReleased(item) && !hints.isRoster(item));
  const entries = Map.groupBy(await insights.listEntries(db, roundId), ({ item }) => item);
  return {
    round,
    items,
    entriesOf: (item) => (entries.get(item) ?? []).flatMap(({ entry }) => entry ?? []).sort(byNumbers),
    sheets: () => readSheets(db, roundId, items, secret),
  };
}

async function* readSheets(db: Db, roundId: string, items: readonly Item[], secret: string): AsyncGenerator<Sheet[]> {
  const known = new Set(items.map(({ key }) => key));
  const ids = await insights.listCountingResponses(db, roundId);
  const named = ids
    .map((id) => ({ id, pseudonym: pseudonymOf(secret, roundId, id) }))
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  for (let from = 0; from < named.length; from += RESPONSES_PER_STEP) {
    const step = named.slice(from, from + RESPONSES_PER_STEP);
    const cells = await insights.listVisibleCells(
      db,
      roundId,
      step.map(({ id }) => id),
    );
    const byResponse = Map.groupBy(
      cells.filter(({ item }) => known.has(item)),
      (cell) => cell.response_id,
    );
    yield step.map(({ id, pseudonym }) => ({ pseudonym, cells: byResponse.get(id) ?? [] }));
  }
}

function pseudonymOf(secret: string, roundId: string, responseId: string): string {
  const digest = createHmac("sha256", secret).update(`pseudonym ${roundId} ${responseId}`).digest("hex");
  return digest.slice(0, PSEUDONYM_LENGTH);
}

/** "2" before "10", "1.2" before "1.10". */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
