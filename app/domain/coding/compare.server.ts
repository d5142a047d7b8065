import type { Db, Tx } from "#db/client.server.ts";
import * as queries from "#db/queries/coding-texts.server.ts";
import { type ItemKey, listCodes } from "#db/queries/coding-tree.server.ts";
import { Problem } from "../problem.ts";
import { sameCodes } from "./agreement.ts";
import { codersOf } from "./code-texts.server.ts";
import { CODERS } from "./limits.ts";
import { resolveCodes, type TreeCode, targetsOf, treeOf } from "./tree.ts";

/** What two people chose for one text, and what counts: what both chose, else what was settled, else nothing yet. */
export type Compared = {
  textId: string;
  first: ReadonlySet<string>;
  second: ReadonlySet<string>;
  settled: { codes: string[]; reason: string } | null;
  final: string[] | null;
};

export type Comparison = {
  /** the first two who finished, in that order */
  coders: { accountId: string; name: string }[];
  tree: TreeCode[];
  texts: Compared[];
};

/** Puts both codings side by side. Throws not-finished until both have finished: before, nobody sees the other's codes. */
export async function compareCodings(db: Db | Tx, key: ItemKey): Promise<Comparison> {
  const coders = await codersOf(db, key);
  const finished = coders
    .filter((coder) => coder.finished_at !== null)
    .sort((a, b) => Number(a.finished_at) - Number(b.finished_at))
    .slice(0, CODERS);
  const [one, two] = finished;
  if (!one || !two) throw new Problem("not-finished");
  const [rows, textIds, codings, settledRows] = await Promise.all([
    listCodes(db, key),
    queries.listTextIds(db, key),
    queries.listCodings(db, key),
    queries.listSettled(db, key),
  ]);
  const targets = targetsOf(rows);
  const chosenBy = (accountId: string) =>
    new Map(codings.filter((row) => row.account_id === accountId).map((row) => [row.text_id, row.codes]));
  const [firsts, seconds] = [chosenBy(one.account_id), chosenBy(two.account_id)];
  const settled = new Map(settledRows.map((row) => [row.text_id, row]));
  const texts = textIds.map((textId): Compared => {
    const first = new Set(resolveCodes(firsts.get(textId) ?? [], targets));
    const second = new Set(resolveCodes(seconds.get(textId) ?? [], targets));
    const row = settled.get(textId);
    const decision = row ? { codes: resolveCodes(row.codes, targets), reason: row.reason } : null;
    const final = decision?.codes ?? (sameCodes(first, second) ? [...first] : null);
    return { textId, first, second, settled: decision, final };
  });
  return {
    coders: finished.map(({ account_id: accountId, name }) => ({ accountId, name })),
    tree: treeOf(rows),
    texts,
  };
}

/** Texts on which the two differed, settled or not. What a merge made alike is no difference any more. */
export function differencesIn({ texts }: Comparison): Compared[] {
  return texts.filter(({ first, second, settled }) => settled !== null || !sameCodes(first, second));
}
