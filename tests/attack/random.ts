/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** A reproducible stream of random numbers (mulberry32): the same seed gives the same network on any machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

export const integerBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of the keys, as often as its weight says. Weights need not add up to 1. */
export function drawFrom<Code extends string>(random: Random, weights: Readonly<Record<Code, number>>): Code {
  const entries = Object.entries(weights) as [Code, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [code, weight] of entries) {
    left -= weight;
    if (left < 0) return code;
  }
  return (entries.at(-1) as [Code, number])[0];
}
