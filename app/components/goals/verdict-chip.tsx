import type { Verdict } from "../../domain/goals/judge.ts";

/** How a goal stands: the word says it, the shape and the colour before it repeat it. */
export function VerdictChip({ verdict, children }: { verdict: Verdict; children: string }) {
  return <span className={`verdict verdict--${verdict}`}>{children}</span>;
}
