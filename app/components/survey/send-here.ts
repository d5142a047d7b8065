import type { JsonObject } from "#surveys/json.ts";

/** What became of answers that were sent from this window. */
export type Sent =
  | { kind: "sent" }
  /** answers to be mended: `name` is the question's, `code` the check's */
  | { kind: "faults"; faults: { name: string; code: string; message: string | null }[] }
  /** other answers arrived under the same id before */
  | { kind: "other-arrived" }
  | { kind: "closed" | "used" | "full" }
  /** nobody knows: to be tried again under the same id */
  | { kind: "unknown" };

const TIMEOUT_MS = 30_000;
const ENDS: Record<string, Sent> = {
  "different-body": { kind: "other-arrived" },
  "round-closed": { kind: "closed" },
  "link-used": { kind: "used" },
  "link-full": { kind: "full" },
};

/** Sends anonymous answers, all at once. */
export async function sendHere(url: string, body: { submissionId: string; answers: JsonObject }): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok && !response.redirected) return { kind: "sent" };
    const problem = (await response.json()) as { code?: string; faults?: RawFault[] };
    if (problem.code === "invalid-answer") return { kind: "faults", faults: (problem.faults ?? []).map(readFault) };
    return ENDS[problem.code ?? ""] ?? { kind: "unknown" };
  } catch {
    return { kind: "unknown" };
  }
}

type RawFault = { path: string; code: string; detail?: { message?: unknown } };

function readFault({ path, code, detail }: RawFault) {
  const first = path.split("/")[1] ?? "";
  const name = first.replaceAll("~1", "/").replaceAll("~0", "~");
  return { name, code, message: typeof detail?.message === "string" ? detail.message : null };
}
