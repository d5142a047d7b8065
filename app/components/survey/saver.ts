/** What the line at the top says. `waiting` counts answers whose last edit is not yet acknowledged. */
export type SaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "refused" | "signed-out" | "closed" | "submitted";
  at: Date | undefined;
  waiting: number;
};

export type Clash = { path: string; mine: unknown; theirs: unknown; rev: number; by: string | null; at: string };

type Operation = { opId: string; path: string; base: number; value: unknown };
type Outcome = {
  opId: string;
  path: string;
  rev?: number;
  clash?: Omit<Clash, "path" | "mine" | "theirs"> & { value: unknown };
};

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
  /** resolves when nothing is waiting, or false when something cannot be saved now */
  flush: () => Promise<boolean>;
  unsaved: () => Map<string, unknown>;
  stop: () => void;
};

const PAUSE_MS = 400;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const BATCH = 100;

/**
 * Sends edits one batch at a time. The newest value of a field wins before it is sent; a batch under way is sent again
 * unchanged, with the same operation ids, until the server has acknowledged it.
 */
export function createSaver(options: SaverOptions): Saver {
  const revisions = new Map(Object.entries(options.revisions));
  const pending = new Map<string, unknown>();
  const refused = new Map<string, unknown>();
  let batch: Operation[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let at: Date | undefined;
  let stopped = false;
  let end: "closed" | "submitted" = "closed";
  let sending: Promise<void> | undefined;

  const waiting = () => new Set([...pending.keys(), ...batch.map(({ path }) => path)]).size;
  const say = (kind: SaveState["kind"]) => options.onState({ kind, at, waiting: waiting() });

  function schedule(delay: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void send(), delay);
  }

  function nextBatch(): void {
    for (const [path, value] of [...pending].slice(0, BATCH)) {
      pending.delete(path);
      batch.push({ opId: crypto.randomUUID(), path, base: revisions.get(path) ?? 0, value: value ?? null });
    }
  }

  function send(): Promise<void> {
    sending ??= exchange().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function exchange(): Promise<void> {
    clearTimeout(timer);
    if (batch.length === 0) nextBatch();
    if (batch.length === 0 || stopped) return;
    say("saving");
    const response = await post(options.url, { operations: batch });
    if (!response) return again("offline");
    if (response.redirected) return again("signed-out");
    if (response.status === 409) return close(await response.json());
    if (response.status === 422) return setAside(await response.json());
    if (!response.ok) return again("offline");
    failures = 0;
    settleBatch((await response.json()) as { savedAt: string; outcomes: Outcome[] });
  }

  function settleBatch(saved: { savedAt: string; outcomes: Outcome[] }): void {
    at = new Date(saved.savedAt);
    for (const outcome of saved.outcomes) {
      const mine = batch.find((operation) => operation.opId === outcome.opId)?.value;
      if (outcome.rev) revisions.set(outcome.path, outcome.rev);
      if (!outcome.clash) continue;
      const { value: theirs, ...rest } = outcome.clash;
      options.onClash({ path: outcome.path, mine, theirs, ...rest });
    }
    batch = [];
    if (pending.size > 0) schedule(0);
    else say(refused.size > 0 ? "refused" : "saved");
  }

  function again(kind: "offline" | "signed-out"): void {
    say(kind);
    schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] as number);
    failures += 1;
  }

  /** Nothing can be saved any more: a colleague has submitted, or the round is closed. */
  function close(problem: { code?: string }): void {
    stopped = true;
    if (problem.code === "already-submitted") end = "submitted";
    say(end);
  }

  /** Takes the refused edits out of the batch, so that the others are saved. */
  function setAside(problem: { faults?: { path: string; code: string }[] }): void {
    const codes = new Map((problem.faults ?? []).map((fault) => [Number(fault.path.split("/")[2]), fault.code]));
    const sound = batch.filter((_, index) => !codes.has(index));
    if (sound.length === batch.length) {
      again("offline");
      return;
    }
    for (const [index, code] of codes) {
      const operation = batch[index];
      if (!operation) continue;
      refused.set(operation.path, operation.value);
      options.onRefused(operation.path, code);
    }
    batch = sound;
    if (batch.length > 0 || pending.size > 0) schedule(0);
    else say("refused");
  }

  function edit(path: string, value: unknown): void {
    if (stopped) {
      pending.set(path, value);
      say(end);
      return;
    }
    refused.delete(path);
    pending.set(path, value);
    say("saving");
    if (batch.length === 0) schedule(PAUSE_MS);
  }

  return {
    edit,
    settle: (clash, value) => {
      revisions.set(clash.path, clash.rev);
      edit(clash.path, value);
    },
    flush: async () => {
      while (!stopped && pending.size + batch.length > 0 && failures === 0) await send();
      return pending.size + batch.length + refused.size === 0;
    },
    unsaved: () => new Map([...refused, ...batch.map(({ path, value }) => [path, value] as const), ...pending]),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function post(url: string, body: unknown): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return undefined;
  }
}
