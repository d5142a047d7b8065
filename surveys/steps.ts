import type { Code } from "./model.ts";

/** Whether two scales have the same numbers as steps, whatever their words: only then can means be taken from each other. */
export function haveSameSteps(a: readonly Code[], b: readonly Code[]): boolean {
  const [ours, theirs] = [stepsOf(a), stepsOf(b)];
  return ours.length === theirs.length && ours.every((step) => step !== undefined && theirs.includes(step));
}

const stepsOf = (codes: readonly Code[]) => codes.flatMap(({ missing, number }) => (missing ? [] : [number]));
