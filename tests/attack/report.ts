import type { Mode } from "./modes.ts";
import type { Outcome } from "./one-network.ts";
import { addScores, noScore, type Score } from "./score.ts";
import { median } from "./utility.ts";

export type Check = { what: string; holds: boolean };

const percent = (part: number, whole: number, digits = 1): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(digits)} %`;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** Aim of the standard strength: so many of six breakdowns in the median. */
const ENOUGH_BREAKDOWNS = 3;
/** Networks that are named. */
const MOST_SEEDS = 20;

/** What the attack found under one rule, as plain lines, and what must hold of it. */
export function reportOn(mode: Mode, outcomes: readonly Outcome[]): { lines: string[]; checks: Check[] } {
  const [outsider, insiders] = [
    scoreOf(outcomes.map((one) => one.outsider)),
    scoreOf(outcomes.map((one) => one.insiders)),
  ];
  const isolation = outcomes.flatMap((one) => one.isolation);
  const exposed = outsider.exposed + insiders.exposed;
  const tried = sum(isolation.map(({ program }) => program.tried));
  const byProgram = sum(isolation.map(({ program }) => program.found));
  const isolated = sum(isolation.map(({ sets }) => sets)) + byProgram;
  const unsolved = sum(isolation.map(({ program }) => program.unsolved));
  const title = `${outcomes.length} networks, ${isolation.length} waves`;
  const isolatedLine = `isolated groups: ${isolated} (integer program on ${tried} waves: ${byProgram} found, ${unsolved} out of time)`;
  if (mode === "ungated") {
    const what = "without the gate the attack isolates groups";
    return { lines: [title, isolatedLine], checks: [{ what, holds: isolated > 0 }] };
  }
  const found = exposed > 0 && mode !== "unprotected" ? `; seeds ${seedsWith(outcomes, (score) => score.exposed)}` : "";
  const exposedLine = `exposed cells: ${exposed} (certain and right; from outside ${outsider.exposed} of ${outsider.answers}, from organisations ${insiders.exposed} of ${insiders.answers}${found})`;
  const confident = [
    ["from outside", outsider],
    ["from organisations", insiders],
  ].flatMap(([who, score]) => confidence(who as string, score as Score));
  if (mode === "unprotected") {
    const what = "without noise and rounding the attack exposes answers";
    return { lines: [title, exposedLine, ...confident], checks: [{ what, holds: exposed > 0 }] };
  }
  const utility = outcomes.flatMap((one) => one.utility);
  const panels = utility.flatMap(({ panel }) => (panel > 0 ? panel : []));
  const breakdowns = median(utility.flatMap(({ perItem }) => perItem));
  const wrong = seedsWith(outcomes, ({ mistaken }) => mistaken);
  return {
    lines: [
      title,
      exposedLine,
      `certain by the exact totals alone: ${outsider.byTotals + insiders.byTotals} (all others answer alike)`,
      `certain to have answered, where by the totals all valid answers are alike: ${outsider.answered + insiders.answered}`,
      isolatedLine,
      ...(wrong ? [`claimed as certain and false: of seeds ${wrong}`] : []),
      `late answers that are no sound group, behind the noise of an interim release: ${sum(isolation.map(({ late }) => late))} of ${isolation.length} waves`,
      ...confident,
      `breakdowns that survive, of six: ${median(utility.map((one) => one.breakdowns))} in the median release, ${breakdowns} for the median item`,
      `panels with the wave before: ${panels.length} of ${utility.length} releases, ${median(panels)} items in the median of these`,
      `median group: ${median(utility.flatMap(({ groupSizes }) => groupSizes))} respondents`,
      `mean error of shares in groups: ${(100 * (sum(utility.map(({ errors }) => errors.sum)) / Math.max(1, sum(utility.map(({ errors }) => errors.n))))).toFixed(1)} percentage points`,
    ],
    checks: [
      { what: `${mode}: no answer is certain`, holds: exposed === 0 },
      { what: `${mode}: no group that breaks the rule can be isolated`, holds: isolated === 0 },
      { what: `${mode}: the attacker claims nothing false as certain`, holds: wrong === "" },
      ...(mode === "standard"
        ? [{ what: "standard: at least 3 of 6 breakdowns for the median item", holds: breakdowns >= ENOUGH_BREAKDOWNS }]
        : []),
    ],
  };
}

/** Seeds of the first networks of which the attack counted some, so that they can be looked at by themselves. */
const seedsWith = (outcomes: readonly Outcome[], count: (score: Score) => number): string =>
  outcomes
    .filter(({ outsider, insiders }) => count(outsider) + count(insiders) > 0)
    .slice(0, MOST_SEEDS)
    .map(({ seed }) => seed)
    .join(", ");

const confidence = (who: string, { known, weighed }: Score): string[] =>
  known.map(({ level, from, right, stated }) => {
    const beyond = from === level ? "beyond the totals" : `where the totals say ${100 * from} % at most`;
    const share = `${percent(right, weighed, 2)} (right: ${percent(right, stated)} of what is stated)`;
    return `known with > ${100 * level} % confidence ${beyond}, ${who}: ${share}`;
  });

function scoreOf(scores: readonly Score[]): Score {
  const total = noScore();
  for (const score of scores) addScores(total, score);
  return total;
}
