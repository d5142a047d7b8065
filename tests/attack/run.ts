import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Mode } from "./modes.ts";
import { BELIEVED_EVERY, type Outcome, type Task } from "./one-network.ts";
import { reportOn } from "./report.ts";

// Attacks what is published of random networks: `npm run attack -- --populations 1000 --seed 1`. Each network is released in
// both strengths; a smaller number also without noise and rounding, and without the gate, where the attack must
// succeed: otherwise it proves nothing. With --deep, networks go through the real database and every format instead, and what is
// read back from there is attacked. The last line counts the checks.

const WORKERS = 2;
/** Room for what lives briefly, so that it is not copied about: much is made and thrown away for every network. */
const YOUNG_MEGABYTES = 128;
/** One network in so many is attacked by the integer program too. */
const PROGRAM_EVERY = 200;
/** In more networks than this only one attacker, in turn, works out how probable answers are, and of some networks only. */
const EACH_UP_TO = 100;
/** In more networks than that only one in so many publishes panels of those who answered two waves in a row. */
const PANEL_EVERY = 20;
/** With protection off, one network in so many, and at least these. */
const OFF_EVERY = 50;
const OFF_AT_LEAST = 10;

/** Networks that are taken through the database. */
const DEEP = 20;

const options = { populations: { type: "string" }, seed: { type: "string" }, deep: { type: "boolean" } } as const;
const { values } = parseArgs({ options });
const populations = Number(values.populations ?? 10);
const seed = Number(values.seed ?? 1);
const started = performance.now();

if (values.deep) {
  const { attackDeeply } = await import("./deep/run.ts");
  const { passed, failed } = await attackDeeply(Number(values.populations ?? DEEP), seed);
  console.log(`took ${seconds()}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function seconds(): string {
  return `${Math.round((performance.now() - started) / 1000)} s`;
}

/** Runs the tasks on all workers, each as soon as it is free. */
async function runAll(tasks: readonly Task[], onDone: (done: number) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = tasks.values();
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      });
      const next = () => {
        const { value: task } = waiting.next();
        if (task) worker.postMessage(task);
        else void worker.terminate().then(() => resolve());
      };
      worker.on("message", (outcome: Outcome) => {
        onDone(outcomes.push(outcome));
        next();
      });
      worker.on("error", reject);
      next();
    });
  await Promise.all(Array.from({ length: WORKERS }, work));
  return outcomes;
}

const believingAbout = (i: number): Task["believing"] => {
  if (populations <= EACH_UP_TO) return "all";
  return i % BELIEVED_EVERY === 0 ? "in turn" : "nobody";
};
const panelEvery = populations > EACH_UP_TO ? PANEL_EVERY : 1;
const networks = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ seed: seed + i, program: i % PROGRAM_EVERY === 0, believing: believingAbout(i) },
    panels: i % panelEvery === 0,
  }));
const off = networks(Math.max(OFF_AT_LEAST, Math.ceil(populations / OFF_EVERY)));
const tasks: Task[] = [
  ...networks(populations).flatMap((one) => [
    { ...one, mode: "standard" as const },
    { ...one, mode: "strict" as const },
  ]),
  ...off.flatMap((one) => [
    { ...one, program: false, mode: "unprotected" as const },
    { ...one, program: false, mode: "ungated" as const },
  ]),
];
console.log(
  `${populations} networks from seed ${seed}, three waves each, both strengths; ${off.length} with protection off; with panels: ${panelEvery > 1 ? `one network in ${panelEvery}` : "all"}`,
);
const step = Math.max(1, Math.round(tasks.length / 20));
const outcomes = await runAll(tasks, (done) => {
  if (done % step === 0) console.log(`   ${done} of ${tasks.length}, ${seconds()}`);
});

const TITLES: Readonly<Record<Mode, string>> = {
  standard: "standard strength",
  strict: "strict strength",
  unprotected: "noise and rounding off: the attack must succeed",
  ungated: "gate off: the attack must succeed",
};
let passed = 0;
let failed = 0;
for (const [mode, title] of Object.entries(TITLES) as [Mode, string][]) {
  const { lines, checks } = reportOn(
    mode,
    outcomes.filter((one) => one.mode === mode),
  );
  console.log(`== ${title}`);
  for (const line of lines) console.log(`   ${line}`);
  for (const { what, holds } of checks) {
    if (holds) passed += 1;
    else failed += 1;
    console.log(`   ${holds ? "ok  " : "FAIL"} ${what}`);
  }
}
console.log(`took ${seconds()}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
