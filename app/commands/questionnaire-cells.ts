import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { stringify } from "csv-stringify";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { parseDefinition } from "#surveys/definition.ts";
import { parseJson } from "#surveys/json.ts";
import { limits } from "#surveys/limits.ts";
import type { SurveyProblem } from "#surveys/model.ts";

/** Answers of a whole collection can be long; each single one is bounded by the check. */
const answersBytes = 256 * limits.bytes;

/** Large definitions take a second to build; an operator may wait longer than a request. */
const timeoutMs = 10_000;

/** A refused answer (or file) as one JSON line on stderr. `response` counts from 1. */
function refuse(response: number | null, problems: readonly SurveyProblem[]): void {
  process.stderr.write(`${JSON.stringify({ response, problems })}\n`);
  process.exitCode = 1;
}

function readText(file: string, bytes: number): string | undefined {
  try {
    if (statSync(file).size <= bytes) return readFileSync(file, "utf8");
    refuse(null, [{ code: "too-large", path: "", detail: { file, limit: bytes } }]);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    refuse(null, [{ code: "unreadable-file", path: "", detail: { file, message } }]);
  }
  return undefined;
}

function readAnswers(text: string): unknown[] | undefined {
  const { value, problems } = parseJson(text, answersBytes);
  if (Array.isArray(value)) return value;
  refuse(null, problems.length > 0 ? problems : [{ code: "not-a-list", path: "" }]);
  return undefined;
}

async function writeCells(json: string, answers: readonly unknown[]): Promise<void> {
  const key = createHash("sha256").update(json).digest("hex");
  const pool = createCheckingPool({ timeoutMs, bytes: limits.operatorBytes });
  const csv = stringify({ header: true, columns: ["response", "item", "entry", "code", "number", "text"] });
  csv.pipe(process.stdout);
  for (const [i, raw] of answers.entries()) {
    const options = { complete: true, files: "inline", cells: "all" } as const;
    const { problems, cells } = await pool.check({ key, json }, raw, options);
    if (problems.length > 0) refuse(i + 1, problems);
    for (const cell of cells) csv.write({ response: i + 1, ...cell });
  }
  csv.end();
  await pool.close();
}

// A reader that has seen enough closes the pipe.
process.stdout.on("error", () => process.exit());

const [definitionFile, answersFile] = process.argv.slice(2);
if (!definitionFile || !answersFile) {
  console.error("usage: npm run -s questionnaire:cells -- DEFINITION ANSWERS");
  process.exitCode = 2;
} else {
  const json = readText(definitionFile, limits.operatorBytes);
  const text = readText(answersFile, answersBytes);
  const reading = json === undefined ? undefined : parseDefinition(json, limits.operatorBytes);
  if (reading && !reading.definition) refuse(null, reading.problems);
  const answers = text === undefined ? undefined : readAnswers(text);
  if (json !== undefined && reading?.definition && answers) await writeCells(json, answers);
}
