import { readdirSync } from "node:fs";
import path from "node:path";
import { quantile } from "./figure.ts";
import { launch } from "./typing.ts";

const [PROJECTS, TIES, TIMES] = [300, 3_000, 20];
const ASSETS = path.resolve(import.meta.dirname, "../../build/client/assets");

type Answer = { share?: number; places?: unknown[] };

/**
 * From the order to the map: a network of 300 projects and 3,000 ties, laid out by the built worker in a browser, twenty times.
 * `first_progress_ms`: when the page could first say how far it is.
 */
export async function measureLayout(origin: string, cache: string): Promise<Record<string, number>> {
  const file = readdirSync(ASSETS).find((name) => /^layout-worker-.*\.js$/.test(name));
  if (!file) throw new Error("build first: there is no worker");
  const browser = await launch(cache);
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const taken = [];
    for (let time = 0; time < TIMES; time += 1) {
      taken.push(
        await page.evaluate(layOutIn, { script: `/assets/${file}`, wave: randomWave(time + 1), projects: PROJECTS }),
      );
    }
    const [whole, first] = [taken.map((one) => one.whole), taken.map((one) => one.first)];
    return {
      ...{ p50_ms: quantile(whole, 0.5), p95_ms: quantile(whole, 0.95), slowest_ms: Math.max(...whole) },
      first_progress_ms: quantile(first, 0.5),
    };
  } finally {
    await browser.close();
  }
}

type Wave = { nodes: { id: string }[]; ties: { from: string; to: string }[] };

/** Runs in the page. */
function layOutIn({ script, wave, projects }: { script: string; wave: Wave; projects: number }) {
  const worker = new Worker(script, { type: "module" });
  const started = performance.now();
  let first = 0;
  return new Promise<{ whole: number; first: number }>((resolve, reject) => {
    worker.onerror = () => reject(new Error("the worker failed"));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      first ||= performance.now() - started;
      if (data.places?.length === projects) resolve({ whole: performance.now() - started, first });
    };
    worker.postMessage([wave]);
  }).finally(() => worker.terminate());
}

/** As many different pairs as there are ties, the same for the same seed. */
function randomWave(seed: number): Wave {
  let state = seed;
  const below = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const pairs = new Map<string, { from: string; to: string }>();
  while (pairs.size < TIES) {
    const [a, b] = [below(PROJECTS), below(PROJECTS)];
    if (a < b) pairs.set(`${a} ${b}`, { from: `p${a}`, to: `p${b}` });
  }
  return { nodes: Array.from({ length: PROJECTS }, (_, i) => ({ id: `p${i}` })), ties: [...pairs.values()] };
}
