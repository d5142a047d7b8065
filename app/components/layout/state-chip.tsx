export type StateTone = "idle" | "started" | "done" | "bad";

/** A dot and a word: the word says it, the dot's colour and shape repeat it. */
export function StateChip({ tone, children }: { tone: StateTone; children: string }) {
  return <span className={tone === "idle" ? "state" : `state state--${tone}`}>{children}</span>;
}
