import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as insights from "#db/queries/insights.server.ts";
import { countWithdrawnSince, listNames } from "#db/queries/naming.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { Item } from "#surveys/model.ts";
import { type ReleaseHints, releaseHints } from "#surveys/release-hints.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { chooseSigns } from "./packed.ts";
import { orderByPseudonym } from "./pseudonyms.server.ts";
import type { Name } from "./rows.ts";
import { readSheets } from "./sheets.server.ts";
import { UNLISTED } from "./variables.ts";
import type { PackedSheet } from "./writers.ts";

/** How long after signing in anew somebody may ask for single responses, and how long the file can then be fetched. */
export const FRESH_MINUTES = 15;
/** Of the reason, in characters; the teams concerned read it. */
export const REASON = { least: 10, most: 500 } as const;

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
  /** what stands between the cells of a sheet */
  signs: insights.PackingSigns;
  /** every response that counts, some at a time, in the order of the pseudonyms, which says nothing; `from`: without so many */
  sheets: (from?: number) => AsyncGenerator<PackedSheet[]>;
};

/** What a round asked that may be exported, and the consent to being named where it is a named one. */
async function readAsked(db: Db, round: MicrodataRound): Promise<Asked> {
  const version = await findVersion(db, round.version_id);
  const { definition } = readDefinition(version?.definition ?? {});
  if (!definition) throw new Error(`Version ${round.version_id} was published although it cannot be read.`);
  const hints = releaseHints(definition);
  const items = definition.items.filter((item) => hints.isReleased(item) && !hints.isRoster(item));
  return { definition, items, consent: round.privacy === "named" ? hints.nameConsent : undefined };
}

type Consent = ReleaseHints["nameConsent"];
type Asked = { definition: Definition; items: Item[]; consent: Consent };

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
  const { definition, items, consent } = await readAsked(db, round);
  const packing = packingOf(definition, items);
  const repeated = items.flatMap((item) => (item.repeated ? [item.key] : []));
  const entries = Map.groupBy(await insights.listEntries(db, roundId, repeated), ({ item }) => item);
  const names = insight?.withNames ? await readNames(db, roundId, consent) : null;
  const scope = names && insight ? `${roundId} ${insight.insightId}` : roundId;
  // Worked out when the first file is opened, once for both.
  let ordered: ReturnType<typeof orderByPseudonym> | undefined;
  const inOrder = () => {
    ordered ??= orderByPseudonym(db, roundId, { secret, scope });
    return ordered;
  };
  return {
    round,
    names: names && { given: names.size, without: (round.submitted ?? 0) - names.size },
    items,
    entriesOf: (item) => (entries.get(item) ?? []).flatMap(({ entry }) => entry ?? []).sort(byNumbers),
    signs: packing.signs,
    sheets: (from = 0) => readSheets(db, roundId, { inOrder, packing, names, from }),
  };
}

/** What is packed of the items, and by which signs. Entries are numbers and dots. */
function packingOf(definition: Definition, items: readonly Item[]): insights.Packing {
  const codes = [...new Set(items.flatMap((item) => item.codes.map(({ code }) => code)))];
  const keys = definition.items.map(({ key }) => key);
  return {
    signs: chooseSigns([...keys, ...codes, UNLISTED, ".0123456789"]),
    ...{ codes, other: UNLISTED },
    dated: items.flatMap(({ key, scale }) => (scale === "date" ? [key] : [])),
  };
}

/** By response. Who is not among them has no name in the export. */
export type Names = ReadonlyMap<string, Name>;

async function readNames(db: Db, roundId: string, consent: Consent): Promise<Names> {
  if (!consent) throw new Problem("invalid-request");
  const rows = await listNames(db, roundId, consent);
  return new Map(rows.map(({ response_id: id, project, organisation }) => [id, { project, organisation }]));
}

/** "2" before "10", "1.2" before "1.10". */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
