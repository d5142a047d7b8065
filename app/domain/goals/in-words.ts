import {
  formatChoice,
  formatCount,
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  formatShares,
  quote,
  textIn,
} from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { FIGURE_PLACE } from "./check-goal.ts";
import type { GoalValue } from "./evaluate.ts";
import { type Unit, unitOf } from "./formula.ts";
import { type Judged, pathAt } from "./judge.ts";
import type { Goal, GoalVersion } from "./read-goals.server.ts";

/** A goal in the words of the page: everything that is said about it, made from its numbers in one place. */
export type GoalWords = {
  title: string;
  /** the sentence around its figure; null while there is no figure */
  sentence: { before: string; figure: string; after: string } | null;
  /** "Ziel: mindestens 80 % bis Ende 2028" */
  aim: string;
  /** the target alone, as charts write it */
  target: string;
  verdict: string;
  /** why it is judged so */
  because: string[];
  /** how many stand behind the last number; empty while there is none */
  base: string;
  /** what the chart shows, in one sentence */
  chart: string;
  formula: FormulaWords;
  points: PointWords[];
};

export type FormulaWords = { what: string; question: string | null; rows: string[]; questionnaire: string };

/** A line of the table twin. */
export type PointWords = {
  releaseId: string;
  wave: string;
  end: string;
  value: string;
  range: string;
  path: string;
  base: string;
};

export function goalInWords(
  goal: Pick<Goal, keyof GoalVersion>,
  judged: Judged,
  texts: Texts,
  locale: Locale,
): GoalWords {
  const t = texts.goals;
  const unit = unitOf(goal.formula);
  const { points, verdict } = judged;
  const [first, last] = [points[0], points.at(-1)];
  const [before = "", after = ""] = textIn(goal.sentence, locale).split(FIGURE_PLACE);
  const target = numberInWords(goal.target, unit, locale);
  const aim = t.aim(t.bounds[goal.direction](target), dueInWords(goal.due, texts, locale));
  const figure = last && valueInWords(last, unit, texts, locale);
  const waves = points.map((point) => t.chart.point(valueInWords(point, unit, texts, locale), point.wave));
  return {
    title: textIn(goal.title, locale),
    sentence: figure === undefined ? null : { before, figure, after },
    ...{ aim, target, verdict: t.verdicts[verdict], because: becauseOf(goal, judged, texts, locale) },
    base: last ? baseInWords(goal, last, texts, locale) : "",
    chart: t.chart.label(formatList(waves, locale), aim),
    formula: formulaInWords(goal, texts, locale),
    points: points.map((point, place) => ({
      ...{ releaseId: point.releaseId, wave: point.wave, end: formatDate(point.at, locale) },
      value: valueInWords(point, unit, texts, locale),
      range: point.range && point.range.low < point.range.high ? formatShares(point.range, locale) : "–",
      path: first && place > 0 ? numberInWords(pathAt(goal, first, point.at), unit, locale) : "–",
      base: t.table.base(formatCount(point.base.least, locale), formatCount(point.base.most, locale)),
    })),
  };
}

/** A number in its unit: "68 %", "3,7", "4". */
function numberInWords(value: number, unit: Unit, locale: Locale): string {
  if (unit === "share") return formatPercent(value, locale);
  return unit === "mean" ? formatNumber(value, locale) : formatNumber(value, locale, Number.isInteger(value) ? 0 : 1);
}

function valueInWords({ value, approximate }: GoalValue, unit: Unit, texts: Texts, locale: Locale): string {
  const figure = numberInWords(value, unit, locale);
  return approximate ? texts.goals.approximately(figure) : figure;
}

/** "Ende 2028" for the last day of a year, else the day. */
function dueInWords(due: string, texts: Texts, locale: Locale): string {
  return due.endsWith("-12-31") ? texts.goals.endOf(due.slice(0, 4)) : formatDate(due, locale);
}

function becauseOf(goal: GoalVersion, judged: Judged, texts: Texts, locale: Locale): string[] {
  const t = texts.goals;
  const { verdict, expected, unsure, points, since } = judged;
  const last = points.at(-1);
  if (!last) return [t.noNumber(quote(textIn(goal.measured.questionnaire, locale), locale))];
  const broken = since === null ? [] : [t.because.recoded(since)];
  if (verdict === "start") return [...broken, t.because.start];
  const unit = unitOf(goal.formula);
  const range = unsure && last.range ? formatShares(last.range, locale) : "";
  if (verdict === "reached") return [...broken, ...(range ? [t.because.unsureTarget(range)] : [])];
  const path =
    expected === null
      ? []
      : [t.because.path(numberInWords(expected, unit, locale), valueInWords(last, unit, texts, locale))];
  return [...broken, ...path, ...(range ? [t.because.unsurePath(range)] : [])];
}

