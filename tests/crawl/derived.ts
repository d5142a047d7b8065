import type { Released } from "./released.ts";

type Item = Released["items"][number];
type Figure = {
  breakdown?: unknown;
  base: number;
  respondents: number | null;
  counts: { code: string; rank: number | null; n: number }[];
};

const Z = 1.959963984540054;
const WIDEST_SCALE = 11;

/**
 * Every number that may be derived of one figure, worked out here by other words: shares, the upper end, differences of the
 * ends, mean places, and the score interval of every count, found by halving and
 * widened to whole people. Ranges stand at exact totals alone.
 */
export function derivedNumbers(figure: Figure, item: Item, { release }: Released): number[] {
  const { base, counts, breakdown, respondents } = figure;
  const { invited, submitted, rule } = release as unknown as {
    invited: number | null;
    submitted: number;
    rule: { totals?: string };
  };
  const valid = item.codes.filter((one) => !("missing" in one)).map(({ code }) => code);
  const sum = (codes: readonly string[]) =>
    counts.reduce((all, { code, n }) => all + (codes.includes(code) ? n : 0), 0);
  const top = sum(valid.slice(valid.length >= 4 ? -2 : -1));
  const low = sum(valid.length === WIDEST_SCALE ? valid.slice(0, 7) : valid.slice(0, 2));
  const places = valid.flatMap((code) => {
    const ranked = counts.filter((one) => one.code === code && one.rank !== null);
    const n = ranked.reduce((all, one) => all + one.n, 0);
    return n > 0 ? [ranked.reduce((all, one) => all + Number(one.rank) * one.n, 0) / n] : [];
  });
  const shares = [top, sum(valid.slice(-2)) - low].map((n) => (base > 0 ? n / base : 0));
  const isExact = breakdown === "total" && rule.totals !== "protected" && respondents === null && base > 0;
  const ends = isExact
    ? [0, top, ...valid.map((code) => sum([code])), ...counts.map(({ n }) => n)].flatMap((n) =>
        endsOf(Math.min(n, base), base, invited === null ? null : Math.min(1, submitted / invited)),
      )
    : [];
  return [0, 1, ...shares, ...places, ...ends];
}

/** Where the share as far away as can be still explains what was counted. */
function endsOf(k: number, n: number, fraction: number | null): number[] {
  const share = k / n;
  if (fraction === 1) return [share];
  const others = fraction === null ? Number.POSITIVE_INFINITY : wholeFrom(n / fraction);
  const size = fraction === null ? n : (n * (others - 1)) / (others - n);
  const [low = 0, high = 1] = [0, 1].map((far) => {
    let [out, within] = [far, share];
    for (let i = 0; i < 100; i++) {
      const half = (out + within) / 2;
      if (Math.abs(share - half) > Z * Math.sqrt((half * (1 - half)) / size)) out = half;
      else within = half;
    }
    return share === far ? far : within;
  });
  if (fraction === null) return [low, high];
  // Of all, those who said so are a whole number, between those counted and all but those counted otherwise.
  const possible = Array.from({ length: others + 1 }, (_, all) => all).filter(
    (all) => all >= k && others - all >= n - k,
  );
  const below = possible.filter((all) => all / others <= low + 1e-9);
  const above = possible.filter((all) => all / others >= high - 1e-9);
  return [Math.max(k, ...below) / others, Math.min(others - (n - k), ...above) / others];
}

/** The smallest whole number that is not below, whatever dividing left behind the point. */
const wholeFrom = (value: number) =>
  Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : Math.ceil(value);
