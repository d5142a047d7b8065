import type { Verdict } from "../../domain/goals/judge.ts";

/** From the best to what is not known yet. */
export const VERDICTS_IN_ORDER: readonly Verdict[] = ["reached", "on-way", "needs-push", "start", "no-number"];
