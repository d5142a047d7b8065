import { parentPort } from "node:worker_threads";
import { openDatabase } from "#db/client.server.ts";
import type { RunProgress } from "#db/queries/release-runs.server.ts";
import { openJobs } from "../mail/jobs.server.ts";
import { Problem } from "../problem.ts";
import { makeRelease } from "./make-release.server.ts";
import type { MadeAnswer, MakingTask } from "./making-pool.server.ts";

/** Makes one release, over connections of its own: reading, calculating and writing all happen outside the server's thread. */
export default async ({ appUrl, run }: MakingTask): Promise<MadeAnswer> => {
  const db = openDatabase(appUrl, { name: "praxisspiegel-release", max: 1 });
  try {
    // It only puts mails in, in the transaction of the release.
    const queue = await openJobs(appUrl, { supervised: false });
    try {
      const onProgress = (progress: RunProgress) => parentPort?.postMessage({ releaseId: run.releaseId, progress });
      await makeRelease(db, { ...run, jobs: queue.jobs, onProgress });
      return { problem: null, fault: null };
    } finally {
      await queue.stop();
    }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.code, fault: null };
    // On its way to another thread an error loses all but its message, which could quote a row.
    const { code, name } = error as { code?: string; name?: string };
    return { problem: null, fault: code ?? name ?? "error" };
  } finally {
    await db.destroy();
  }
};
