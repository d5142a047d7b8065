import { placeOf, type Released } from "../../crawl/released.ts";
import { wavesOf } from "../../crawl/trends.ts";
import { fisherWord, type Word } from "./exact-tests.ts";
import { asNumber, compare, type Fraction, fraction, minus, percent, size } from "./fractions.ts";
import { groupsOf, type Item, stepsOf, sumOf } from "./released-counts.ts";
import { tablesIn, textOf } from "./tables.ts";

/** With fewer answers than these nothing is called a change, as the page says. */
const LEAST = 20;
const MOST = 3;
const ON_OVERVIEW = 4;
/** What was answered beside the codes of a question is no part of it. */
const UNLISTED = "-unlisted";

type Point = { n: number; base: number; isExact: boolean };
/** One line as the releases give it: counts by wave, and the word for the last step where totals are exact. */
type Line = {
  item: Item;
  code: string | undefined;
  points: (Point | undefined)[];
  by: Fraction | undefined;
  word: Word | undefined;
  isBroken?: boolean;
};

const isExact = ({ release }: Released, figure: Record<string, unknown> | undefined) =>
  (release.rule as { totals?: string }).totals !== "protected" && (figure?.respondents ?? null) === null;

/** Every line of shares that the waves give, in the order of the questionnaire. */
function linesOf(waves: readonly Released[]): Line[] {
  return (waves.at(-1)?.items ?? []).flatMap((item) => {
    if (item.scale === "ordinal") return lineOf(waves, item, undefined);
    if (item.scale !== "choice" && item.scale !== "multiple") return [];
    return validOf(item).flatMap((code) => (code === UNLISTED ? [] : lineOf(waves, item, code)));
  });
}

const validOf = ({ codes }: Item) => codes.filter((one) => !("missing" in one)).map(({ code }) => code);
const topOf = (item: Item) => validOf(item).slice(validOf(item).length >= 4 ? -2 : -1);
const askedOf = (wave: Released | undefined, key: string) => wave?.items.find((one) => one.item === key);

function lineOf(waves: readonly Released[], { item: key }: Item, code: string | undefined): Line[] {
  const points = waves.map((wave): Point | undefined => {
    const item = askedOf(wave, key);
    const figure = wave.figures.get(placeOf(key, "total", "all"));
    const steps = stepsOf(wave, key, groupsOf(wave, "total")[0]);
    const base = Number(figure?.base ?? 0);
    if (!item || !steps || base === 0 || (code !== undefined && !validOf(item).includes(code))) return undefined;
    const counted = code === undefined ? topOf(item) : [code];
    return { base, n: sumOf(steps, (step) => counted.includes(step.code)), isExact: isExact(wave, figure) };
  });
  if (points.filter(Boolean).length < 2) return [];
  const line = { item: askedOf(waves.at(-1), key) as Item, code, points, by: undefined, word: undefined };
  const [before, after] = points.slice(-2);
  const last = points.slice(0, -1).findLastIndex(Boolean);
  const [then, now] = [waves[last], waves.at(-1)].map((wave) => askedOf(wave, key));
  if (!after || !then || !now) return [line];
  // Asked in another way than the last time: the line is broken.
  if (then.scale !== now.scale || codesOf(then) !== codesOf(now)) return [{ ...line, isBroken: true }];
  if (!before) return [line];
  const by = minus(fraction(after.n, after.base), fraction(before.n, before.base));
  return [{ ...line, by, word: before.isExact && after.isExact ? fisherWord(before, after) : undefined }];
}

const codesOf = ({ codes }: Item) =>
  JSON.stringify(codes.filter(({ code }) => code !== UNLISTED).map((one) => [one.code, one.number, "missing" in one]));

/** What rose and fell most, where it was tested: first what chance hardly explains, then the larger one. */
function changesOf(lines: readonly Line[]): { up: Line[]; down: Line[] } {
  const compared = lines.filter(({ by, word, points }) => {
    const [before, after] = points.slice(-2);
    return by && word && before && after && Math.min(before.base, after.base) >= LEAST && isSeen(by);
  });
  const seen = new Set<string>();
  const first = inOrder(compared).filter(({ item }) => {
    if (item.scale !== "choice") return true;
    const isFirst = !seen.has(item.item);
    seen.add(item.item);
    return isFirst;
  });
  const to = (sign: number) => first.filter(({ by }) => by && compare(by, fraction(0)) === sign).slice(0, MOST);
  return { up: to(1), down: to(-1) };
}

const isSeen = (by: Fraction) => Math.round(Math.abs(asNumber(by)) * 100) > 0;
const isRare = ({ word }: Line) => word === "< 0,01" || word === "< 0,05";

const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted(
    (a, b) => Number(isRare(b)) - Number(isRare(a)) || (a.by && b.by ? compare(size(b.by), size(a.by)) : 0),
  );

