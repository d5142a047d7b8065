import type { DrainState, End } from "./drain.ts";

/**
 * What the line at the top says. `waiting` counts fields whose edits are not yet acknowledged, `open` all that the server
 * does not have as the person wants it: waiting, refused, or in a clash of their own.
 */
export type SaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "signed-out" | "busy" | "refused" | "clash" | End;
  at: Date | undefined;
  waiting: number;
  open: number;
};

type Counts = { waiting: number; clashes: number; refused: number };

/** The one thing to say: what is in the way of edits that wait, else what is left to be decided, else that all is well. */
export function kindOf(drain: DrainState, counts: Counts, at: Date | undefined): SaveState["kind"] {
  const rest = counts.clashes > 0 ? "clash" : counts.refused > 0 ? "refused" : undefined;
  if (drain !== "resting" && drain !== "sending")
    return counts.waiting > 0 || drain === "closed" ? drain : (rest ?? drain);
  if (counts.waiting > 0) return "saving";
  return rest ?? (at ? "saved" : "idle");
}