function baseInWords({ formula }: GoalVersion, value: GoalValue, texts: Texts, locale: Locale): string {
  const t = texts.goals.base;
  const count = (n: number | null) => formatCount(n ?? 0, locale);
  const [least, most] = [count(value.base.least), count(value.base.most)];
  switch (formula.kind) {
    case "returns":
      return t.returns(count(value.n), least);
    case "share":
    case "top":
      return t.share(count(value.n), least);
    case "mean":
      return formula.items.length > 1 ? t.means(count(formula.items.length), least, most) : t.mean(least);
    case "rows":
      return t.rows(count(value.n), count(value.rows), least, most);
  }
}

/** What a formula does, for people. */
export function formulaInWords({ formula, measured }: GoalVersion, texts: Texts, locale: Locale): FormulaWords {
  const t = texts.goals.formula;
  const read = (text: { de: string; en?: string }) => textIn(text, locale);
  const codes = formatChoice(
    measured.codes.map((code) => quote(read(code), locale)),
    locale,
  );
  const what = {
    share: () => (measured.codes.length > 1 ? t.shares : t.share)(codes),
    top: () => t.top(codes),
    mean: () => (measured.rows.length > 1 ? t.means : t.mean),
    rows: () => t.rows(formatPercent("least" in formula ? formula.least : 0, locale), codes),
    returns: () => t.returns,
  }[formula.kind]();
  return {
    what,
    question: measured.question && read(measured.question),
    rows: measured.rows.map(read),
    questionnaire: read(measured.questionnaire),
  };
}

/** One step of a goal's history, the newest first. */
export type StepWords = { number: number; what: string[]; reason: string | null; line: string };

export function historyInWords(goal: Goal, texts: Texts, locale: Locale): StepWords[] {
  const versions = [goal, ...goal.before];
  return versions.map((version, place) => {
    const line = texts.goals.history.by(version.author ?? texts.goals.history.nobody, formatDate(version.at, locale));
    const before = versions[place + 1];
    const what = before ? changesInWords(before, version, texts, locale) : [texts.goals.history.first];
    return { number: version.number, what, reason: version.reason, line };
  });
}

function changesInWords(before: GoalVersion, after: GoalVersion, texts: Texts, locale: Locale): string[] {
  const t = texts.goals;
  const same = (pick: (version: GoalVersion) => unknown) =>
    JSON.stringify(pick(before)) === JSON.stringify(pick(after));
  const target = (one: GoalVersion) => numberInWords(one.target, unitOf(one.formula), locale);
  const due = (one: GoalVersion) => dueInWords(one.due, texts, locale);
  const direction = (one: GoalVersion) => t.form.directions[one.direction];
  const found = [
    before.ended === after.ended ? [] : [after.ended ? t.history.ended : t.history.resumed],
    same((one) => one.target) ? [] : [t.history.target(target(before), target(after))],
    same((one) => one.direction) ? [] : [t.history.direction(direction(before), direction(after))],
    same((one) => one.due) ? [] : [t.history.due(due(before), due(after))],
    same((one) => one.formula) ? [] : [t.history.formula],
    same((one) => one.theme) ? [] : [t.history.theme(t.themes[before.theme], t.themes[after.theme])],
    same((one) => [one.title, one.sentence]) ? [] : [t.history.words],
  ].flat();
  return found.length > 0 ? found : [t.history.nothing];
}

/** The changes of target or formula that a path has to own up to, with their day; the newest first. */
export function turnsInWords(goal: Goal, texts: Texts, locale: Locale): string[] {
  const versions = [goal, ...goal.before];
  return versions.flatMap((version, place) => {
    const before = versions[place + 1];
    if (!before) return [];
    const target = (one: GoalVersion) => numberInWords(one.target, unitOf(one.formula), locale);
    const changed =
      version.target === before.target ? [] : [texts.goals.history.target(target(before), target(version))];
    const formula =
      JSON.stringify(version.formula) === JSON.stringify(before.formula) ? [] : [texts.goals.history.formula];
    return [...changed, ...formula].map((what) => `${formatDate(version.at, locale)}: ${what}`);
  });
}
