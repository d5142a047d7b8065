import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { paths } from "#app/paths.ts";
import { type DatabaseUrls, provision } from "#db/provision.server.ts";
import { dropDatabase } from "./support/cluster.ts";
import { freePort, npmStart, type Run } from "./support/npm-start.ts";

// As an operator does it: an empty database with the three roles, URLs and secrets in the environment, `npm start`.

const name = `${inject("template")}_production`;
const started: Run[] = [];
let urls: DatabaseUrls;
let dataDir: string;

beforeAll(async () => {
  urls = await provision(inject("adminUrl"), name);
  dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-production-"));
});
afterAll(async () => {
  for (const run of started) run.kill("SIGKILL");
  await dropDatabase(inject("adminUrl"), name);
  await rm(dataDir, { recursive: true, force: true });
});

test("npm start serves on a server of one's own, and ends in order", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secrets = {
    APP_SECRET: randomBytes(32).toString("hex"),
    PORT: String(port),
    ORIGIN: "https://praxisspiegel.example",
  };
  const databases = { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_REPORT_URL: urls.report };
  const run = npmStart({ ...secrets, ...databases, DATA_DIR: dataDir });
  started.push(run);

  const health = () =>
    fetch(`${origin}/healthz`).then(
      (response) => response.status,
      () => 0,
    );
  await expect.poll(health, { timeout: 40_000, interval: 200 }).toBe(200);
  const body: unknown = await (await fetch(`${origin}/healthz`)).json();
  expect(body).toEqual({ status: "ok", database: expect.stringMatching(/^\d+/) });

  const page = await fetch(origin + paths.signIn());
  expect(page.status).toBe(200);
  expect(page.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  // The proxy in front names this machine, the browser names the public origin.
  const asked = await fetch(origin + paths.signIn(), {
    method: "POST",
    headers: { Origin: secrets.ORIGIN, "Content-Type": "application/x-www-form-urlencoded" },
    body: "address=nobody%40example.org",
    redirect: "manual",
  });
  expect(asked.status).toBeLessThan(400);
  const demo = await fetch(`${origin}${paths.demoSignIn("coordination", "x")}`, { redirect: "manual" });
  expect(demo.status).toBe(404);

  run.kill("SIGTERM");
  await run.ended;
  // npm itself ends at once; the server answers what is under way first.
  await expect.poll(health, { timeout: 30_000, interval: 200 }).toBe(0);
  expect(run.output()).not.toContain(secrets.APP_SECRET);
  expect(run.output()).not.toContain(new URL(urls.app).password);
});

test("npm start without its secrets stops at once and names what is missing", async () => {
  const run = npmStart({ DATABASE_URL: urls.app, DATA_DIR: dataDir });
  started.push(run);
  expect(await run.ended).not.toBe(0);
  for (const missing of ["ORIGIN", "DATABASE_OWNER_URL", "DATABASE_REPORT_URL", "APP_SECRET"]) {
    expect(run.output()).toContain(missing);
  }
  expect(run.output()).not.toContain(new URL(urls.app).password);
});
