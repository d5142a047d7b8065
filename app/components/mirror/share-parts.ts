import type { Share } from "../charts/figure-model.ts";

/** A part of a bar of shares; `start`: the sum of the shares before it. */
export type SharePart = Share & { start: number };

/** The parts of a bar, one after the other in the order of the scale. */
export function placed(shares: readonly Share[]): SharePart[] {
  let before = 0;
  return shares.map((one) => {
    const start = before;
    before += one.share;
    return { ...one, start };
  });
}

/**
 * The part of the own answer. In a protected group nobody may be left who answers so: a mark at an edge would point at the
 * answer beside it, so there is none.
 */
export function partOfOwn(parts: readonly SharePart[], own: string | undefined): SharePart | undefined {
  return parts.find(({ code, share }) => code.code === own && share > 0);
}
