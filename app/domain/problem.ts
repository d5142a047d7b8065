/** Everything that can go wrong for a user, with its HTTP status. Texts stand in the locales under `problems`. */
export const PROBLEMS = {
  "invalid-request": 400,
  "unknown-field": 400,
  "signed-out": 401,
  "wrong-origin": 403,
  "not-found": 404,
  "round-closed": 409,
  "round-not-closed": 409,
  "round-not-draft": 409,
  "round-not-released": 409,
  "already-submitted": 409,
  "not-submitted": 409,
  "second-sign-off": 409,
  "already-released": 409,
  "interims-used": 409,
  "corrections-used": 409,
  "nothing-to-correct": 409,
  "too-few-erased": 409,
  "link-used": 409,
  "link-full": 409,
  "too-few-respondents": 409,
  "edit-clash": 409,
  "open-clashes": 409,
  "other-person": 409,
  "different-body": 409,
  "draft-changed": 409,
  "second-person": 409,
  "not-yours": 409,
  "changed-since": 409,
  "last-coordination": 409,
  "last-lead": 409,
  "part-not-yours": 409,
  "request-open": 409,
  "too-many-notes": 409,
  "coding-taken": 409,
  "coding-finished": 409,
  "not-finished": 409,
  "too-large": 413,
  "invalid-answer": 422,
  "invalid-definition": 422,
  "invalid-round": 422,
  "invalid-member": 422,
  "invalid-coding": 422,
  "invalid-measure": 422,
  "invalid-goal": 422,
  "invalid-note": 422,
  "too-many-requests": 429,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One fault at one place: `path` is a JSON Pointer into what was sent, `code` and `detail` name the text to show. */
export type Fault = { code: string; path: string; detail?: Record<string, string | number> };

/** What of a refused request had been saved by an earlier one: same outcomes as the answer that was lost then. */
export type SavedBefore = { savedAt: string; outcomes: readonly object[] };

/** The only error that reaches a user. Domain functions throw it; the routes turn it into a page or a JSON body. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly faults: Fault[];
  readonly retryAfter: number | undefined;
  readonly saved: SavedBefore | undefined;

  constructor(code: ProblemCode, more: { faults?: Fault[]; retryAfter?: number; saved?: SavedBefore } = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.status = PROBLEMS[code];
    this.faults = more.faults ?? [];
    this.retryAfter = more.retryAfter;
    this.saved = more.saved;
  }

  /** Problem details as in RFC 9457, without any text that depends on the language. */
  toResponse(): Response {
    const headers: Record<string, string> = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
    if (this.retryAfter !== undefined) headers["Retry-After"] = String(this.retryAfter);
    const body = {
      type: `/problems/${this.code}`,
      code: this.code,
      status: this.status,
      faults: this.faults,
      ...this.saved,
    };
    return new Response(JSON.stringify(body), { status: this.status, headers });
  }
}
