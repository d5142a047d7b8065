import type { Base, QueuedEdit } from "./replica.ts";

/** One edit on its way, as the server reads it. */
type Operation = { opId: string; path: string; base: Base; value: unknown } & Pick<QueuedEdit, "seen" | "settles">;

/** `body` is undefined where it is no JSON; `wait` in milliseconds, where the server asks for patience. */
export type Answer = { status: number; redirected: boolean; body: unknown; wait: number | undefined };

/** Browsers refuse more than this in requests that may outlive their page. */
const KEEPALIVE_BYTES = 60_000;
const TIMEOUT_MS = 30_000;

/** Sends edits. Gives undefined where no complete answer came back: nobody knows then whether they were saved. */
export async function postChanges(
  url: string,
  as: string | null,
  edits: readonly QueuedEdit[],
  leaving: boolean,
): Promise<Answer | undefined> {
  const body = JSON.stringify({ as, operations: edits.map(operationOf) });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: leaving && bytesOf(body) < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = response.redirected ? "" : await response.text();
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : undefined;
    return { status: response.status, redirected: response.redirected, body: parsed(text), wait };
  } catch {
    return undefined;
  }
}

function operationOf({ opId, path, base, value, seen, settles }: QueuedEdit): Operation {
  return { opId, path, base, value: value ?? null, ...(seen ? { seen } : {}), ...(settles ? { settles } : {}) };
}

/** As many edits from the front as fit into `most` bytes of JSON, but always one. */
export function fitting<E extends QueuedEdit>(edits: readonly E[], most: number): readonly E[] {
  let bytes = 0;
  const end = edits.findIndex((edit) => {
    bytes += bytesOf(JSON.stringify(operationOf(edit))) + 1;
    return bytes > most;
  });
  return end < 0 ? edits : edits.slice(0, Math.max(1, end));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
