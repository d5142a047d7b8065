/** A fraction of whole numbers. */
type Fraction = { n: bigint; d: bigint };

const of = (n: number): Fraction => ({ n: BigInt(n), d: 1n });
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const lowest = ({ n, d }: Fraction): Fraction => {
  const common = gcd(n, d) || 1n;
  return { n: n / common, d: d / common };
};
const minus = (a: Fraction, b: Fraction) => lowest({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction) => lowest({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction) => lowest({ n: a.n * b.d, d: a.d * b.n });

/**
 * Every set whose 0/1 vector is a rational combination of groups, by trying all sets: a set is one if the groups have no
 * higher rank together with it.
 */
export function combinationsOf(groups: readonly (readonly string[])[], ids: readonly string[]): string[][] {
  const rowOf = (set: readonly string[]) => ids.map((id) => of(set.includes(id) ? 1 : 0));
  const basis: { pivot: number; row: Fraction[] }[] = [];
  const rest = (row: Fraction[]): Fraction[] =>
    basis.reduce((left, { pivot, row: own }) => {
      const factor = left[pivot] as Fraction;
      return factor.n === 0n ? left : left.map((entry, c) => minus(entry, times(factor, own[c] as Fraction)));
    }, row);
  for (const group of groups) {
    const left = rest(rowOf(group));
    const pivot = left.findIndex(({ n }) => n !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: left.map((entry) => over(entry, left[pivot] as Fraction)) });
  }
  const all = Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_, i) => (bits >> i) & 1));
  return all.filter((set) => rest(rowOf(set)).every(({ n }) => n === 0n));
}
