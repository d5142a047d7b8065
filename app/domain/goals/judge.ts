import { concord } from "#surveys/concordance.ts";
import { asAsked } from "../report/as-asked.ts";
import { type Evidence, evaluate, type GoalValue } from "./evaluate.ts";
import { type Formula, itemsOf } from "./formula.ts";

/** What decides about a goal. */
export type Aim = { direction: "at-least" | "at-most"; target: number /** ISO day */; due: string };

/** One wave of a goal. */
export type GoalPoint = GoalValue & { releaseId: string; wave: string /** the end of the round */; at: Date };

/**
 * How a goal stands:
 * - `reached` the last number is the target or better
 * - `on-way` it lies on the straight path from the first number to the target, or ahead of it · `needs-push` behind
 * - `start` there is one number: the path begins there, and nothing can be said yet · `no-number` there is none
 */
export type Verdict = "reached" | "on-way" | "needs-push" | "start" | "no-number";

export type Judged = {
  verdict: Verdict;
  /** in the order of time */
  points: GoalPoint[];
  /** where the straight path is at the time of the last number; null where there is no path yet */
  expected: number | null;
  /** the range of the last number holds what it is compared with: the difference may be chance */
  unsure: boolean;
  /** the wave since which is asked otherwise; what was before cannot be compared, and is no part of the points */
  since: string | null;
};

/**
 * A goal's numbers, one per release, with the verdict. Needs nothing but the aim and the releases. Begins anew where one of its
 * items was asked otherwise than in the wave before.
 */
export function judgeGoal({ formula, ...aim }: Aim & { formula: Formula }, evidence: readonly Evidence[]): Judged {
  const waves = evidence
    .filter(({ questionnaire }) => questionnaire === formula.questionnaire)
    .flatMap((one) => {
      const value = evaluate(formula, one);
      return value ? [{ one, value }] : [];
    })
    .sort((a, b) => a.one.release.closedAt.getTime() - b.one.release.closedAt.getTime());
  const start = waves.findLastIndex(({ one }, i) => i > 0 && isRecoded(formula, waves[i - 1]?.one, one));
  const points = waves.slice(Math.max(0, start)).map(({ one, value }): GoalPoint => {
    const { releaseId, wave, closedAt: at } = one.release;
    return { ...value, releaseId, wave, at };
  });
  return { points, since: start > 0 ? (waves[start]?.one.release.wave ?? null) : null, ...judgePoints(aim, points) };
}

function isRecoded(formula: Formula, before: Evidence | undefined, after: Evidence): boolean {
  const askedIn = (one: Evidence | undefined) =>
    (one?.blocks ?? [])
      .flatMap(({ items }) => items)
      .filter(({ key }) => itemsOf(formula).includes(key))
      .map(asAsked);
  return concord(askedIn(before), askedIn(after)).some(({ change }) => change === "recoded");
}

/** `points` in the order of time. */
export function judgePoints(aim: Aim, points: readonly GoalPoint[]): Omit<Judged, "points" | "since"> {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { verdict: "no-number", expected: null, unsure: false };
  const holds = (bound: number) => last.range !== null && last.range.low < last.range.high && within(bound, last.range);
  const expected = points.length > 1 ? pathAt(aim, first, last.at) : null;
  if (isAsGood(aim, last.value, aim.target)) return { verdict: "reached", expected, unsure: holds(aim.target) };
  if (expected === null) return { verdict: "start", expected, unsure: false };
  const verdict = isAsGood(aim, last.value, expected) ? "on-way" : "needs-push";
  return { verdict, expected, unsure: holds(expected) };
}

/** The straight path from the first number to the target: what it gives at a time. After the due day it is the target. */
export function pathAt({ target, due }: Aim, first: Pick<GoalPoint, "at" | "value">, at: Date): number {
  const [from, to] = [first.at.getTime(), dueTime(due)];
  const along = to > from ? Math.min(1, Math.max(0, (at.getTime() - from) / (to - from))) : 1;
  return first.value + (target - first.value) * along;
}

/** The end of the due day, in milliseconds. */
export const dueTime = (due: string): number => Date.parse(`${due}T23:59:59Z`);

/** Numbers that came out of divisions count as equal when they are nearer than this. */
const NEARLY = 1e-9;

const isAsGood = ({ direction }: Aim, value: number, bound: number): boolean =>
  direction === "at-least" ? value >= bound - NEARLY : value <= bound + NEARLY;

const within = (value: number, { low, high }: { low: number; high: number }) =>
  value >= low - NEARLY && value <= high + NEARLY;