/** "48 von 92, 50 von 95, unauffällig": what a sentence about a change says in numbers. */
function saidOf({ points, word }: Line): string {
  const [before, after] = points.slice(-2);
  return `${after?.n} von ${after?.base}, ${before?.n} von ${before?.base}, ${word ?? "ohne Test"}`;
}

/** The same of the sentences in a list of the page. */
function saidIn(list: string): string[] {
  return [...list.matchAll(/<li\b[^>]*>(.*?)<\/li>/gs)].map(([, one = ""]) => {
    const text = textOf(one.replaceAll("</p>", " "));
    const counts = [...text.matchAll(/[\d.]+ von [\d.]+/g)].map(([said]) => said);
    const word = /< 0,0[15]|unauffällig|ohne Test/.exec(text)?.[0];
    return [...counts.slice(0, 2), word].join(", ");
  });
}

/** Where the page of trends says or orders something that does not follow from the releases of its waves. */
export function checkTrendsPage(html: string, released: Released, all: Iterable<Released>): string[] {
  const lines = linesOf(wavesOf(all, released));
  const most = /aria-labelledby="trends-most".*?<section class="card/s.exec(html)?.[0] ?? "";
  const lists = [...most.matchAll(/<ol\b[^>]*>(.*?)<\/ol>/gs)].flatMap(([, list = ""]) => saidIn(list));
  const { up, down } = changesOf(lines);
  const right = [...up, ...down].map(saidOf);
  const order = JSON.stringify(lists) === JSON.stringify(right);
  return [
    ...(order ? [] : [`changes are ${JSON.stringify(lists)} instead of ${JSON.stringify(right)}`]),
    ...checkTables(html, lines),
  ];
}

/** Every row of shares in the tables: counts by wave, the difference, and the word of the test. */
function checkTables(html: string, lines: readonly Line[]): string[] {
  const rows = tablesIn(html)
    .filter(({ heads }) => heads.includes("Kennzahl"))
    .flatMap((table) => table.rows.filter(([, measure = ""]) => measure.startsWith("Anteil")));
  if (rows.length !== lines.length) return [`trends: ${rows.length} lines instead of ${lines.length}`];
  const drawn = asDrawn(lines);
  return rows.flatMap((row, place) => {
    const { points, by, word, item, code, isBroken } = drawn[place] as Line;
    const said = row.slice(2, 2 + points.length).map((cell) => /[\d.]+ von [\d.]+$/.exec(cell)?.[0] ?? "–");
    const right = points.map((point) => (point ? `${point.n} von ${point.base}` : "–"));
    const shares = row.slice(2, 2 + points.length).every((cell, i) => {
      const point = points[i];
      return point ? percent(fraction(point.n, point.base)).some((share) => cell.startsWith(share)) : cell === "–";
    });
    const [change = "", test = ""] = row.slice(2 + points.length);
    const points100 = by ? Math.round(Math.abs(asNumber(by)) * 100 + 1e-9) : undefined;
    const sign = by && points100 ? (compare(by, fraction(0)) > 0 ? "+" : "−") : "";
    const ends = [
      JSON.stringify(said) === JSON.stringify(right),
      shares,
      change === (points100 === undefined ? (isBroken ? "anders gefragt" : "–") : `${sign}${points100}`),
      test === (word ?? "–"),
    ];
    return ends.every(Boolean)
      ? []
      : [`trends, ${item.item} ${code ?? ""}: ${row.join(" | ")} instead of ${right.join(" | ")} ${word}`];
  });
}

/** Rows of a table with the same answers and the same meaning stand together. */
function asDrawn(lines: readonly Line[]): Line[] {
  const byQuestion = Map.groupBy(lines, ({ item }) => item.question);
  return [...byQuestion.values()].flatMap((own) => {
    const together = Map.groupBy(own, ({ item }) =>
      item.scale === "ordinal"
        ? JSON.stringify([item.codes.filter((one) => !("missing" in one)), item.polarity])
        : item.item,
    );
    return [...together.values()].flat();
  });
}

/** The list on the overview: what changed most of all questionnaires, which stand as their newest waves were closed. */
export function checkOverviewChanges(html: string, series: readonly (readonly Released[])[]): string[] {
  const list = /<ol class="[^"]*overview__changes"[^>]*>(.*?)<\/ol>/s.exec(html)?.[1] ?? "";
  const all = series.flatMap((waves) => {
    const { up, down } = changesOf(linesOf(waves.slice(-2)));
    return [...up, ...down];
  });
  const right = inOrder(all).slice(0, ON_OVERVIEW).map(saidOf);
  const shown = saidIn(list);
  return JSON.stringify(shown) === JSON.stringify(right)
    ? []
    : [`overview: changes are ${JSON.stringify(shown)} instead of ${JSON.stringify(right)}`];
}
