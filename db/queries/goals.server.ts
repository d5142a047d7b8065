import type { Insertable, Selectable } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { GoalVersionTable } from "../tables/goal.ts";

const versions = (db: Db | Tx) =>
  db
    .selectFrom("goal_version")
    .innerJoin("goal", "goal.goal_id", "goal_version.goal_id")
    .leftJoin("account", "account.account_id", "goal_version.by")
    .selectAll("goal_version")
    .select("account.name as author");

export type GoalVersionRow = Selectable<GoalVersionTable> & { author: string | null };

/** Every version of every goal: goals in the order in which they were added, the newest version first. */
export function listGoalVersions(db: Db | Tx): Promise<GoalVersionRow[]> {
  return versions(db).orderBy("goal.position").orderBy("number", "desc").execute();
}

/** The versions of one goal, the newest first. */
export function listVersionsOfGoal(db: Db | Tx, goalId: string): Promise<GoalVersionRow[]> {
  return versions(db).where("goal_version.goal_id", "=", goalId).orderBy("number", "desc").execute();
}

/** False where there is a goal of this id. */
export async function insertGoal(tx: Tx, goalId: string): Promise<boolean> {
  const row = await tx
    .insertInto("goal")
    .values({ goal_id: goalId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("goal_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False where somebody else was faster: there is a version of this number. */
export async function insertGoalVersion(tx: Tx, version: Insertable<GoalVersionTable>): Promise<boolean> {
  const { title, sentence, formula, measured } = version;
  const row = await tx
    .insertInto("goal_version")
    .values({
      ...version,
      title: jsonb(title),
      sentence: jsonb(sentence),
      formula: jsonb(formula),
      measured: jsonb(measured),
    })
    .onConflict((conflict) => conflict.columns(["goal_id", "number"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  return row !== undefined;
}
