import { numbersIn, numbersOfHead } from "./check-page.ts";
import { derivedNumbers } from "./derived.ts";
import { placeOf, type Released } from "./released.ts";

type Count = { code: string; rank: number | null; n: number };
type Figure = { base: number; respondents: number | null; mean: number | null; counts: Count[] };
type Item = Released["items"][number];

const TENTHS = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** What lies just between two steps may be rounded either way. */
const near = (value: number, shown: (one: number) => string) =>
  [value - 1e-9, value + 1e-9].map((one) => shown(Math.abs(one)));
const percent = (share: number) => near(share, (one) => String(Math.round(one * 100)));
const tenths = (value: number) => near(value, (one) => TENTHS.format(one));

/** The releases that a page of trends puts beside each other, the oldest first: told apart by what their rows say. */
export function wavesOf(all: Iterable<Released>, { release }: Released): Released[] {
  const at = (one: Released) => (one.release.closed_at as Date).getTime();
  return [...all]
    .filter((one) => one.release.questionnaire === release.questionnaire && one.release.kind === "final")
    .filter((one) => one.release.round_id !== release.round_id || one.release.release_id === release.release_id)
    .filter((one) => at(one) <= (release.closed_at as Date).getTime())
    .sort((a, b) => at(a) - at(b));
}

/** Every number that the page of trends may show, worked out here by other words, with the words of all waves. */
export function numbersOfTrends(waves: readonly Released[]): Set<string> {
  const numbers = new Set<string>(waves.flatMap((wave) => [...numbersOfHead(wave)]));
  const add = (...texts: string[]) => {
    for (const text of texts) for (const one of numbersIn(text)) numbers.add(one);
  };
  // The ends of a scale are whole tenths, or whole places.
  for (let end = 0; end <= 10; end++) add(String(end), String(end * 10));
  let tests = 0;
  const [before, after] = waves.slice(-2);
  for (const { item: key } of waves.at(-1)?.items ?? []) {
    for (const wave of waves) add(...figuresIn(wave, key));
    if (!before || !after) continue;
    const [one, other] = [sharesIn(before, key), sharesIn(after, key)];
    for (const [code, now] of other.shares) {
      const then = one.shares.get(code);
      if (then !== undefined) add(...percent(now - then), ...tenths(now - then));
    }
    if (one.mean !== null && other.mean !== null) add(...tenths(other.mean - one.mean));
    if (one.isExact && other.isExact) tests += other.kinds;
    add(...panelIn(waves.at(-1), key));
  }
  for (const { breakdown, n } of waves.at(-1)?.groups ?? []) if (breakdown === "panel") add(String(n));
  // Every test counts once: how many there are is at most so many, and one in twenty of them is said as well.
  for (let many = 0; many <= tests; many++) add(String(many));
  return numbers;
}

const find = (wave: Released, key: string) => ({
  item: wave.items.find((one) => one.item === key),
  figure: wave.figures.get(placeOf(key, "total", "all")) as Figure | undefined,
});

const countsOf = ({ counts }: Figure, code: string) => counts.filter((one) => one.code === code);
const sum = (counts: readonly Count[]) => counts.reduce((all, { n }) => all + n, 0);
const validOf = ({ codes }: Item) => codes.filter((code) => !("missing" in code)).map(({ code }) => code);
const topOf = (item: Item) => validOf(item).slice(validOf(item).length >= 4 ? -2 : -1);

/** Of the same projects both times: base, shares and mean of either wave, from the newest release. */
function panelIn(wave: Released | undefined, key: string): string[] {
  const item = wave?.items.find((one) => one.item === key);
  if (!wave || !item) return [];
  return ["now", "before"].flatMap((group) => {
    const figure = wave.figures.get(placeOf(key, "panel", group)) as Figure | undefined;
    if (!figure || figure.base === 0) return [];
    const each = validOf(item).map((code) => sum(countsOf(figure, code)));
    const top = topOf(item).reduce((all, code) => all + sum(countsOf(figure, code)), 0);
    const mean = figure.mean === null ? [] : tenths(figure.mean);
    return [String(figure.base), ...mean, ...[top, ...each].flatMap((n) => percent(n / figure.base))];
  });
}

function figuresIn(wave: Released, key: string): string[] {
  const { item, figure } = find(wave, key);
  if (!item || !figure) return [];
  const top = topOf(item).reduce((all, code) => all + sum(countsOf(figure, code)), 0);
  const each = validOf(item).map((code) => sum(countsOf(figure, code)));
  const derived = derivedNumbers(figure, item, wave).flatMap((one) => [...percent(one), ...tenths(one)]);
  // A scale around means of numbers ends at round numbers.
  const ends = figure.mean === null ? [] : [Math.floor(figure.mean), Math.ceil(figure.mean)].map(String);
  const means = figure.mean === null ? [] : [...tenths(figure.mean), ...ends];
  return [
    ...[figure.base, top, ...each].map(String),
    ...derived,
    ...means,
    ...each.flatMap((n) => percent(n / figure.base)),
  ];
}

/** Shares and mean places by code, the upper end under a name of its own, and how many tests an item has. */
function sharesIn(wave: Released, key: string) {
  const { item, figure } = find(wave, key);
  const shares = new Map<string, number>();
  if (!item || !figure || figure.base === 0) return { shares, mean: null, isExact: false, kinds: 0 };
  const isRank = item.scale === "rank";
  for (const code of validOf(item)) {
    const given = countsOf(figure, code);
    const placed = given.reduce((all, { rank, n }) => all + (rank ?? 0) * n, 0);
    shares.set(code, isRank ? placed / Math.max(1, sum(given)) : sum(given) / figure.base);
  }
  shares.set("upper end", topOf(item).reduce((all, code) => all + sum(countsOf(figure, code)), 0) / figure.base);
  const isExact = (wave.release.rule as { totals?: string }).totals !== "protected" && figure.respondents === null;
  return { shares, mean: figure.mean, isExact, kinds: item.scale === "ordinal" ? 2 : validOf(item).length };
}
