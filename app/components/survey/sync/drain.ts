import type { Device } from "./device.ts";
import { type Answer, postChanges } from "./post-changes.ts";
import type { Outcome, QueuedEdit } from "./replica.ts";

/**
 * Why nothing can be saved any more: the round is over, somebody has submitted, access was taken away, these edits are
 * somebody else's, or the server will not have them.
 */
export type End = "closed" | "submitted" | "away" | "other-person" | "blocked";
export type DrainState = "sending" | "resting" | "offline" | "signed-out" | "busy" | End;

type DrainOptions = {
  device: Device;
  invitationId: string;
  as: string | null;
  url: string;
  onTaken: (edits: readonly QueuedEdit[]) => void;
  onAnswer: (outcomes: Outcome[], savedAt: string) => void;
  /** an edit that the server refused, and the code of the fault */
  onRefused: (edit: QueuedEdit, code: string) => void;
  onState: (state: DrainState) => void;
};

export type Drain = {
  /** there is something to send */
  kick: (delay?: number) => void;
  /** tries now, until nothing waits or something is in the way */
  flush: () => Promise<void>;
  /** after the questionnaire was opened again */
  resume: () => void;
  stop: () => void;
};

const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const BATCH = 100;
const BATCH_BYTES = 256 * 1024;
const ENDS: Record<string, End> = {
  "round-closed": "closed",
  "already-submitted": "submitted",
  "other-person": "other-person",
};

/**
 * Sends what waits on this device, in order, one batch at a time. Edits under way are sent again unchanged, under the same
 * ids, until the server has acknowledged them; only then they leave the device.
 */
export function createDrain(options: DrainOptions): Drain {
  const { device, invitationId, as } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | undefined;
  let failures = 0;
  let batch = BATCH;
  let end: End | undefined;
  let stopped = false;

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!end && !stopped) timer = setTimeout(() => void send(), delay);
  }

  /** True when there is more to send at once. */
  function send(): Promise<boolean> {
    clearTimeout(timer);
    sending ??= exchange()
      // The device's store failed: the edits are still on screen, and tried again.
      .catch(() => again("offline"))
      .finally(() => {
        sending = undefined;
      });
    return sending.then((more) => {
      if (more) schedule(0);
      return more;
    });
  }

  async function exchange(): Promise<boolean> {
    if (end || stopped) return false;
    const edits = await device.takeEdits(invitationId, as, { edits: batch, bytes: BATCH_BYTES });
    if (edits.length === 0) {
      options.onState("resting");
      return false;
    }
    options.onTaken(edits);
    options.onState("sending");
    const answer = await postChanges(options.url, as, edits, false);
    if (stopped) return false;
    if (answer?.redirected || answer?.status === 401) return again("signed-out");
    if (!answer || isPassing(answer)) return again(answer?.status === 429 ? "busy" : "offline", answer?.wait);
    failures = 0;
    if (answer.status === 413) return sendLess(edits);
    if (answer.status === 422) return setAside(edits, (answer.body as { faults?: Fault[] }).faults ?? []);
    if (answer.status >= 300) return close(answer);
    batch = BATCH;
    await acknowledge(answer.body as Saved);
    return true;
  }

  async function acknowledge({ outcomes, savedAt }: Saved): Promise<void> {
    await device.dropEdits(
      invitationId,
      outcomes.map(({ opId }) => opId),
    );
    options.onAnswer(outcomes, savedAt);
  }

  function again(state: "offline" | "signed-out" | "busy", wait = 0): boolean {
    options.onState(state);
    schedule(Math.max(wait, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] as number));
    failures += 1;
    return false;
  }

  async function close({ status, body }: Answer): Promise<boolean> {
    // What had arrived before the door was shut is not reported as lost.
    const saved = body as Partial<Saved> | undefined;
    if (saved?.outcomes && saved.savedAt) await acknowledge({ outcomes: saved.outcomes, savedAt: saved.savedAt });
    end = status === 404 ? "away" : (ENDS[(body as { code?: string })?.code ?? ""] ?? "blocked");
    options.onState(end);
    return false;
  }

  /** Too much at once: half of it, down to one edit, which is too large by itself. The server has looked at none of it. */
  async function sendLess(edits: readonly QueuedEdit[]): Promise<boolean> {
    if (edits.length === 1) return setAside(edits, [{ code: "text-too-long", path: "/operations/0" }]);
    batch = Math.ceil(edits.length / 2);
    return true;
  }

  /** Takes the refused edits out of the queue, so that the others are saved. */
  async function setAside(edits: readonly QueuedEdit[], faults: Fault[]): Promise<boolean> {
    const codes = new Map(faults.map(({ path, code }) => [Number(path.split("/")[2]), code]));
    const refused = edits.flatMap((edit, i) => (codes.has(i) ? [{ ...edit, refused: codes.get(i) as string }] : []));
    if (refused.length === 0) return again("offline");
    const refusals = refused.map(({ opId, refused: code }) => ({ opId, code }));
    await device.refuseEdits(invitationId, as, refusals);
    for (const edit of refused) options.onRefused(edit, edit.refused);
    return true;
  }

  return {
    kick: (delay = 0) => {
      // While the server is away its own pace holds.
      if (failures === 0) schedule(delay);
    },
    flush: async () => {
      failures = 0;
      while (!stopped && (await send())) clearTimeout(timer);
    },
    resume: () => {
      end = undefined;
      failures = 0;
      schedule(0);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

type Fault = { code: string; path: string };
type Saved = { outcomes: Outcome[]; savedAt: string };

/** No final word: the server is away or busy, or its answer was cut off or came from something in between. */
function isPassing({ status, body }: Answer): boolean {
  const spoken = typeof body === "object" && body !== null;
  return (
    status >= 500 || status === 408 || status === 429 || (!spoken && (status < 400 || [404, 409, 422].includes(status)))
  );
}
