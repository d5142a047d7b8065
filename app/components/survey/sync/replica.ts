import type { FieldState, OpenClash } from "../../../domain/responses/read-response.server.ts";
import { afterRefusals } from "./refusal.ts";

/** A revision, or the edit of this device that came before. */
export type Base = number | string;

/** One edit that waits, or is under way. Once it was sent it never changes: it may have arrived. */
export type QueuedEdit = {
  opId: string;
  path: string;
  base: Base;
  value: unknown;
  /** with the removal of an entry: what was seen of its fields */
  seen?: Record<string, Base>;
  /** clashes that this edit settles */
  settles?: string[];
  /** edits of a device in the order they were made */
  order: number;
  sent: boolean;
  /** the code of the fault, where the server will not have this value: it is not sent again */
  refused?: string;
  /** the refused edit that this one takes the place of */
  instead?: string;
};

export type Outcome = {
  opId: string;
  path: string;
  rev?: number;
  clash?: { rev: number; value: unknown; by: string | null; at: string };
};

export type Standing = { seq: number; fields: FieldState[]; clashes: OpenClash[] };

/** What this device knows of a response: what the server has, what waits to be sent, and what clashes. Pure; no clock, no network. */
export type Replica = {
  seq: () => number;
  /** the fields as this person sees them: the server's, with their own edits on top */
  shown: () => ReadonlyMap<string, unknown>;
  field: (path: string) => FieldState | undefined;
  fields: () => ReadonlyMap<string, FieldState>;
  queue: () => readonly QueuedEdit[];
  clashes: () => readonly OpenClash[];
  /** Writes a field. Gives back the edit that now waits, new or the one before with another value. */
  edit: (path: string, value: unknown, settles?: string[]) => QueuedEdit;
  /** An edit that may still change: undefined once it was sent, or acknowledged. */
  waiting: (opId: string) => QueuedEdit | undefined;
  /** Takes in edits that another window of this device made, or that were kept. */
  adopt: (edits: readonly QueuedEdit[]) => string[];
  /**
   * Edits are under way, with these bodies, which do not change any more. What this window wrote over one of them
   * meanwhile was not sent with it: gives back the new edits that it becomes.
   */
  take: (edits: readonly QueuedEdit[]) => QueuedEdit[];
  /** What became of edits. Gives back the paths whose shown value may be another now. */
  acknowledge: (outcomes: readonly Outcome[], me: { byId: string | null; by: string | null }, at: string) => string[];
  /** The server will not have an edit. Gives it back if it stays as refused; it gives way to what was written on top of it. */
  refuse: (opId: string, code: string) => QueuedEdit | undefined;
  /** Takes in what the server has. Gives back the paths whose shown value may be another now. */
  merge: (standing: Standing) => string[];
};

