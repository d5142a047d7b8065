import type { Polarity } from "#surveys/release-hints.ts";

/** Colours by meaning, as CSS variables: both themes and print follow the tokens. */

export type Paint = { fill: string; ink: string };

const STEPS = 5;

/**
 * Colour of answer `index` of `count` on an ordered scale: from lacking (brown) to good (petrol), whichever end is which.
 * Where neither end is good, one ramp from little to much.
 */
export function scalePaint(index: number, count: number, polarity: Polarity): Paint {
  return polarity === "neutral" ? sequentialPaint(count - 1 - index, count) : divergingPaint(index, count, polarity);
}

/** Colour of step `index` of `count` on the diverging scale; between two tokens the colours are mixed. */
export function divergingPaint(
  index: number,
  count: number,
  polarity: Exclude<Polarity, "neutral"> = "high-good",
): Paint {
  const along = count > 1 ? index / (count - 1) : 1;
  const at = (polarity === "high-good" ? along : 1 - along) * (STEPS - 1);
  // Four answers have no middle: the paper tone would claim one.
  if (count === 4) return token("div", [1, 2, 4, 5][polarity === "high-good" ? index : 3 - index] ?? 5);
  const lower = Math.floor(at);
  const part = at - lower;
  if (part < 0.01) return token("div", lower + 1);
  const upperPercent = Math.round(part * 100);
  return {
    fill: `color-mix(in oklab, var(--div-${lower + 2}) ${upperPercent}%, var(--div-${lower + 1}))`,
    ink: `var(--on-div-${part < 0.5 ? lower + 1 : lower + 2})`,
  };
}

/** Colour of place `index` of `count`: the first is the strongest. */
export function sequentialPaint(index: number, count: number): Paint {
  const step = count > 1 ? Math.round((index / (count - 1)) * (STEPS - 1)) : 0;
  return token("seq", step + 1);
}

/** One of five steps for a value between `low` and `high`. */
export function stepOf(value: number, low: number, high: number): 1 | 2 | 3 | 4 | 5 {
  const along = high > low ? (value - low) / (high - low) : 0.5;
  return (Math.min(STEPS - 1, Math.max(0, Math.floor(along * STEPS))) + 1) as 1 | 2 | 3 | 4 | 5;
}

function token(scale: "div" | "seq", step: number): Paint {
  return { fill: `var(--${scale}-${step})`, ink: `var(--on-${scale}-${step})` };
}
