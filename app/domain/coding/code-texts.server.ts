import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as queries from "#db/queries/coding-texts.server.ts";
import { type ItemKey, listCodes, lockItem } from "#db/queries/coding-tree.server.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { CODERS } from "./limits.ts";
import { assertCodes, openForChange, openItem, type Place, placeOf } from "./open-item.server.ts";
import { orderFor } from "./order.server.ts";
import { resolveCodes, type TreeCode, targetsOf, treeOf } from "./tree.ts";

type Asking = { viewer: Viewer; key: ItemKey; now: Date };

/** How far somebody is who codes the item. */
export type CoderProgress = { name: string; me: boolean; decided: number; finished: boolean };

/** One text as the desk shows it: nothing stands here of whose it is or when it came. */
export type TextToCode = {
  id: string;
  /** its place in the person's own order, from 1 */
  number: number;
  text: string;
  chosen: { kind: "codes" | "none" | "later"; codes: string[] } | null;
};

export type CodingDesk = {
  place: Place;
  /** `taken`: two others code this item */
  state: "unbegun" | "taken" | "coding" | "finished";
  coders: CoderProgress[];
  tree: TreeCode[];
  total: number;
  decided: number;
  later: number;
  /** null where nothing is open, or nothing is to be shown */
  text: TextToCode | null;
};

/**
 * The desk of one person for one item. It shows the text with the `number` asked for, else the first that is undecided,
 * else the first put off. The look is noted. What others chose stands nowhere in it. Throws not-found.
 */
export async function readCodingDesk(db: Db, { viewer, key, now }: Asking, number: number | null): Promise<CodingDesk> {
  assertCodes(viewer);
  const item = await openItem(db, key);
  const [coders, rows, textIds, own, counted] = await Promise.all([
    codersOf(db, key),
    listCodes(db, key),
    queries.listTextIds(db, key),
    queries.listOwnCodings(db, key, viewer.accountId),
    queries.countTexts(db, key.roundId, [key.item]),
  ]);
  const me = coders.find((one) => one.account_id === viewer.accountId);
  const taken = !me && coders.length >= CODERS;
  const state = me ? (me.finished_at ? "finished" : "coding") : taken ? "taken" : "unbegun";
  const order = orderFor({ accountId: viewer.accountId, roundId: key.roundId }, textIds);
  const choices = new Map(own.map((one) => [one.text_id, one]));
  const undecided = order.find((id) => !choices.has(id)) ?? order.find((id) => choices.get(id)?.kind === "later");
  const wanted = number === null ? undecided : order[number - 1];
  const shown = me && (state === "coding" || number !== null) ? wanted : undefined;
  const text = shown ? await queries.findText(db, key, shown) : undefined;
  if (shown) await noteLook(db, viewer, key, shown, now);
  const chosen = shown ? choices.get(shown) : undefined;
  const later = own.filter((one) => one.kind === "later").length;
  return {
    place: placeOf(item),
    state,
    coders: coders.map((one) => progressOf(one, viewer)),
    tree: treeOf(rows),
    total: me ? order.length : (counted[0]?.n ?? 0),
    decided: own.length - later,
    later,
    text:
      shown && text !== undefined
        ? {
            id: shown,
            number: order.indexOf(shown) + 1,
            text,
            chosen: chosen ? { kind: chosen.kind, codes: resolveCodes(chosen.codes, targetsOf(rows)) } : null,
          }
        : null,
  };
}

/** Becomes one of the two who code the item. Throws not-found, already-released, and coding-taken. */
export async function beginCoding(db: Db, { viewer, key, now }: Asking): Promise<void> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    await openForChange(tx, key);
    await lockItem(tx, key);
    const coders = await codersOf(tx, key);
    if (coders.some((one) => one.account_id === viewer.accountId)) return;
    if (coders.length >= CODERS) throw new Problem("coding-taken");
    await queries.insertTexts(tx, key);
    if ((await queries.listTextIds(tx, key)).length === 0) throw new Problem("not-found");
    await queries.insertCoder(tx, key, viewer.accountId, now);
    await note(tx, viewer, key, "coding.begin");
  });
}

