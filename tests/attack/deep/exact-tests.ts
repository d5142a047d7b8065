/**
 * The tests that pages name in three words, by counting in whole numbers: how many of all equally likely tables, or dealings, are
 * as far from what one expects as the one that was published.
 */

export type Word = "< 0,01" | "< 0,05" | "unauffällig";

const rows: bigint[][] = [[1n]];

/** In how many ways k of n can be chosen: Pascal's triangle. */
function choose(n: number, k: number): bigint {
  for (let at = rows.length; at <= n; at++) {
    const above = rows[at - 1] as bigint[];
    rows.push(Array.from({ length: at + 1 }, (_, i) => (above[i - 1] ?? 0n) + (above[i] ?? 0n)));
  }
  return rows[n]?.[k] ?? 0n;
}

const wordFor = (far: bigint, all: bigint): Word =>
  far * 100n < all ? "< 0,01" : far * 20n < all ? "< 0,05" : "unauffällig";

/** Fisher's exact test of `n` of `base` before and after: tables that are at most as likely, with the same margins. */
export function fisherWord(before: { n: number; base: number }, after: { n: number; base: number }): Word {
  const yes = before.n + after.n;
  const ways = (k: number) => choose(before.base, k) * choose(after.base, yes - k);
  const each = Array.from({ length: yes + 1 }, (_, k) => (yes - k < 0 ? 0n : ways(k)));
  const seen = ways(before.n);
  const sum = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n);
  return wordFor(sum(each.filter((one) => one <= seen)), sum(each));
}
