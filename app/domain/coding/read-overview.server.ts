import type { Db } from "#db/client.server.ts";
import { countQuotes } from "#db/queries/coding-quotes.server.ts";
import { countTexts, listCoders } from "#db/queries/coding-texts.server.ts";
import { findTreeBefore, listCodes, listCodingRounds } from "#db/queries/coding-tree.server.ts";
import type { RoundState } from "#db/tables/round.ts";
import type { Text } from "#surveys/model.ts";
import { Problem } from "../problem.ts";
import { maySomewhere, type Viewer } from "../viewer.ts";
import { agreementOf } from "./agreement.ts";
import { type CoderProgress, progressOf } from "./code-texts.server.ts";
import { differencesIn } from "./compare.server.ts";
import { LISTED_ROUNDS } from "./limits.ts";
import { openCodingRound, questionOf, textItemsOf } from "./open-item.server.ts";
import { comparisonOf } from "./read-agreement.server.ts";
import { treeOf } from "./tree.ts";

/** A round that is over and asked for free text. */
export type CodableRound = {
  roundId: string;
  title: Text;
  wave: string;
  state: RoundState;
  closedAt: Date | null;
  /** text items */
  items: number;
};

export type ItemOverview = {
  item: string;
  question: Text;
  texts: number;
  codes: number;
  /** codes whose name nobody has approved yet */
  unapproved: number;
  coders: CoderProgress[];
  /** null until both have finished */
  agreement: { observed: number | null; meanKappa: number | null; open: number; differences: number } | null;
  quotes: { waiting: number; approved: number };
};

export type CodingOverview = {
  roundId: string;
  round: Text;
  wave: string;
  open: boolean;
  items: ItemOverview[];
  /** may read texts and code them */
  codes: boolean;
};

/** Rounds with free text that are over, the latest first. Throws not-found. */
export async function listCodableRounds(db: Db, viewer: Viewer): Promise<CodableRound[]> {
  assertReads(viewer);
  const rounds = await listCodingRounds(db, LISTED_ROUNDS);
  return rounds.flatMap(({ round_id: roundId, title, wave, state, closed_at: closedAt, version_id, definition }) => {
    const items = textItemsOf(version_id, definition).length;
    return items > 0 ? [{ roundId, title, wave, state, closedAt, items }] : [];
  });
}

/** How far the coding of a round is, item by item, items without any text left out. No text, no name of a code. Throws not-found. */
export async function readCodingOverview(db: Db, viewer: Viewer, roundId: string): Promise<CodingOverview> {
  assertReads(viewer);
  const { round, items } = await openCodingRound(db, roundId);
  const keys = items.map((item) => item.key);
  const [counts, coders, quotes] = await Promise.all([
    countTexts(db, roundId, keys),
    listCoders(db, roundId),
    countQuotes(db, roundId),
  ]);
  const texts = new Map(counts.map((row) => [row.item, row.n]));
  const shown: ItemOverview[] = [];
  for (const item of items) {
    const n = texts.get(item.key);
    if (!n) continue;
    const key = { roundId, item: item.key };
    const tree = treeOf(await listCodes(db, key));
    const comparison = await comparisonOf(db, key);
    const differences = comparison ? differencesIn(comparison) : [];
    const quoted = quotes.filter((row) => row.item === item.key);
    const countOf = (decision: string | null) => quoted.find((row) => row.decision === decision)?.n ?? 0;
    const codeIds = tree.map(({ id }) => id);
    const figures = comparison && agreementOf(comparison.texts, codeIds);
    shown.push({
      item: item.key,
      question: questionOf(item),
      texts: n,
      codes: tree.length,
      unapproved: tree.filter((code) => !code.approved).length,
      coders: coders.filter((one) => one.item === item.key).map((one) => progressOf(one, viewer)),
      agreement: figures && {
        observed: figures.observed,
        meanKappa: figures.meanKappa,
        differences: differences.length,
        open: differences.filter((one) => one.final === null).length,
      },
      quotes: { waiting: countOf(null), approved: countOf("approved") },
    });
  }
  const codes = maySomewhere(viewer, "responses.code");
  return { roundId, round: round.title, wave: round.wave, open: round.state === "closed", items: shown, codes };
}

/** The wave before whose tree may be taken over. */
export async function findEarlierTree(db: Db, key: { roundId: string; item: string }) {
  const { round } = await openCodingRound(db, key.roundId);
  const before = await findTreeBefore(db, { seriesId: round.series_id, opensAt: round.opens_at, item: key.item });
  return before ? { title: before.title, wave: before.wave } : null;
}

function assertReads(viewer: Viewer): void {
  if (!maySomewhere(viewer, "coding.read")) throw new Problem("not-found");
}
