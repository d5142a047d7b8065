import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { listCoders } from "#db/queries/coding-texts.server.ts";
import * as queries from "#db/queries/coding-tree.server.ts";
import { type Fault, Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { CODE_DESCRIPTION_SIGNS, CODE_EXAMPLE_SIGNS, CODE_NAME_SIGNS, CODERS, CODES_PER_ITEM } from "./limits.ts";
import { assertCodes, type OpenItem, openForChange } from "./open-item.server.ts";

type Asking = { viewer: Viewer; key: queries.ItemKey };

/** A code as it was typed; `parentId` null puts it on the first level. */
export type TypedCode = { name: string; description: string; example: string; parentId: string | null };

type Held = { tx: Tx; rows: queries.CodeRow[]; live: queries.CodeRow[]; item: OpenItem; phase: Phase };
/** `one-finished`: one person can no longer use what is added now */
type Phase = "before" | "coding" | "one-finished" | "compared";

/** Adds a code at the end of its level. Throws not-found, already-released, and invalid-coding with the faults. */
export function addCode(db: Db, asking: Asking, typed: TypedCode): Promise<string> {
  return change(db, asking, "coding.add-code", async ({ tx, rows, live, phase }) => {
    const code = tidied(typed);
    const faults = [...faultsOf(code, live), ...parentFaults(code.parentId, undefined, live)];
    if (live.length >= CODES_PER_ITEM) faults.push(fault("/name", "too-many", { limit: CODES_PER_ITEM }));
    if (phase === "one-finished") faults.push(fault("/name", "one-finished"));
    refuse(faults);
    const codeId = randomUUID();
    const { parentId: parent_id, ...texts } = code;
    const approval = { named_by: asking.viewer.accountId, approved_by: null, approved_at: null };
    const position = Math.max(0, ...rows.map((row) => row.position)) + 1;
    await queries.insertCodes(tx, asking.key, [{ code_id: codeId, parent_id, position, ...texts, ...approval }]);
    return codeId;
  });
}

/**
 * Renames, describes or moves a code. Once somebody codes, another name or description needs `confirmed`: what was given
 * the code keeps it. A new name waits for approval again. Throws as `addCode` does.
 */
export function changeCode(
  db: Db,
  asking: Asking,
  { codeId, confirmed, ...typed }: TypedCode & { codeId: string; confirmed: boolean },
): Promise<string> {
  return change(db, asking, "coding.change-code", async ({ tx, live, phase }) => {
    const before = find(live, codeId);
    const code = tidied(typed);
    const others = live.filter((row) => row !== before);
    const faults = [...faultsOf(code, others), ...parentFaults(code.parentId, before, live)];
    const means = code.name !== before.name || code.description !== before.description;
    if (means && phase !== "before" && !confirmed) faults.push(fault("/confirmed", "confirm"));
    refuse(faults);
    const { parentId: parent_id, ...texts } = code;
    const renamed = code.name !== before.name;
    const naming = renamed ? { named_by: asking.viewer.accountId, approved_by: null, approved_at: null } : {};
    await queries.updateCode(tx, codeId, { parent_id, ...texts, ...naming });
    return codeId;
  });
}

/** Moves a code before or behind its neighbour on the same level; at the edge nothing happens. */
export function moveCode(
  db: Db,
  asking: Asking,
  { codeId, direction }: { codeId: string; direction: "up" | "down" },
): Promise<string> {
  return change(db, asking, "coding.move-code", async ({ tx, live }) => {
    const code = find(live, codeId);
    const level = live.filter((row) => row.parent_id === code.parent_id);
    const other = level[level.indexOf(code) + (direction === "up" ? -1 : 1)];
    if (other) {
      await queries.updateCode(tx, codeId, { position: other.position });
      await queries.updateCode(tx, other.code_id, { position: code.position });
    }
    return codeId;
  });
}

/**
 * Merges a code into another one: what was given the first counts for the second from now on, and its children go with
 * it. Needs `confirmed` once somebody codes, for it cannot be taken back.
 */
export function mergeCode(
  db: Db,
  asking: Asking,
  { codeId, intoId, confirmed }: { codeId: string; intoId: string; confirmed: boolean },
): Promise<string> {
  return change(db, asking, "coding.merge-code", async ({ tx, live, phase }) => {
    const code = find(live, codeId);
    const into = live.find((row) => row.code_id === intoId && row !== code);
    const children = live.filter((row) => row.parent_id === codeId && row !== into);
    const faults: Fault[] = [];
    if (!into) faults.push(fault("/intoId", "unknown-code"));
    if (into?.parent_id && into.parent_id !== codeId && children.length > 0)
      faults.push(fault("/intoId", "two-levels"));
    if (phase !== "before" && !confirmed) faults.push(fault("/confirmed", "confirm-merge"));
    refuse(faults);
    // A child that takes its parent's place comes up to the first level.
    if (into?.parent_id === codeId) await queries.updateCode(tx, intoId, { parent_id: null });
    for (const child of children) await queries.updateCode(tx, child.code_id, { parent_id: intoId });
    await queries.updateCode(tx, codeId, { merged_into: intoId });
    return codeId;
  });
}

/** Says yes to a code's name, so that a release may show it. Throws second-person for whoever named it. */
export function approveName(db: Db, asking: Asking, { codeId, now }: { codeId: string; now: Date }): Promise<string> {
  return change(db, asking, "coding.approve-name", async ({ tx, live }) => {
    const code = find(live, codeId);
    const { accountId } = asking.viewer;
    if (code.named_by === accountId) throw new Problem("second-person");
    if (!code.approved_by) await queries.updateCode(tx, codeId, { approved_by: accountId, approved_at: now });
    return codeId;
  });
}

/** Takes over the tree of the wave before, names with their approval. Throws changed-since where there are codes already. */
export function takeOverTree(db: Db, asking: Asking): Promise<string> {
  return change(db, asking, "coding.take-over", async ({ tx, rows, item }) => {
    if (rows.length > 0) throw new Problem("changed-since");
    const { series_id: seriesId, opens_at: opensAt } = item.round;
    const before = await queries.findTreeBefore(tx, { seriesId, opensAt, item: asking.key.item });
    if (!before) throw new Problem("not-found");
    const theirs = await queries.listCodes(tx, { roundId: before.round_id, item: asking.key.item });
    const live = theirs.filter((row) => row.merged_into === null);
    const ids = new Map(live.map((row) => [row.code_id, randomUUID()]));
    const copies = live.map(({ merged_into: _, named_by_name: __, ...row }) => ({
      ...row,
      code_id: ids.get(row.code_id) as string,
      parent_id: row.parent_id && (ids.get(row.parent_id) ?? null),
    }));
    // Parents first: a child names its parent.
    await queries.insertCodes(
      tx,
      asking.key,
      copies.filter((row) => row.parent_id === null),
    );
    await queries.insertCodes(
      tx,
      asking.key,
      copies.filter((row) => row.parent_id !== null),
    );
    return before.round_id;
  });
}

/** One change at a time per item, noted with the id that the work gives back. */
async function change(
  db: Db,
  { viewer, key }: Asking,
  verb: string,
  work: (held: Held) => Promise<string>,
): Promise<string> {
  assertCodes(viewer);
  return transact(db, async (tx) => {
    const item = await openForChange(tx, key);
    await queries.lockItem(tx, key);
    const rows = await queries.listCodes(tx, key);
    const live = rows.filter((row) => row.merged_into === null);
    const objectId = await work({ tx, rows, live, item, phase: await phaseOf(tx, key) });
    const detail = { roundId: key.roundId, item: key.item };
    await insertAudit(tx, { actorId: viewer.accountId, verb, object: "coding-code", objectId, detail });
    return objectId;
  });
}

async function phaseOf(tx: Tx, key: queries.ItemKey): Promise<Phase> {
  const coders = (await listCoders(tx, key.roundId)).filter((one) => one.item === key.item);
  const finished = coders.filter((one) => one.finished_at).length;
  if (finished >= CODERS) return "compared";
  if (finished > 0) return "one-finished";
  return coders.length > 0 ? "coding" : "before";
}

const fault = (path: string, code: string, detail?: Fault["detail"]): Fault =>
  detail ? { code, path, detail } : { code, path };

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem("invalid-coding", { faults });
}

