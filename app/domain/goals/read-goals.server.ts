import type { Db } from "#db/client.server.ts";
import { type GoalVersionRow, listGoalVersions, listVersionsOfGoal } from "#db/queries/goals.server.ts";
import { listReleases } from "#db/queries/releases.server.ts";
import { Problem } from "../problem.ts";
import { readFrozen } from "../report/read-report.server.ts";
import type { Evidence } from "./evaluate.ts";
import { type Formula, itemsOf } from "./formula.ts";
import { formulaSchema } from "./formula-schema.server.ts";

/** A goal as it was from one change to the next. */
export type GoalVersion = Pick<
  GoalVersionRow,
  "number" | "theme" | "title" | "sentence" | "measured" | "direction" | "target" | "due" | "ended" | "reason" | "at"
> & { formula: Formula; author: string | null };

/** A goal as it is, with what it was before: the newest version first. */
export type Goal = GoalVersion & { goalId: string; before: GoalVersion[] };

/**
 * Goals with the releases that they are measured by: `judgeGoal` needs nothing else. Only totals of final releases, and of
 * these only the questions that a goal asks for.
 */
export type GoalsRead = { goals: Goal[]; evidence: Evidence[] };

/** All goals, those that ended too, in the order in which they were added. */
export async function readGoals(db: Db, report: Db): Promise<GoalsRead> {
  const rows = Map.groupBy(await listGoalVersions(db), ({ goal_id }) => goal_id);
  const goals = [...rows].flatMap(([goalId, versions]) => goalOf(goalId, versions) ?? []);
  return {
    goals,
    evidence: await readEvidence(
      report,
      goals.filter(({ ended }) => !ended).map(({ formula }) => formula),
    ),
  };
}

/** One goal likewise, also where it ended. Throws not-found. */
export async function readGoal(db: Db, report: Db, goalId: string): Promise<{ goal: Goal; evidence: Evidence[] }> {
  const goal = goalOf(goalId, await listVersionsOfGoal(db, goalId));
  if (!goal) throw new Problem("not-found");
  return { goal, evidence: await readEvidence(report, [goal.formula]) };
}

function goalOf(goalId: string, rows: readonly GoalVersionRow[]): Goal | undefined {
  const [newest, ...before] = rows.map(versionOf);
  return newest && { goalId, ...newest, before };
}

function versionOf(row: GoalVersionRow): GoalVersion {
  const { number, theme, title, sentence, measured, direction, target, due, ended, reason, at, author } = row;
  const formula = formulaSchema.parse(row.formula);
  return { number, theme, title, sentence, formula, measured, direction, target, due, ended, reason, at, author };
}

/**
 * What the formulas need of every final release of their questionnaires, the first round first. Where projects and people were
 * asked with the same questionnaire those count who were asked last.
 */
export async function readEvidence(report: Db, formulas: readonly Formula[]): Promise<Evidence[]> {
  const asked = Map.groupBy(formulas, ({ questionnaire }) => questionnaire);
  const finals = (await listReleases(report)).filter(
    ({ kind, questionnaire }) => kind === "final" && asked.has(questionnaire),
  );
  const rows = [...Map.groupBy(finals, ({ questionnaire }) => questionnaire).values()].flatMap((all) => {
    const [newest] = all.toSorted((a, b) => b.closed_at.getTime() - a.closed_at.getTime());
    return all.filter(({ respondents }) => respondents === newest?.respondents);
  });
  const found = await Promise.all(
    rows.map(async ({ release_id, questionnaire }): Promise<Evidence> => {
      const { release, sampling, blocks } = await readFrozen(report, release_id, null);
      const keys = new Set((asked.get(questionnaire) ?? []).flatMap(itemsOf));
      const needed = blocks.flatMap(({ question, title, items }) => {
        const own = items.filter(({ key }) => keys.has(key));
        return own.length > 0 ? [{ question, title, items: own }] : [];
      });
      return { questionnaire, release, sampling, questions: blocks.map(({ question }) => question), blocks: needed };
    }),
  );
  return found.sort((a, b) => a.release.closedAt.getTime() - b.release.closedAt.getTime());
}