export function createReplica(initial: Standing, queued: readonly QueuedEdit[], newId: () => string): Replica {
  const fields = new Map(initial.fields.map((field) => [field.path, field]));
  const queue = new Map<string, QueuedEdit>();
  let clashes: readonly OpenClash[] = initial.clashes;
  let seq = initial.seq;
  let order = 0;
  /** edits of this window: of several that hear of the same, it alone goes on from its own */
  const made = new Set<string>();
  /** own edits of this window that clashed: the person goes on seeing what they wrote until somebody decides */
  const mine = new Map<string, { opId: string; value: unknown }>();
  const shown = new Map<string, unknown>(initial.fields.map(({ path, value }) => [path, value]));

  const last = (path: string) => [...queue.values()].filter((edit) => edit.path === path).at(-1);

  function refresh(path: string): void {
    const own = last(path) ?? mine.get(path);
    if (own) shown.set(path, own.value);
    else if (fields.has(path)) shown.set(path, fields.get(path)?.value);
    else shown.delete(path);
  }

  /** Where the next edit of a field builds on. A refused edit never happened: its base is used instead. */
  function baseOf(path: string): Base {
    const before = last(path);
    if (before) return before.refused ? before.base : before.opId;
    return mine.get(path)?.opId ?? baseOfField(path);
  }

  const baseOfField = (path: string) => fields.get(path)?.rev ?? 0;

  function seenIn(entry: string): Record<string, Base> | undefined {
    const inside = [...shown.keys()].filter((path) => path.startsWith(`${entry}/`));
    return inside.length > 0 ? Object.fromEntries(inside.map((path) => [path, baseOf(path)])) : undefined;
  }

  const isEntry = (path: string) => /\/@[^/]+$/.test(path);

  function put(edit: QueuedEdit): QueuedEdit {
    queue.set(edit.opId, edit);
    refresh(edit.path);
    return edit;
  }

  function edit(path: string, value: unknown, settles: string[] = []): QueuedEdit {
    // A decision is made on what stands, not on the edit that clashed with it.
    if (settles.length > 0) mine.delete(path);
    const before = last(path);
    const all = [...new Set([...(before && !before.sent ? (before.settles ?? []) : []), ...settles])];
    const seen = isEntry(path) && value === null ? seenIn(path) : undefined;
    const more = { ...(seen ? { seen } : {}), ...(all.length > 0 ? { settles: all } : {}) };
    // One that waits takes the newer value; one that was refused gives way to a new one.
    if (before && !before.sent && !before.refused) {
      const { seen: _, settles: __, ...rest } = before;
      // Typed on top of what clashed, and then decided: that is on what stands as well.
      const decided = typeof before.base === "string" && settles.includes(before.base);
      return put({ ...rest, value, ...more, ...(decided ? { base: baseOfField(path) } : {}) });
    }
    const base = baseOf(path);
    const instead = before?.refused ? { instead: before.opId } : {};
    if (before?.refused) queue.delete(before.opId);
    order += 1;
    const opId = newId();
    made.add(opId);
    return put({ opId, path, base, value, ...more, ...instead, order, sent: false });
  }

  function adopt(edits: readonly QueuedEdit[]): string[] {
    for (const one of edits) {
      order = Math.max(order, one.order);
      if (one.instead) queue.delete(one.instead);
      // A word of another window that comes late changes nothing of what is under way.
      if (!queue.get(one.opId)?.sent) queue.set(one.opId, one);
    }
    const sorted = [...queue.values()].sort((a, b) => a.order - b.order);
    queue.clear();
    for (const one of sorted) queue.set(one.opId, one);
    const paths = edits.map(({ path }) => path);
    for (const path of paths) refresh(path);
    return paths;
  }
  adopt(queued);

  return {
    seq: () => seq,
    shown: () => shown,
    field: (path) => fields.get(path),
    fields: () => fields,
    queue: () => [...queue.values()],
    clashes: () => clashes,
    edit,
    waiting: (opId) => {
      const one = queue.get(opId);
      return one && !one.sent ? one : undefined;
    },
    adopt,
    take: (edits) =>
      edits.flatMap((sent) => {
        const own = queue.get(sent.opId);
        queue.set(sent.opId, { ...sent, sent: true });
        refresh(sent.path);
        const isNewer = own && !own.sent && made.has(own.opId) && !sameBody(own, sent);
        return isNewer ? [edit(own.path, own.value, own.settles)] : [];
      }),
    acknowledge: (outcomes, me, at) => {
      const paths = new Set<string>();
      for (const { opId, path, rev, clash } of outcomes) {
        const own = queue.get(opId);
        queue.delete(opId);
        paths.add(path);
        if (rev !== undefined) {
          if (mine.has(path)) mine.delete(path);
          const known = fields.get(path);
          if (own && rev > (known?.rev ?? 0)) {
            fields.set(path, { path, value: own.value, rev, seq: known?.seq ?? 0, ...me, at });
          }
          clashes = clashes.filter((one) => !own?.settles?.includes(one.opId));
        }
        if (clash && own) {
          mine.set(path, { opId, value: own.value });
          const standing = { path, value: clash.value, rev: clash.rev, by: clash.by, byId: null, at: clash.at };
          if (clash.rev > (fields.get(path)?.rev ?? 0)) fields.set(path, { ...standing, seq: 0 });
          const settled = [...(own.settles ?? []), own.base];
          const others = clashes.filter((one) => one.opId !== opId && !settled.includes(one.opId));
          clashes = [...others, { opId, path, value: own.value, ...me, at }];
        }
      }
      for (const path of paths) refresh(path);
      return [...paths];
    },
    refuse: (opId, code) => {
      const path = queue.get(opId)?.path;
      const { put: changed, drop } = afterRefusals([...queue.values()], [{ opId, code }]);
      for (const one of drop) queue.delete(one);
      for (const one of changed) queue.set(one.opId, one);
      if (path !== undefined) refresh(path);
      return queue.get(opId);
    },
    merge: (standing) => {
      const paths = new Set<string>();
      for (const field of standing.fields) {
        const known = fields.get(field.path);
        if (known && known.rev > field.rev) continue;
        fields.set(field.path, field);
        paths.add(field.path);
      }
      seq = Math.max(seq, standing.seq);
      const open = new Set(standing.clashes.map(({ opId }) => opId));
      // Edits that clash after this was read are not in it: they are known from their own answer.
      clashes = standing.clashes;
      for (const [path, { opId }] of mine) {
        if (open.has(opId)) continue;
        mine.delete(path);
        paths.add(path);
      }
      for (const path of paths) refresh(path);
      return [...paths];
    },
  };
}

const sameBody = (a: QueuedEdit, b: QueuedEdit): boolean =>
  JSON.stringify([a.value, a.base, a.seen, a.settles]) === JSON.stringify([b.value, b.base, b.seen, b.settles]);
