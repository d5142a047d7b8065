import type { TalkStep } from "../../../domain/talk/change-talk.server.ts";
import type { History } from "../../../domain/talk/read-history.server.ts";
import type { LastTime } from "../../../domain/talk/read-last-time.server.ts";
import type { Talk } from "../../../domain/talk/read-talk.server.ts";

const TIMEOUT_MS = 20_000;

const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });

/** Reads JSON; undefined where none came: the network, the session or the access is gone. */
async function readJson<T>(url: string): Promise<T | undefined> {
  try {
    const response = await ask(url);
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

export const fetchTalk = (url: string) => readJson<Talk>(url);
export const fetchHistory = (url: string) => readJson<History>(url);
export const fetchLastTime = (url: string) => readJson<LastTime | null>(url);

/** Takes one step; gives back everything that stands there afterwards, or why not: a code where the server gave one. */
export async function postTalk(url: string, step: TalkStep): Promise<{ talk: Talk } | { code: string | undefined }> {
  const headers = { "Content-Type": "application/json" };
  try {
    const response = await ask(url, { method: "POST", headers, body: JSON.stringify(step) });
    if (response.ok) return { talk: (await response.json()) as Talk };
    return { code: ((await response.json()) as { code?: string }).code };
  } catch {
    return { code: undefined };
  }
}
