/** One edit as a client sends it. `sheet` is the invitation whose response it belongs to. */
export type Sent = { opId: string; sheet: string; path: string; base: number | string; value: unknown };

/** What the server said of an edit: saved as a revision, or kept as a clash. */
export type Verdict = { rev: number } | { clash: { rev: number } };

/**
 * The log of a run. `unknown`: no answer came, so nobody knows what became of it; it is sent again until one comes.
 * `fail`: the server refused it for good, so nothing of it may be found afterwards.
 */
export type Event =
  | { kind: "invoke"; op: Sent }
  | { kind: "ok"; opId: string; verdict: Verdict }
  | { kind: "fail"; opId: string; code: string }
  | { kind: "unknown"; opId: string; why: string }
  | { kind: "submit"; sheet: string; submissionId: string }
  | { kind: "submitted"; submissionId: string; receipt?: string }
  | { kind: "submit-failed"; submissionId: string; code: string }
  | { kind: "submit-unknown"; submissionId: string; why: string };

export type History = { events: Event[]; log: (event: Event) => void };

export function createHistory(): History {
  const events: Event[] = [];
  return { events, log: (event) => void events.push(event) };
}
