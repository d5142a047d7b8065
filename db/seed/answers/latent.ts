import { normal, type Random, randomFor } from "../random.ts";

/**
 * Latent normal variables behind the sample answers, and how they are cut to codes. Recipe: an answer on a scale of five is
 * a normal variable with the given spread, rounded and held to 1–5; its centre is set so that the *rounded* mean is the
 * mean of the tables, whatever the ceiling does.
 */

/** Correlation of a latent variable of one project between any two waves: about .55 is left after cutting to codes. */
const latentStability = 0.64;
/** Share of choices that are made again in another wave. */
const choiceStability = 0.55;

/** A standard normal number of an address and wave, correlated with the same address in another wave. */
export function panelNormal(seed: number, wave: number, ...address: string[]): number {
  const lasting = normal(randomFor(seed, ...address, "lasting"));
  const passing = normal(randomFor(seed, ...address, "wave", wave));
  return Math.sqrt(latentStability) * lasting + Math.sqrt(1 - latentStability) * passing;
}

/** The random source of an address that stays the same in 55 % of the waves: choices that people tend to repeat. */
export function panelRandom(seed: number, wave: number, ...address: string[]): Random {
  const stays = randomFor(seed, ...address, "stays", wave)() < choiceStability;
  return randomFor(seed, ...address, "panel", stays ? "lasting" : wave);
}

/** A standard normal made of other standard normals by their loadings; `rest` fills up to a variance of 1. */
export function blend(parts: readonly (readonly [loading: number, value: number])[], rest: number): number {
  const explained = parts.reduce((sum, [loading]) => sum + loading ** 2, 0);
  const sum = parts.reduce((sum, [loading, value]) => sum + loading * value, 0);
  return sum + Math.sqrt(Math.max(0, 1 - explained)) * rest;
}

/** Probability that a standard normal lies below z (Zelen & Severo, Abramowitz & Stegun 26.2.17; error below 7.5e-8). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** The z below which a standard normal lies with the given probability. */
export function normalQuantile(probability: number): number {
  return bisect(normalBelow, probability, -8, 8);
}

/** The code 1–5 of a latent value. */
export function cut(latent: number): number {
  return Math.min(5, Math.max(1, Math.round(latent)));
}

/** The centre of the latent normal whose cut has the given mean: E = 1 + Σ Φ((m − k + ½) / sd) over k = 2 … 5. */
export function latentCentre(mean: number, sd: number): number {
  const cutMean = (m: number) => [1.5, 2.5, 3.5, 4.5].reduce((sum, edge) => sum + normalBelow((m - edge) / sd), 1);
  return bisect(cutMean, Math.min(4.95, Math.max(1.05, mean)), -5, 11);
}

function bisect(rising: (x: number) => number, target: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let i = 0; i < 40; i++) {
    const middle = (from + to) / 2;
    if (rising(middle) < target) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