export type Choice = { textId: string; kind: "codes" | "none" | "later"; codes: string[] };

/**
 * Keeps what the person chose for a text: codes, that none fits, or to decide later. The same again changes nothing.
 * Throws not-found, already-released, coding-finished, and invalid-coding where no code is chosen or one is unknown.
 */
export function chooseCodes(db: Db, { viewer, key, now }: Asking, { textId, kind, codes }: Choice): Promise<void> {
  return asCoder(db, { viewer, key, now }, async (tx) => {
    if (!(await queries.listTextIds(tx, key)).includes(textId)) throw new Problem("not-found");
    const rows = await listCodes(tx, key);
    const known = resolveCodes(codes, targetsOf(rows));
    if (kind === "codes" && known.length === 0) {
      throw new Problem("invalid-coding", { faults: [{ code: "nothing-chosen", path: "/codes" }] });
    }
    const choice = { kind, codes: kind === "codes" ? known : [] };
    await queries.putCoding(tx, key, { ...choice, textId, accountId: viewer.accountId, at: now });
  });
}

/** Takes back the person's last decision; its text is shown again. Nothing happens where there is none. */
export function undoLast(db: Db, asking: Asking): Promise<void> {
  return asCoder(db, asking, async (tx) => {
    const { viewer, key } = asking;
    const last = (await queries.listOwnCodings(tx, key, viewer.accountId))[0];
    if (last) await queries.takeBackCoding(tx, last.text_id, viewer.accountId);
  });
}

/** Says that the own coding stands. From then on it cannot be changed. Throws invalid-coding while texts are open. */
export function finishCoding(db: Db, asking: Asking): Promise<void> {
  return asCoder(db, asking, async (tx) => {
    const { viewer, key, now } = asking;
    const [texts, own] = [await queries.listTextIds(tx, key), await queries.listOwnCodings(tx, key, viewer.accountId)];
    const open = texts.length - own.filter((one) => one.kind !== "later").length;
    if (open > 0)
      throw new Problem("invalid-coding", { faults: [{ code: "texts-open", path: "/", detail: { open } }] });
    await queries.finishCoder(tx, key, viewer.accountId, now);
    await note(tx, viewer, key, "coding.finish");
  });
}

/** Notes that somebody read a text: who, which, when; never what it says. */
export function noteLook(db: Db | Tx, viewer: Viewer, key: ItemKey, textId: string, at: Date): Promise<void> {
  const detail = { roundId: key.roundId, item: key.item };
  return insertAudit(db, {
    actorId: viewer.accountId,
    verb: "coding.read-text",
    object: "coding-text",
    objectId: textId,
    detail,
    at,
  });
}

export async function codersOf(db: Db | Tx, key: ItemKey) {
  return (await queries.listCoders(db, key.roundId)).filter((one) => one.item === key.item);
}

type CoderRow = Awaited<ReturnType<typeof queries.listCoders>>[number];

export function progressOf(coder: CoderRow, viewer: Viewer): CoderProgress {
  const { name, decided, finished_at, account_id } = coder;
  return { name, me: account_id === viewer.accountId, decided: decided ?? 0, finished: finished_at !== null };
}

async function asCoder(db: Db, { viewer, key }: Asking, work: (tx: Tx) => Promise<void>): Promise<void> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    await openForChange(tx, key);
    await lockItem(tx, key);
    const me = (await codersOf(tx, key)).find((one) => one.account_id === viewer.accountId);
    if (!me) throw new Problem("not-found");
    if (me.finished_at) throw new Problem("coding-finished");
    await work(tx);
  });
}

function note(tx: Tx, viewer: Viewer, key: ItemKey, verb: string): Promise<void> {
  const detail = { item: key.item };
  return insertAudit(tx, { actorId: viewer.accountId, verb, object: "coding-item", objectId: key.roundId, detail });
}
