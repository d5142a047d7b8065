import { useTexts } from "./texts.ts";

/** The mark of a round whose answers are invented; nothing for a real one. */
export function FictionalChip({ fictional }: { fictional: boolean }) {
  const t = useTexts().rounds;
  return fictional ? <span className="chip chip--warn">{t.fictional}</span> : null;
}
