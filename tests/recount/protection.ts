import { createHmac } from "node:crypto";

/**
 * The protection of counts, written anew from what is published about it: README, decision 22, and the rule that is frozen
 * with every release. Nothing of the app's code is used, so that a mistake there shows.
 */
export type PublishedRule = {
  minimum: number;
  organisations: number;
  largestShare: number;
  withoutTwo: number | null;
  exactFrom: number;
  multiple: number;
  noise: number;
  totals: "exact" | "protected";
};

const hash = (key: Buffer, parts: unknown[]): Buffer =>
  createHmac("sha256", key).update(JSON.stringify(parts)).digest();

/** 40 secret bits of a response. */
export const recordKeyOf = (key: Buffer, responseId: string): bigint =>
  BigInt(`0x${hash(key, ["record", responseId]).toString("hex").slice(0, 10)}`);

/** `whose`: of somebody the sum of their record keys, of nobody the name of the group; null: nobody stays 0. */
export type Counted = { n: number; records: bigint; empty: string | null };

/** Protects a count at one place: `n` plus the difference of two geometric numbers, rounded at random to a multiple. */
export function protect(
  { n, records, empty }: Counted,
  place: { item: string; code: string; rank?: number | null },
  { multiple, noise }: PublishedRule,
  key: Buffer,
): number {
  if (n === 0 && empty === null) return 0;
  const start = n > 0 ? ["count", String(records)] : ["zero", empty];
  const drawn: number[] = [];
  let blocks = 0;
  // Uniform between 0 and 1, 32 bits each, eight to a hash.
  const draw = (): number => {
    if (drawn.length === 0) {
      const bytes = hash(key, [...start, place.item, place.code, place.rank ?? null, blocks++]);
      drawn.push(...Array.from({ length: 8 }, (_, i) => bytes.readUInt32BE(4 * i) / 2 ** 32));
    }
    return drawn.shift() as number;
  };
  const geometric = (): number => {
    let successes = 0;
    while (draw() < noise) successes += 1;
    return successes;
  };
  const more = geometric();
  const noisy = n + more - geometric();
  const remainder = ((noisy % multiple) + multiple) % multiple;
  const shown = noisy - remainder + (draw() < remainder / multiple ? multiple : 0);
  return shown > 0 ? shown : 0;
}
