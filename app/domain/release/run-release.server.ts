import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Db } from "#db/client.server.ts";
import * as runs from "#db/queries/release-runs.server.ts";
import type { MakingPool } from "./making-pool.server.ts";

type Desk = { db: Db; pool: Pick<MakingPool, "make"> };
type ReleaseJob = JobWithMetadata<{ releaseId: string }>;

/** Why there is no release where it was not the rule, but a fault: of the machine, the database, or ours. */
const UNEXPECTED = "unexpected";

/** How the thread failed, by its kind. */
class Fault extends Error {}

/** Progress is written at most this often. */
const PROGRESS_MS = 300;

/** Starts making the releases that were asked for, one at a time in this process. */
export async function startReleaseWorker(jobs: PgBoss, desk: Desk): Promise<void> {
  const options = { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: 0.5 } as const;
  await jobs.work("release", options, async ([job]: ReleaseJob[]) => {
    if (job) await runRelease(desk, job.data.releaseId, { last: job.retryCount >= job.retryLimit, signal: job.signal });
  });
  const patient = { ...options, pollingIntervalSeconds: 5 } as const;
  await jobs.work("release-given-up", patient, async ([job]: ReleaseJob[]) => {
    if (job) await giveUp(desk.db, job.data.releaseId);
  });
}

type Attempt = { last: boolean; signal: AbortSignal };

/**
 * Makes the release that was asked for under this id, unless it is there or was given up. What the rule refuses is noted
 * for the page of the round; a fault too, at the last attempt. Rejects where it is to be tried again, with nothing but the
 * kind of the error.
 */
export async function runRelease({ db, pool }: Desk, releaseId: string, { last, signal }: Attempt): Promise<void> {
  const run = await runs.findRun(db, releaseId);
  if (!run || run.problem) return;
  if (run.made) return runs.deleteRun(db, releaseId);
  const { round_id: roundId, kind, reason, requested_by: actorId } = run;
  const notes = noteProgress(db, releaseId);
  try {
    const task = { releaseId, roundId, kind, reason, actorId, now: new Date() };
    const { problem, fault } = await pool.make(task, { signal, onProgress: notes.note });
    if (fault) throw new Fault(fault);
    await notes.end();
    if (problem) await runs.updateRunProblem(db, releaseId, problem, new Date());
    else await runs.deleteRun(db, releaseId);
  } catch (error) {
    await notes.end();
    const why = faultOf(error);
    console.error("release", releaseId, "could not be made:", why);
    if (last) await giveUp(db, releaseId);
    else throw new Error(why);
  }
}

/** What may be logged of an error: the kind, never its message. */
function faultOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const { code, name } = error as { code?: string | number; name?: string };
  return String(code ?? name ?? "error");
}

/** Nobody tries any more: the release is there, or it is not and the page of the round says so. */
async function giveUp(db: Db, releaseId: string): Promise<void> {
  const run = await runs.findRun(db, releaseId);
  if (run?.made) await runs.deleteRun(db, releaseId);
  else await runs.updateRunProblem(db, releaseId, UNEXPECTED, new Date());
}

/** Writes the latest progress, one statement at a time; what cannot be written is not missed. */
function noteProgress(db: Db, releaseId: string) {
  let latest: runs.RunProgress | undefined;
  const write = async () => {
    const progress = latest;
    latest = undefined;
    if (progress) await runs.updateRunProgress(db, releaseId, progress).catch(() => {});
  };
  let writing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, PROGRESS_MS);
  return {
    note: (progress: runs.RunProgress) => {
      latest = progress;
    },
    end: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
