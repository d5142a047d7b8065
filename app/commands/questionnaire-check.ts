import { readFileSync, statSync } from "node:fs";
import { createCheckingPool, type Inspection, unread } from "#surveys/checking-pool.ts";
import { limits } from "#surveys/limits.ts";
import { canBePublished } from "#surveys/lint/fault.ts";

const unreadable = (code: string, message: string): Inspection => unread([{ code, path: "", detail: { message } }]);

async function inspectFile(file: string): Promise<Inspection> {
  try {
    const { size } = statSync(file);
    if (size > limits.operatorBytes) return unreadable("too-large", `${size} > ${limits.operatorBytes} bytes`);
    const json = readFileSync(file, "utf8");
    const pool = createCheckingPool({ timeoutMs: operatorTimeoutMs, bytes: limits.operatorBytes });
    const inspection = await pool.inspect(json);
    await pool.close();
    return inspection;
  } catch (error) {
    return unreadable("unreadable-file", error instanceof Error ? error.message : "");
  }
}

/** An operator may wait longer than a request. */
const operatorTimeoutMs = 10_000;

// A reader that has seen enough closes the pipe.
process.stdout.on("error", () => process.exit());

const file = process.argv[2];
if (!file) {
  console.error("usage: npm run -s questionnaire:check -- FILE");
  process.exitCode = 2;
} else {
  const inspection = await inspectFile(file);
  const publishable = inspection.problems.length === 0 && canBePublished(inspection.lint);
  const { problems, lint, title, questions, items } = inspection;
  process.stdout.write(`${JSON.stringify({ file, publishable, title, problems, lint, questions, items }, null, 2)}\n`);
  process.exitCode = publishable ? 0 : 1;
}
