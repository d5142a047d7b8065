/** How often each code of an ordered scale was given, from its lower to its upper end. */
export type OrderedCounts = readonly number[];

/**
 * Share of the answers at the upper end: two codes of four or more ("top-two box"), else one. Null without answers.
 */
export function topShare(counts: OrderedCounts): number | null {
  const n = sum(counts);
  return n === 0 ? null : sum(counts.slice(-endSize(counts))) / n;
}

/**
 * Share at the upper end less share at the lower end, from −1 to 1; what stands between counts for neither. Only of scales
 * whose ends oppose each other. Null without answers.
 */
export function netScore(counts: OrderedCounts): number | null {
  const n = sum(counts);
  const size = endSize(counts);
  return n === 0 ? null : (sum(counts.slice(-size)) - sum(counts.slice(0, size))) / n;
}

/** Codes at each end: two of four or more, else one. */
const endSize = (counts: OrderedCounts): number => (counts.length >= 4 ? 2 : 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
