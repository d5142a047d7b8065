import type { PublicRule } from "./published.ts";

type Mechanism = Pick<PublicRule, "multiple" | "noise" | "zeros">;
/** Larger errors are next to impossible. */
const FARTHEST = 60;
/** No group of the networks is larger. */
const LARGEST = 400;
const known = new Map<string, Fitting>();

/** How probable a published figure is, by the true count. Element c: for the count c. */
export type Fitting = (published: number) => Float64Array;

/**
 * The public mechanism as the attacker sees it: two-sided geometric noise, then random rounding that is right on average;
 * nothing below 0, and where zeros are kept 0 stays 0.
 */
export function fittingOf({ multiple, noise, zeros }: Mechanism): Fitting {
  const name = `${multiple}/${noise}/${zeros}`;
  const fitting = known.get(name) ?? newFitting({ multiple, noise, zeros });
  known.set(name, fitting);
  return fitting;
}

function newFitting(mechanism: Mechanism): Fitting {
  const columns: Float64Array[] = [];
  for (let count = 0; count <= LARGEST; count += 1) {
    for (const [step, chance] of outcomes(count, mechanism)) {
      columns[step] ??= new Float64Array(LARGEST + 1);
      columns[step][count] = chance;
    }
  }
  const never = new Float64Array(LARGEST + 1);
  return (published) => columns[Math.round(published / mechanism.multiple)] ?? never;
}

/** How probable each multiple is for one count. */
function outcomes(count: number, { multiple, noise, zeros }: Mechanism): Map<number, number> {
  if (count === 0 && zeros === "kept") return new Map([[0, 1]]);
  const chances = new Map<number, number>();
  const add = (step: number, chance: number) => {
    const at = Math.max(0, step);
    if (chance > 0) chances.set(at, (chances.get(at) ?? 0) + chance);
  };
  for (let error = -FARTHEST; error <= FARTHEST; error += 1) {
    const chance = ((1 - noise) / (1 + noise)) * noise ** Math.abs(error);
    const below = Math.floor((count + error) / multiple);
    const up = (count + error) / multiple - below;
    add(below, chance * (1 - up));
    add(below + 1, chance * up);
  }
  return chances;
}

/** Smallest and largest count that can be behind a figure, among so many respondents: without noise the rounding has bounds. */
export function boundsOf(
  { multiple, noise, zeros }: Mechanism,
  { published, exact }: { published: number; exact: boolean },
  size: number,
): { low: number; high: number } {
  if (exact) return { low: published, high: published };
  const proves = published > 0 && (zeros === "kept" || noise === 0);
  if (noise > 0) return { low: proves ? 1 : 0, high: size };
  return { low: Math.max(proves ? 1 : 0, published - multiple + 1), high: Math.min(size, published + multiple - 1) };
}
