import type { Db, Tx } from "#db/client.server.ts";
import { listTextOwners } from "#db/queries/coding-texts.server.ts";
import { type CountedCell, listRespondents } from "#db/queries/statistics.server.ts";
import type { Code, Item } from "#surveys/model.ts";
import { textsOf } from "../../locales/index.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { Problem } from "../problem.ts";
import { codedKey } from "./coded-key.ts";
import { type Comparison, compareCodings } from "./compare.server.ts";
import { openCodingRound } from "./open-item.server.ts";
import { mergeRareCodes } from "./rare-codes.ts";

/** Why an item is not counted: differences are open, names wait for approval, or rule 2 lets nothing be shown. */
export type Uncounted = { item: string; why: "not-settled" | "names" | "rule" };

/** `cells`: an entry has several of them where its text has several codes. */
export type CodedCells = { items: Item[]; cells: CountedCell[]; uncounted: Uncounted[] };

/** Codes of ours, which no tree has: what was merged, and that no code fits. */
const OTHER_CODE = "-other";
const NO_CODE = "-none";

/**
 * What two people coded of a round, as items of scale `multiple` that a release counts like any other: the settled codes of
 * each text, codes that fail rule 2 as one. Items that nobody coded are left out; those that are not ready are named.
 */
export async function codedCells(db: Db | Tx, roundId: string, rule: DisclosureRule): Promise<CodedCells> {
  const { items } = await openCodingRound(db, roundId);
  const respondents = await listRespondents(db, roundId);
  const organisations = new Map(respondents.map((one) => [one.response_id, one.organisation_id]));
  const owners = Map.groupBy(await listTextOwners(db, roundId), (text) => text.item);
  const coded: CodedCells = { items: [], cells: [], uncounted: [] };
  for (const item of items) {
    const texts = owners.get(item.key);
    if (!texts) continue;
    const comparison = await settledOrWhy(db, { roundId, item: item.key });
    if (typeof comparison === "string") {
      coded.uncounted.push({ item: item.key, why: comparison });
      continue;
    }
    const finals = new Map(comparison.texts.map(({ textId, final }) => [textId, final?.length ? final : [NO_CODE]]));
    const order = [...comparison.tree.map(({ id }) => id), NO_CODE];
    const given = order.map((code) => ({
      code,
      respondents: texts.filter((text) => finals.get(text.text_id)?.includes(code)).map((text) => text.response_id),
    }));
    const merging = mergeRareCodes(given, organisations, rule);
    if (!merging) {
      coded.uncounted.push({ item: item.key, why: "rule" });
      continue;
    }
    const key = codedKey(item.key);
    const shown = new Map(comparison.tree.map((code) => [code.id, String(code.number)]));
    shown.set(NO_CODE, NO_CODE);
    const codeOf = (id: string) => (merging.merged.includes(id) ? OTHER_CODE : (shown.get(id) ?? OTHER_CODE));
    for (const { text_id: textId, response_id: responseId, entry } of texts) {
      for (const code of new Set((finals.get(textId) ?? []).map(codeOf))) {
        coded.cells.push({ responseId, item: key, entry: item.repeated ? entry : null, code });
      }
    }
    const named = comparison.tree.filter(({ id }) => merging.kept.includes(id));
    coded.items.push({ ...item, key, scale: "multiple", codes: codesOf(named, merging) });
  }
  return coded;
}

async function settledOrWhy(db: Db | Tx, key: { roundId: string; item: string }) {
  let comparison: Comparison;
  try {
    comparison = await compareCodings(db, key);
  } catch (error) {
    if (error instanceof Problem && error.code === "not-finished") return "not-settled" as const;
    throw error;
  }
  if (comparison.texts.some((text) => text.final === null)) return "not-settled" as const;
  const used = new Set(comparison.texts.flatMap((text) => text.final ?? []));
  return comparison.tree.some((code) => used.has(code.id) && !code.approved) ? ("names" as const) : comparison;
}

function codesOf(named: Comparison["tree"], { kept, merged }: { kept: string[]; merged: string[] }): Code[] {
  const [de, en] = [textsOf("de").coding.release, textsOf("en").coding.release];
  return [
    // A name has one language: that of those who coded.
    ...named.map(({ number, name }): Code => ({ code: String(number), label: { de: name } })),
    ...(merged.length > 0 ? [{ code: OTHER_CODE, label: { de: de.other, en: en.other } }] : []),
    ...(kept.includes(NO_CODE) ? [{ code: NO_CODE, label: { de: de.none, en: en.none } }] : []),
  ];
}
