import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkAnswers } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import { parseDefinition } from "#surveys/definition.ts";
import { limits } from "#surveys/limits.ts";
import { missingLeaves } from "./leaf-cells.ts";

/**
 * `node tests/surveys/leaves.ts DEFINITIONS ANSWERS`: every definition of one folder with the answers of the same name in
 * the other goes through check and cells. Prints what was refused and which answered leaves no cell holds.
 */
const [definitions, answers] = process.argv.slice(2);
if (!definitions || !answers) throw new Error("usage: node tests/surveys/leaves.ts DEFINITIONS ANSWERS");

const totals = { definitions: 0, unreadable: 0, answers: 0, refused: 0, missing: 0, cells: 0, strangers: 0 };
const started = performance.now();
for (const file of readdirSync(definitions).filter((name) => name.endsWith(".json"))) {
  totals.definitions += 1;
  const { definition, problems } = parseDefinition(readFileSync(join(definitions, file), "utf8"), limits.operatorBytes);
  if (!definition) {
    totals.unreadable += 1;
    console.log(file, JSON.stringify(problems.slice(0, 3)));
    continue;
  }
  const keys = new Set(definition.items.map((item) => item.key));
  for (const raw of JSON.parse(readFileSync(join(answers, file), "utf8"))) {
    totals.answers += 1;
    const checked = checkAnswers(definition, raw, { complete: true, files: "inline" });
    if (checked.problems.length > 0) {
      totals.refused += 1;
      console.log(file, JSON.stringify(checked.problems.slice(0, 3)));
      continue;
    }
    const cells = cellsOf(definition, checked.answers);
    const missing = missingLeaves(raw, cells);
    totals.cells += cells.length;
    totals.missing += missing.length;
    totals.strangers += cells.filter((cell) => !keys.has(cell.item)).length;
    if (missing.length > 0) console.log(file, missing.slice(0, 5));
  }
}
const ms = Math.round((performance.now() - started) / totals.answers);
for (const [name, count] of Object.entries(totals)) console.log(`${name}: ${count}`);
console.log(`ms per answer: ${ms}`);
if (totals.refused + totals.missing + totals.unreadable > 0) process.exitCode = 1;
