import { canonical } from "#surveys/json.ts";
import type { Sent } from "./history.ts";

/** What the server says of a questionnaire after a step. */
export type Standing = {
  seq: number;
  fields: { path: string; value: unknown; rev: number; seq: number }[];
  clashes: { opId: string; path: string; value: unknown }[];
};
export type Operation = Omit<Sent, "sheet"> & { settles?: string[]; seen?: Record<string, number | string> };
export type Outcome = { opId: string; path: string; rev?: number; clash?: { rev: number; value: unknown } };

/**
 * What one client knows and what waits. Written from the contract alone, so that it can testify against the app's own
 * replica: an edit is made on what its author sees, on their own preceding edit where that is not acknowledged yet.
 */
export type Replica = {
  /** the step up to which everything is known */
  seq: () => number;
  edit: (path: string, value: unknown) => void;
  /** paths of the entries that are there */
  entries: () => string[];
  /** the next operations to send, the same ones until they are answered */
  batch: () => Operation[];
  waiting: () => number;
  answered: (outcomes: Outcome[]) => void;
  /** the batch will never be taken; what waited behind it neither */
  drop: () => void;
  learn: (standing: Standing) => void;
  clashes: () => Standing["clashes"];
  /** decides every clash that is known: what stands is kept, and an entry that was removed stays so */
  decide: () => void;
  /** what somebody at this client would see: equal texts, equal sights */
  sight: () => string;
};

const BATCH = 50;
const MOST_SETTLED = 50;
const ENTRY = /\/@[^/]+$/;

export function createReplica(newId: () => string): Replica {
  const fields = new Map<string, { value: unknown; rev: number }>();
  let clashes: Standing["clashes"] = [];
  let queue: Operation[] = [];
  let sending: Operation[] = [];
  let seq = -1;

  /** An answer may be older than what was learnt meanwhile; revision 0 is a field that nobody wrote. */
  function take(path: string, value: unknown, rev: number): void {
    if (rev > 0 && rev >= (fields.get(path)?.rev ?? 0)) fields.set(path, { value, rev });
  }

  const unanswered = () => [...sending, ...queue];
  const ownBefore = (path: string) => unanswered().findLast((op) => op.path === path);
  const baseOf = (path: string) => ownBefore(path)?.opId ?? fields.get(path)?.rev ?? 0;

  /** What somebody who removes an entry sees of it. */
  function seenOf(entry: string): Record<string, number | string> {
    const paths = [...fields.keys(), ...unanswered().map(({ path }) => path)];
    return Object.fromEntries(paths.filter((path) => path.startsWith(`${entry}/`)).map((path) => [path, baseOf(path)]));
  }

  function edit(path: string, value: unknown, settles: string[]): void {
    const op: Operation = { opId: newId(), path, base: baseOf(path), value };
    if (settles.length > 0) op.settles = settles.slice(0, MOST_SETTLED);
    if (value === null && ENTRY.test(path)) op.seen = seenOf(path);
    queue.push(op);
  }

  /** The outermost removed entry that a field lies in, or the field itself. */
  function placeOfDecision(path: string): string {
    const around = [...path.matchAll(/\/@[^/]+(?=\/)/g)].map((match) => path.slice(0, match.index + match[0].length));
    return around.find((entry) => fields.get(entry)?.value === null) ?? path;
  }

  return {
    seq: () => seq,
    edit: (path, value) => {
      const seen = ownBefore(path) ? [] : clashes.filter((clash) => clash.path === path);
      edit(
        path,
        value,
        seen.map(({ opId }) => opId),
      );
    },
    decide: () => {
      for (const [path, open] of Map.groupBy(clashes, (clash) => placeOfDecision(clash.path))) {
        edit(
          path,
          fields.get(path)?.value ?? null,
          open.map(({ opId }) => opId),
        );
      }
    },
    entries: () => {
      const places = new Map([...fields].map(([path, { value }]) => [path, value]));
      for (const { path, value } of unanswered()) places.set(path, value);
      return [...places].filter(([path, value]) => ENTRY.test(path) && value !== null).map(([path]) => path);
    },
    batch: () => {
      if (sending.length === 0) sending = queue.splice(0, BATCH);
      return sending;
    },
    waiting: () => sending.length + queue.length,
    answered: (outcomes) => {
      const sent = new Map(sending.map((op) => [op.opId, op.value]));
      sending = [];
      for (const { opId, path, rev, clash } of outcomes) {
        if (clash) take(path, clash.value, clash.rev);
        else take(path, sent.get(opId), rev as number);
      }
    },
    drop: () => {
      sending = [];
      queue = [];
    },
    learn: (standing) => {
      for (const { path, value, rev } of standing.fields) take(path, value, rev);
      clashes = standing.clashes;
      seq = Math.max(seq, standing.seq);
    },
    clashes: () => clashes,
    sight: () =>
      canonical({
        fields: [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, { value, rev }]) => [path, value, rev]),
        clashes: clashes.map(({ opId, path, value }) => [opId, path, value]).sort(),
      }),
  };
}
