import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findText, putSettled } from "#db/queries/coding-texts.server.ts";
import { type ItemKey, listCodes, lockItem } from "#db/queries/coding-tree.server.ts";
import { type Fault, Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { noteLook } from "./code-texts.server.ts";
import { compareCodings, differencesIn } from "./compare.server.ts";
import { REASON_SIGNS } from "./limits.ts";
import { assertCodes, openForChange, openItem, type Place, placeOf } from "./open-item.server.ts";
import { orderFor } from "./order.server.ts";
import { resolveCodes, type TreeCode, targetsOf } from "./tree.ts";

type Asking = { viewer: Viewer; key: ItemKey; now: Date };

/** A text on which two people differed, with what each of them chose. */
export type Difference = {
  textId: string;
  number: number;
  text: string;
  first: { name: string; me: boolean; codes: string[] };
  second: { name: string; me: boolean; codes: string[] };
  settled: { codes: string[]; reason: string } | null;
};

export type SettlingPage = {
  place: Place;
  tree: TreeCode[];
  all: number;
  open: number;
  /** null where nothing is open */
  difference: Difference | null;
};

/**
 * One difference after another, in the person's own order: the one with the `number` asked for, else the first that is
 * open. The look is noted. Throws not-found, and not-finished until both have finished.
 */
export async function readSettling(db: Db, { viewer, key, now }: Asking, number: number | null): Promise<SettlingPage> {
  assertCodes(viewer);
  const item = await openItem(db, key);
  const comparison = await compareCodings(db, key);
  const found = new Map(differencesIn(comparison).map((one) => [one.textId, one]));
  const order = orderFor({ accountId: viewer.accountId, roundId: key.roundId }, [...found.keys()]);
  const open = order.filter((id) => found.get(id)?.final === null);
  const shown = found.get((number === null ? open[0] : order[number - 1]) ?? "");
  const text = shown && (await findText(db, key, shown.textId));
  if (shown) await noteLook(db, viewer, key, shown.textId, now);
  const [one, two] = comparison.coders;
  const side = (who: typeof one, codes: ReadonlySet<string>) => ({
    name: who?.name ?? "",
    me: who?.accountId === viewer.accountId,
    codes: [...codes],
  });
  return {
    place: placeOf(item),
    tree: comparison.tree,
    all: order.length,
    open: open.length,
    difference:
      shown && text !== undefined
        ? {
            textId: shown.textId,
            number: order.indexOf(shown.textId) + 1,
            text,
            first: side(one, shown.first),
            second: side(two, shown.second),
            settled: shown.settled,
          }
        : null,
  };
}

/** The same for a page that says so where both have not finished yet: then `page` is null. */
export async function readSettlingOrNull(
  db: Db,
  asking: Asking,
  number: number | null,
): Promise<{ place: Place; page: SettlingPage | null }> {
  try {
    const page = await readSettling(db, asking, number);
    return { place: page.place, page };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "not-finished") throw error;
    return { place: placeOf(await openItem(db, asking.key)), page: null };
  }
}

export type SettledChoice = { textId: string; codes: string[]; reason: string };

/**
 * Decides what counts for a text on which two people differed; none of the codes is a decision, too. May be decided
 * again until the release. Throws not-found, already-released, not-finished, and invalid-coding.
 */
export async function settleText(db: Db, { viewer, key, now }: Asking, choice: SettledChoice): Promise<void> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    await openForChange(tx, key);
    await lockItem(tx, key);
    const differences = differencesIn(await compareCodings(tx, key));
    if (!differences.some((one) => one.textId === choice.textId)) throw new Problem("not-found");
    const codes = resolveCodes(choice.codes, targetsOf(await listCodes(tx, key)));
    const reason = choice.reason.replaceAll("\r\n", "\n").trim();
    const faults: Fault[] = [];
    if (codes.length !== new Set(choice.codes).size) faults.push({ code: "unknown-code", path: "/codes" });
    if (reason.length > REASON_SIGNS) {
      faults.push({ code: "too-long", path: "/reason", detail: { limit: REASON_SIGNS } });
    }
    if (faults.length > 0) throw new Problem("invalid-coding", { faults });
    await putSettled(tx, key.roundId, { textId: choice.textId, codes, reason, by: viewer.accountId, at: now });
    const detail = { roundId: key.roundId, item: key.item };
    const event = { verb: "coding.settle", object: "coding-text", objectId: choice.textId };
    await insertAudit(tx, { actorId: viewer.accountId, ...event, detail });
  });
}
