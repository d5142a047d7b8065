/** One edit on its way: `base` is the revision that it was made on, 0 for an empty field. */
export type Operation = { opId: string; path: string; base: number; value: unknown };

/** `body` is undefined where it is no JSON. */
export type Answer = { status: number; redirected: boolean; body: unknown };

/** Browsers refuse more than this in requests that may outlive their page. */
const KEEPALIVE_BYTES = 60_000;
const TIMEOUT_MS = 30_000;

/** Sends edits. Gives undefined where no complete answer came back: nobody knows then whether they were saved. */
export async function postChanges(url: string, operations: Operation[], leaving: boolean): Promise<Answer | undefined> {
  const body = JSON.stringify({ operations });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: leaving && bytesOf(body) < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = response.redirected ? "" : await response.text();
    return { status: response.status, redirected: response.redirected, body: parsed(text) };
  } catch {
    return undefined;
  }
}

/** As many edits from the front as fit into `most` bytes of JSON, but always one. */
export function fitting(operations: Operation[], most: number): Operation[] {
  let bytes = 0;
  const end = operations.findIndex((operation) => {
    bytes += bytesOf(JSON.stringify(operation)) + 1;
    return bytes > most;
  });
  return end < 0 ? operations : operations.slice(0, Math.max(1, end));
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
