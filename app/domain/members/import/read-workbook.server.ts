import { Worker } from "node:worker_threads";
import { READ_MS } from "./limits.ts";
import type { WorkbookAnswer } from "./workbook-worker.server.ts";

export type ReadWorkbook = (bytes: Uint8Array) => Promise<WorkbookAnswer | { code: "slow-workbook" }>;

/**
 * The first sheet of an Excel file as texts, or why there is none. Read in a worker with a bounded memory, which is
 * killed when it takes too long: a file of 5 MB can hold gigabytes. Loaded by Node as it is, never bundled.
 */
export const readWorkbook: ReadWorkbook = (bytes) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./workbook-worker.server.ts", import.meta.url), {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
    });
    const clock = setTimeout(() => settle({ code: "slow-workbook" }), READ_MS);
    const settle = (answer: Awaited<ReturnType<ReadWorkbook>>) => {
      clearTimeout(clock);
      resolve(answer);
      void worker.terminate();
    };
    worker.once("message", settle);
    // Out of memory, or a fault of the reader: both mean that the file cannot be read.
    worker.once("error", () => settle({ code: "unpacked" }));
    worker.once("exit", () => settle({ code: "broken-workbook" }));
  });
