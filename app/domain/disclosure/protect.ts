import { keyedHash } from "./keyed-hash.ts";
import type { DisclosureRule } from "./rule.ts";

/**
 * Where a count stands: the same answers counted for the same place have the same noise in every breakdown and release.
 * `empty`: names the group if nobody was counted, since nobody is the same everywhere; without it 0 stays 0.
 */
export type Place = { item: string; code: string; rank: number | null; empty?: string };

/** Places of counts that belong to no code of an item. */
export const BASE = "-base";
export const RESPONDENTS = "-respondents";
export const UNANSWERED = "-unanswered";
/** The item under which the sizes of groups are protected. */
export const GROUP = "-group";

const WORD = 2 ** 32;

/**
 * A count as it may be shown in a breakdown: with noise, then rounded to a multiple. Both follow from the key, the place
 * and the sum of the record keys of those who were counted (the cell-key method: Fraser & Wooton 2005; Thompson, Broadfoot &
 * Elazar 2013, "Methodology for the automatic confidentialisation of statistical outputs from remote servers at the
 * Australian Bureau of Statistics"), so that asking again gains nothing by averaging.
 * - The noise is two-sided geometric, P(e) = (1 − α)/(1 + α) · α^|e| (Ghosh, Roughgarden & Sundararajan 2012, "Universally
 *   utility-maximizing privacy mechanisms", SIAM Journal on Computing 41(6)): it has no bound, so that no count is certain.
 * - The rounding is random and unbiased: a remainder r goes up to the next multiple b with probability r/b.
 * - What would fall below 0 is 0. A 0 has noise like every count: otherwise a figure above 0 would prove that somebody is
 *   there, and who alone gave a code would be found by crossing the groups that show it.
 */
export function protectedCount(
  count: number,
  place: Place,
  records: bigint,
  key: Uint8Array,
  { multiple, noise }: Pick<DisclosureRule, "multiple" | "noise">,
): number {
  if (count === 0 && place.empty === undefined) return 0;
  const words = randomWords(key, count === 0 ? place : { ...place, empty: undefined }, records);
  const noisy = count + geometric(noise, words) - geometric(noise, words);
  const below = Math.floor(noisy / multiple) * multiple;
  const up = words.next().value * multiple < (noisy - below) * WORD;
  return Math.max(0, up ? below + multiple : below);
}

/** Successes before the first failure, each with probability α: the difference of two such is two-sided geometric. */
function geometric(alpha: number, words: Words): number {
  let successes = 0;
  while (words.next().value < alpha * WORD) successes++;
  return successes;
}

type Words = Generator<number, never>;

/** Whole numbers from 0 to 2^32 − 1 without end, given by key, place and records. */
function* randomWords(key: Uint8Array, { item, code, rank, empty }: Place, records: bigint): Words {
  for (let block = 0; ; block++) {
    const whose = empty === undefined ? ["count", records.toString()] : ["zero", empty];
    const bytes = keyedHash(key, [...whose, item, code, rank, block]);
    for (let at = 0; at < bytes.length; at += 4) yield bytes.readUInt32BE(at);
  }
}