function tidied({ parentId, ...texts }: TypedCode): TypedCode {
  const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();
  const name = tidy(texts.name).replaceAll(/\s+/g, " ");
  return { name, description: tidy(texts.description), example: tidy(texts.example), parentId };
}

function faultsOf({ name, description, example }: TypedCode, others: readonly queries.CodeRow[]): Fault[] {
  const faults: Fault[] = [];
  if (name === "") faults.push(fault("/name", "name-missing"));
  const long = [
    ["/name", name, CODE_NAME_SIGNS],
    ["/description", description, CODE_DESCRIPTION_SIGNS],
    ["/example", example, CODE_EXAMPLE_SIGNS],
  ] as const;
  for (const [path, text, limit] of long) {
    if (text.length > limit) faults.push(fault(path, "too-long", { limit }));
  }
  const same = (other: queries.CodeRow) => other.name.toLocaleLowerCase("de") === name.toLocaleLowerCase("de");
  if (others.some(same)) faults.push(fault("/name", "name-taken"));
  return faults;
}

/** Two levels: a parent has no parent, and what has children becomes no child. */
function parentFaults(
  parentId: string | null,
  code: queries.CodeRow | undefined,
  live: readonly queries.CodeRow[],
): Fault[] {
  if (parentId === null) return [];
  const parent = live.find((row) => row.code_id === parentId);
  if (!parent || parent === code) return [fault("/parentId", "unknown-code")];
  const hasChildren = code && live.some((row) => row.parent_id === code.code_id);
  return parent.parent_id !== null || hasChildren ? [fault("/parentId", "two-levels")] : [];
}

function find(live: readonly queries.CodeRow[], codeId: string): queries.CodeRow {
  const code = live.find((row) => row.code_id === codeId);
  if (!code) throw new Problem("not-found");
  return code;
}
