import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ReleaseRunTable } from "../tables/release.ts";

type NewRun = Pick<ReleaseRunTable, "release_id" | "round_id" | "kind" | "reason" | "requested_by" | "requested_at">;

/** Notes that a release is to be made. False where one of this round is being made already; one that failed gives way. */
export async function insertRun(tx: Tx, run: NewRun): Promise<boolean> {
  await tx
    .deleteFrom("release_run")
    .where("round_id", "=", run.round_id)
    .where((where) => where.or([where("problem", "is not", null), isMade()]))
    .execute();
  const row = await tx
    .insertInto("release_run")
    .values({ ...run, problem: null, failed_at: null })
    .onConflict((conflict) => conflict.column("round_id").doNothing())
    .returning("release_id")
    .executeTakeFirst();
  return row !== undefined;
}

const isMade = () => sql<boolean>`exists (select from release where release.release_id = release_run.release_id)`;

const runs = (db: Db | Tx) => db.selectFrom("release_run").selectAll().select(isMade().as("made"));

/** What is being made for a round or could not be; not what is there by now. */
export function findRunOfRound(db: Db | Tx, roundId: string) {
  return runs(db).where("round_id", "=", roundId).where(isMade(), "=", false).executeTakeFirst();
}

/** `made`: the release is there. */
export function findRun(db: Db | Tx, releaseId: string) {
  return runs(db).where("release_id", "=", releaseId).executeTakeFirst();
}

export async function deleteRun(db: Db | Tx, releaseId: string): Promise<void> {
  await db.deleteFrom("release_run").where("release_id", "=", releaseId).execute();
}

/** How far a release is: `done` of `total` questions where the stage goes through them, else 0. */
export type RunProgress = {
  stage: "waiting" | "grouping" | "counting" | "checking" | "writing";
  done: number;
  total: number;
};

export async function updateRunProgress(db: Db, releaseId: string, progress: RunProgress): Promise<void> {
  await db.updateTable("release_run").set(progress).where("release_id", "=", releaseId).execute();
}

/** Notes that no release came of it. */
export async function updateRunProblem(db: Db, releaseId: string, problem: string, at: Date): Promise<void> {
  await db
    .updateTable("release_run")
    .set({ problem, failed_at: at })
    .where("release_id", "=", releaseId)
    .where("problem", "is", null)
    .execute();
}
