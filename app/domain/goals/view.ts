import { textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import { sourceInWords } from "../report/head-in-words.ts";
import type { Evidence } from "./evaluate.ts";
import { itemsOf, type Unit, unitOf } from "./formula.ts";
import { type GoalWords, goalInWords, turnsInWords } from "./in-words.ts";
import { dueTime, type Judged, judgeGoal, type Verdict } from "./judge.ts";
import type { Goal, GoalVersion } from "./read-goals.server.ts";

/** What the chart of a goal draws. Times in milliseconds, values in the goal's unit. */
export type GoalPath = {
  points: { at: number; value: number; range: { low: number; high: number } | null; wave: string }[];
  target: number;
  /** the end of the due day */
  due: number;
  /** when the target became another one */
  turns: number[];
  /** between two marks of the axis, at least */
  step: number;
  /** where values can be */
  limits: { low: number; high: number };
};

/** A goal as pages show it: worked out from the goal and the releases, and from nothing else. */
export type GoalView = {
  goalId: string;
  verdict: Verdict;
  words: GoalWords;
  unit: Unit;
  path: GoalPath;
  /** changes that the path has to own up to */
  turns: string[];
  /** where the last number stands: the release, and its question */
  evidence: {
    to: string;
    label: string;
    fictional: boolean;
    releaseId: string;
    /** keys of the items that are looked at; none where it is the returns */
    items: readonly string[];
  } | null;
};

const STEPS: Record<Unit, number> = { share: 0.05, mean: 0.5, rows: 1 };

export function viewOf(goal: Goal, evidence: readonly Evidence[], texts: Texts, locale: Locale): GoalView {
  const judged = judgeGoal(goal, evidence);
  const last = evidence.find(({ release }) => release.releaseId === judged.points.at(-1)?.releaseId);
  return {
    goalId: goal.goalId,
    verdict: judged.verdict,
    words: goalInWords(goal, judged, texts, locale),
    unit: unitOf(goal.formula),
    path: pathOf(goal, judged, evidence),
    turns: turnsInWords(goal, texts, locale),
    evidence: last
      ? {
          to: paths.release(last.release.releaseId) + anchorOf(goal, last),
          label: `${textIn(last.release.title, locale)} ${last.release.wave}`,
          fictional: last.release.fictional,
          releaseId: last.release.releaseId,
          items: itemsOf(goal.formula),
        }
      : null,
  };
}

/** What saved charts say of their origin; undefined while there is no number. */
export function goalSource(goal: Goal, evidence: readonly Evidence[], texts: Texts, locale: Locale) {
  const last = judgeGoal(goal, evidence).points.at(-1);
  const found = evidence.find(({ release }) => release.releaseId === last?.releaseId);
  return found && sourceInWords(found.release, texts, locale);
}

/** The question on the page of the release; its first one stands behind "#frage-1". */
function anchorOf({ formula }: GoalVersion, { questions, blocks }: Evidence): string {
  const [item] = itemsOf(formula);
  const question = blocks.find(({ items }) => items.some(({ key }) => key === item))?.question;
  const place = question === undefined ? -1 : questions.indexOf(question);
  return place < 0 ? "" : `#frage-${place + 1}`;
}

function pathOf(goal: Goal, { points }: Judged, evidence: readonly Evidence[]): GoalPath {
  const unit = unitOf(goal.formula);
  const versions = [goal, ...goal.before];
  const turns = versions.flatMap((version, place) => {
    const before = versions[place + 1];
    return before && before.target !== version.target ? [version.at.getTime()] : [];
  });
  return {
    points: points.map(({ at, value, range, wave }) => ({ at: at.getTime(), value, range, wave })),
    ...{ target: goal.target, due: dueTime(goal.due), turns, step: STEPS[unit], limits: limitsOf(goal, evidence) },
  };
}

/** From the lowest to the highest value that there can be. */
function limitsOf({ formula }: GoalVersion, evidence: readonly Evidence[]): GoalPath["limits"] {
  if (formula.kind === "rows") return { low: 0, high: formula.items.length };
  if (formula.kind !== "mean") return { low: 0, high: 1 };
  const items = evidence
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.items))
    .filter(({ key }) => formula.items.includes(key));
  const steps = items.flatMap(({ codes }) => codes.flatMap(({ number, missing }) => (missing ? [] : (number ?? []))));
  return steps.length > 0 ? { low: Math.min(...steps), high: Math.max(...steps) } : { low: 0, high: 10 };
}
