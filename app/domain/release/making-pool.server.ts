import { Piscina } from "piscina";
import type { RunProgress } from "#db/queries/release-runs.server.ts";
import type { ProblemCode } from "../problem.ts";
import type { ReleaseKind } from "./releasable.server.ts";

export type MakingTask = {
  /** of the role *app* */
  appUrl: string;
  run: { releaseId: string; roundId: string; kind: ReleaseKind; reason: string | null; actorId: string; now: Date };
};

/** Why the release may not be made, or the kind of the fault by which it failed; it is there where both are null. */
export type MadeAnswer = { problem: ProblemCode | null; fault: string | null };

export type MakingPool = {
  /** Rejects where the thread dies or `signal` ends it. Nothing was written where the release is not there. */
  make: (
    run: MakingTask["run"],
    more: { signal: AbortSignal; onProgress: (progress: RunProgress) => void },
  ) => Promise<MadeAnswer>;
  close: () => Promise<void>;
};

/** A thread without work ends after this time. */
const IDLE_MS = 10_000;
const MEMORY_MB = 1536;

/**
 * Makes releases in a thread, one after the other: what is calculated takes seconds, in which the server would answer
 * nobody. Loaded by Node as it is, never bundled.
 */
export function openMakingPool(appUrl: string): MakingPool {
  const pool = new Piscina({
    filename: new URL("./making-thread.server.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  pool.on("error", () => {});
  const listeners = new Map<string, (progress: RunProgress) => void>();
  pool.on("message", ({ releaseId, progress }: { releaseId: string; progress: RunProgress }) =>
    listeners.get(releaseId)?.(progress),
  );
  return {
    make: async (run, { signal, onProgress }) => {
      listeners.set(run.releaseId, onProgress);
      try {
        return (await pool.run({ appUrl, run } satisfies MakingTask, { signal })) as MadeAnswer;
      } finally {
        listeners.delete(run.releaseId);
      }
    },
    close: () => pool.destroy(),
  };
}
