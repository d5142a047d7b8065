import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import { hostileAnswers, hostileDefinitions } from "./hostile.ts";

const deadlineMs = 2_000;
const pool = createCheckingPool({ threads: 1 });
const harmless = JSON.stringify({ elements: [{ type: "text", name: "q" }] });

beforeAll(async () => {
  await pool.inspect(harmless);
}, 30_000);
afterAll(() => pool.close());

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

describe("hostile definitions", () => {
  test.each(hostileDefinitions)("$name", async ({ json }) => {
    const { result, ms } = await timed(() => pool.inspect(json));
    const errors = result.lint.filter(({ severity }) => severity === "error");
    expect([...result.problems, ...errors].map(({ code }) => code)).not.toEqual([]);
    expect(ms).toBeLessThan(deadlineMs);
  });
});

describe("hostile answers", () => {
  test.each(hostileAnswers)("$name", async ({ name, json, answers }) => {
    const { result, ms } = await timed(() => pool.check({ key: name, json }, answers, { complete: true }));
    expect(result.problems.map(({ code }) => code)).not.toEqual([]);
    expect(result.cells).toEqual([]);
    expect(ms).toBeLessThan(deadlineMs);
  });
});

test("there are at least 47 of them", () => {
  expect(hostileDefinitions.length + hostileAnswers.length).toBeGreaterThanOrEqual(47);
});

test("nothing has polluted a prototype", () => {
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe("the pool", () => {
  test("kills what hangs and goes on", async () => {
    const quick = createCheckingPool({ timeoutMs: 50 });
    const rows = Array.from({ length: 300 }, (_, i) => ({ value: i }));
    const columns = Array.from({ length: 60 }, (_, i) => ({
      name: `c${i}`,
      cellType: "text",
      visibleIf: `{row.c0} = ${i}`,
    }));
    const slow = JSON.stringify({ elements: [{ type: "matrixdropdown", name: "q", rows, columns }] });
    const judged = await quick.check({ key: "slow", json: slow }, {}, { complete: true });
    expect(judged.problems).toEqual([{ code: "check-timeout", path: "", detail: { limit: 50 } }]);
    const after = await quick.check({ key: "harmless", json: harmless }, { q: "x" }, { complete: false });
    expect(after.problems).toEqual([]);
    await quick.close();
  }, 30_000);

  test("answers others while one is judged, in order", async () => {
    const results = await Promise.all(
      ["a", "b", "c"].map((q) => pool.check({ key: "same", json: harmless }, { q }, { complete: true })),
    );
    expect(results.map(({ cells }) => cells[0]!.text)).toEqual(["a", "b", "c"]);
  });
});
