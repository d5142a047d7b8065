import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "#app/commands/run.mjs";
import { describeLoad } from "./load.ts";
import type { Check, Row, Scale } from "./row.ts";
import { colleagues } from "./rows/colleagues.ts";
import { droppedAnswers } from "./rows/dropped-answers.ts";
import { expiryAndDeployment } from "./rows/expiry-and-deployment.ts";
import { killApp } from "./rows/kill-app.ts";
import { killPostgres } from "./rows/kill-postgres.ts";
import { offlineKilled } from "./rows/offline-killed.ts";
import { submitOnce } from "./rows/submit-once.ts";
import { twoServers } from "./rows/two-servers.ts";
import { setStage } from "./stage.ts";

// The fault table as one command: `npm run test:faults`, `-- --full` for the table's numbers, `-- --seed 7` to choose
// what clients type and when they are hit, `-- --only kill-app` for single rows, `-- --kills 2` for a quick look. The last line counts the checks.

const ROWS: Row[] = [
  droppedAnswers,
  submitOnce,
  colleagues,
  expiryAndDeployment,
  offlineKilled,
  twoServers,
  killApp,
  killPostgres,
];
const SHORT = { full: false, appKills: 20, postgresKills: 3, edits: 1000 };
const FULL = { full: true, appKills: 200, postgresKills: 20, edits: 10_000 };
const CACHE = path.resolve(import.meta.dirname, "../../.cache");

const { values } = parseArgs({
  options: {
    full: { type: "boolean" },
    seed: { type: "string" },
    only: { type: "string", multiple: true },
    kills: { type: "string" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const kills = values.kills ? { appKills: Number(values.kills), postgresKills: Number(values.kills) } : {};
const scale: Scale = { ...(values.full ? FULL : SHORT), ...kills, seed };
let passed = 0;
let failed = 0;

function report(checks: Check[]): void {
  for (const { what, holds, detail } of checks) {
    if (holds) passed += 1;
    else failed += 1;
    console.log(`   ${holds ? "ok  " : "FAIL"} ${what}`);
    if (!holds && detail) console.log(detail.replaceAll(/^/gm, "        "));
  }
}

if (!build()) {
  console.log("0 passed, 1 failed");
  process.exit(1);
}
await mkdir(CACHE, { recursive: true });
console.log(`${scale.full ? "full" : "short"} form, seed ${seed}`);
const stage = await setStage();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void stage.end().finally(() => process.exit(1)));
}
try {
  for (const row of ROWS.filter(({ name }) => !values.only || values.only.includes(name))) {
    console.log(`== ${row.title}`);
    const started = performance.now();
    try {
      const { load, checks } = await row.run(stage, scale);
      for (const line of describeLoad(load)) console.log(`   ${line}`);
      report(checks);
    } catch (error) {
      report([{ what: "the row came to its end", holds: false, detail: String((error as Error).stack ?? error) }]);
    }
    console.log(`   ${Math.round((performance.now() - started) / 1000)} s`);
  }
} finally {
  if (failed > 0) {
    const file = path.join(CACHE, "faults-app.log");
    await writeFile(file, stage.app.output());
    console.log(`what the app printed: ${file}`);
  }
  await stage.end();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
