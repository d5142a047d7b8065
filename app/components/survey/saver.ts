import { type Answer, fitting, type Operation, postChanges } from "./post-changes.ts";

/** Why nothing can be saved any more: the round is over, a colleague has submitted, or the server will not have it. */
type End = "closed" | "submitted" | "blocked";

/**
 * What the line at the top says. `waiting` counts edits that are not yet acknowledged, `open` all that the server does
 * not have as the person wants it: waiting, refused, or in a clash.
 */
export type SaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "signed-out" | "refused" | "clash" | End;
  at: Date | undefined;
  waiting: number;
  open: number;
};

export type Clash = { path: string; mine: unknown; theirs: unknown; rev: number; by: string | null; at: string };

type Outcome = {
  opId: string;
  path: string;
  rev?: number;
  clash?: Omit<Clash, "path" | "mine" | "theirs"> & { value: unknown };
};
type Saved = { savedAt: string; outcomes: Outcome[] };

type SaverOptions = {
  url: string;
  revisions: Record<string, number>;
  onState: (state: SaveState) => void;
  onClash: (clash: Clash) => void;
  /** an answer that the server refused, and the code of the fault; what was typed stays on screen */
  onRefused: (path: string, code: string) => void;
};

export type Saver = {
  edit: (path: string, value: unknown) => void;
  /** settles a clash: the value the person chose is written on top of the other's */
  settle: (clash: Clash, value: unknown) => void;
  /** tries now; true when the server has everything, false when something cannot be saved or has to be decided */
  flush: () => Promise<boolean>;
  /** what the server does not have, by path */
  unsaved: () => Map<string, unknown>;
  /** the page goes away: sends what is left, once, and ends */
  stop: () => void;
};

const PAUSE_MS = 400;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const BATCH = 100;
const BATCH_BYTES = 256 * 1024;

/**
 * Sends edits one batch at a time. The newest value of a field wins before it is sent; a batch under way is sent again
 * unchanged, with the same operation ids, until the server has acknowledged it.
 */
export function createSaver(options: SaverOptions): Saver {
  const revisions = new Map(Object.entries(options.revisions));
  const pending = new Map<string, unknown>();
  const refused = new Map<string, unknown>();
  const clashes = new Map<string, unknown>();
  let batch: Operation[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let at: Date | undefined;
  let leaving = false;
  let end: End | undefined;
  let sending: Promise<void> | undefined;

  const waiting = () => new Set([...pending.keys(), ...batch.map(({ path }) => path)]).size;
  const unsaved = () =>
    new Map([...clashes, ...refused, ...batch.map(({ path, value }) => [path, value] as const), ...pending]);

  function say(kind: SaveState["kind"]): void {
    if (!leaving) options.onState({ kind, at, waiting: waiting(), open: unsaved().size });
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!end && !leaving) timer = setTimeout(() => void send(), delay);
  }

  /** Goes on with what waits; when there is nothing, says how it stands. */
  function goOn(): void {
    if (waiting() > 0) schedule(0);
    else if (clashes.size > 0) say("clash");
    else say(refused.size > 0 ? "refused" : "saved");
  }

  function nextBatch(): void {
    const next = [...pending].slice(0, BATCH).map(([path, value]) => {
      return { opId: crypto.randomUUID(), path, base: revisions.get(path) ?? 0, value: value ?? null };
    });
    batch = fitting(next, BATCH_BYTES);
    for (const { path } of batch) pending.delete(path);
  }

  function send(): Promise<void> {
    sending ??= exchange().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function exchange(): Promise<void> {
    clearTimeout(timer);
    if (end) return;
    if (batch.length === 0) nextBatch();
    if (batch.length === 0) return;
    say("saving");
    const answer = await postChanges(options.url, batch, leaving);
    if (answer?.redirected || answer?.status === 401) return again("signed-out");
    if (!answer || isPassing(answer)) return again("offline");
    if (answer.status === 409) return close((answer.body as { code?: string }).code);
    if (answer.status === 413) return sendLess();
    if (answer.status === 422) return setAside((answer.body as { faults?: Fault[] }).faults ?? []);
    if (answer.status >= 300) return close(undefined);
    failures = 0;
    settleBatch(answer.body as Saved);
  }

  function settleBatch(saved: Saved): void {
    at = new Date(saved.savedAt);
    const sent = new Map(batch.map((operation) => [operation.opId, operation.value]));
    batch = [];
    for (const { opId, path, rev, clash } of saved.outcomes) {
      if (rev) revisions.set(path, rev);
      if (!clash) continue;
      const { value: theirs, ...rest } = clash;
      const mine = sent.get(opId);
      clashes.set(path, mine);
      options.onClash({ path, mine, theirs, ...rest });
    }
    goOn();
  }

  function again(kind: "offline" | "signed-out"): void {
    say(kind);
    schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] as number);
    failures += 1;
  }

  function close(code: string | undefined): void {
    end = code === "already-submitted" ? "submitted" : code === "round-closed" ? "closed" : "blocked";
    say(end);
  }

  /** Too much at once: half of it, down to one edit, which is too large by itself. The server has looked at none of it. */
  function sendLess(): void {
    if (batch.length === 1) {
      setAside([{ code: "text-too-long", path: "/operations/0" }]);
      return;
    }
    const later = batch.splice(Math.ceil(batch.length / 2));
    for (const { path, value } of later) if (!pending.has(path)) pending.set(path, value);
    goOn();
  }

  /** Takes the refused edits out of the batch, so that the others are saved. */
  function setAside(faults: Fault[]): void {
    const codes = new Map(faults.map(({ path, code }) => [Number(path.split("/")[2]), code]));
    const kept = batch.filter((_, index) => !codes.has(index));
    if (kept.length === batch.length) {
      again("offline");
      return;
    }
    for (const [index, code] of codes) {
      const operation = batch[index];
      // A newer value is already waiting, to be judged by itself.
      if (!operation || pending.has(operation.path)) continue;
      refused.set(operation.path, operation.value);
      if (!leaving) options.onRefused(operation.path, code);
    }
    batch = kept;
    goOn();
  }

  function edit(path: string, value: unknown): void {
    refused.delete(path);
    pending.set(path, value);
    say(end ?? "saving");
    if (batch.length === 0) schedule(PAUSE_MS);
  }

  async function flush(): Promise<boolean> {
    failures = 0;
    while (!end && waiting() > 0 && failures === 0) await send();
    return unsaved().size === 0;
  }

  return {
    edit,
    settle: (clash, value) => {
      revisions.set(clash.path, clash.rev);
      clashes.delete(clash.path);
      edit(clash.path, value);
    },
    flush,
    unsaved,
    stop: () => {
      clearTimeout(timer);
      leaving = true;
      void flush();
    },
  };
}

type Fault = { code: string; path: string };

/** No final word: the server is away or busy, or its answer was cut off or came from something in between. */
function isPassing({ status, body }: Answer): boolean {
  const spoken = typeof body === "object" && body !== null;
  return (
    status >= 500 || status === 408 || status === 429 || (!spoken && (status < 400 || [409, 422].includes(status)))
  );
}
