/** Exact fractions, so that what is equal is equal and an order owes nothing to rounding. The denominator is above 0. */
export type Fraction = { n: bigint; d: bigint };

export const fraction = (n: number | bigint, d: number | bigint = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) });
export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
export const size = (a: Fraction): Fraction => ({ n: a.n < 0n ? -a.n : a.n, d: a.d });
/** Below 0 where `a` is the smaller one. */
export function compare(a: Fraction, b: Fraction): number {
  const { n } = minus(a, b);
  return n === 0n ? 0 : n > 0n ? 1 : -1;
}
export const asNumber = ({ n, d }: Fraction): number => Number(n) / Number(d);

const TENTHS = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** What lies just between two steps may be rounded either way. */
const near = (value: number, say: (one: number) => string) => [...new Set([value - 1e-9, value + 1e-9].map(say))];

/** "8,1" */
export const tenths = (value: Fraction): string[] => near(asNumber(value), (one) => TENTHS.format(one));
/** "84 %" */
export const percent = (value: Fraction): string[] => near(asNumber(value), (one) => `${Math.round(one * 100)} %`);
