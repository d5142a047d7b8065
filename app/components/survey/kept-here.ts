import type { JsonObject } from "#surveys/json.ts";

/** What a window keeps of an anonymous questionnaire: nothing of it is on the server before it is sent. */
export type Kept = {
  /** the same for every try to send, so that answers arrive once */
  submissionId: string;
  answers: JsonObject;
  page: string | null;
};

const PREFIX = "bogen:";
const keyOf = (name: string) => `${PREFIX}${name}`;

/** What this window has, or a fresh start. Where the browser keeps nothing, the page itself does while it is open. */
export function readKept(name: string): Kept {
  const fresh = { submissionId: crypto.randomUUID(), answers: {}, page: null };
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? "null");
    return isKept(kept) ? kept : fresh;
  } catch {
    return fresh;
  }
}

export function writeKept(name: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(kept));
  } catch {
    // Private windows and full ones: the answers then live as long as the page.
  }
}

export function dropKept(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept.
  }
}

/** At a shared device: nothing of any questionnaire is left in this window. */
export function dropAllKept(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** True where somebody has begun in this window: it may have been somebody else. */
export function hasBegun(name: string): boolean {
  return Object.keys(readKept(name).answers).length > 0;
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === "object" &&
    value !== null &&
    "submissionId" in value &&
    typeof value.submissionId === "string" &&
    "answers" in value &&
    typeof value.answers === "object" &&
    value.answers !== null
  );
}
