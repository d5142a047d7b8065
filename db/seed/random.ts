/**
 * Seeded randomness for the sample network. Every draw has an address (seed plus words such as project, item and wave), so
 * that it does not depend on the order of the draws: a new item leaves all the others as they were.
 */

/** A source of numbers, uniform in [0, 1). */
export type Random = () => number;

/** 32-bit hash of a text, well mixed even for texts that differ in one letter (MurmurHash3's finaliser over FNV-1a). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The source that belongs to an address (mulberry32 by Tommy Ettinger, public domain). */
export function randomFor(seed: number, ...address: (string | number)[]): Random {
  let state = hash(`${seed}|${address.join("|")}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A standard normal number (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A standard logistic number: latent noise under which a score is a log-odds. */
export function logistic(random: Random): number {
  const u = Math.min(Math.max(random(), 1e-12), 1 - 1e-12);
  return Math.log(u / (1 - u));
}

/** A standard Gumbel number: ordering by log-weight + Gumbel noise samples without replacement in proportion to weights. */
export function gumbel(random: Random): number {
  return -Math.log(-Math.log(Math.max(random(), 1e-12)));
}

/** One element, all equally likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

/** One key, in proportion to its weight (weights need not sum to 1). */
export function weighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const keys = Object.keys(weights) as K[];
  const total = keys.reduce((sum, key) => sum + weights[key], 0);
  let left = random() * total;
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  return keys.findLast((key) => weights[key] > 0)!;
}

/** `count` different elements in the order of their drawing, in proportion to weights (Efraimidis–Spirakis). */
export function sample<T>(random: Random, from: readonly T[], count: number, weight: (of: T) => number = () => 1): T[] {
  return from
    .map((of) => ({ of, key: Math.log(weight(of)) + gumbel(random) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ of }) => of);
}

/** The same elements in random order. */
export function shuffle<T>(random: Random, from: readonly T[]): T[] {
  return sample(random, from, from.length);
}
