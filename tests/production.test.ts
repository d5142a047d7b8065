import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { paths } from "#app/paths.ts";
import { type DatabaseUrls, provision } from "#db/provision.server.ts";
import { dropDatabase } from "./support/cluster.ts";

// As an operator does it: an empty database with the three roles, URLs and secrets in the environment, `npm start`.

const ROOT = path.resolve(import.meta.dirname, "..");
const name = `${inject("template")}_production`;
const started: ChildProcess[] = [];
let urls: DatabaseUrls;
let dataDir: string;

beforeAll(async () => {
  urls = await provision(inject("adminUrl"), name);
  dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-production-"));
});
afterAll(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), "SIGKILL");
  await dropDatabase(inject("adminUrl"), name);
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs `npm start` in a process group of its own, with nothing but the environment that is given. */
function npmStart(settings: Record<string, string>) {
  const { PATH = "", HOME = "", TMPDIR = "" } = process.env;
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), NODE_ENV: "production", DATA_DIR: dataDir, ...settings },
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("npm start serves on a server of one's own, and ends in order", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secrets = {
    APP_SECRET: randomBytes(32).toString("hex"),
    PORT: String(port),
    ORIGIN: "https://praxisspiegel.example",
  };
  const databases = { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_REPORT_URL: urls.report };
  const run = npmStart({ ...secrets, ...databases });

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

  process.kill(-(run.child.pid as number), "SIGTERM");
  await run.ended;
  // npm itself ends at once; the server answers what is under way first.
  await expect.poll(health, { timeout: 30_000, interval: 200 }).toBe(0);
  expect(run.output()).not.toContain(secrets.APP_SECRET);
  expect(run.output()).not.toContain(new URL(urls.app).password);
});

test("npm start without its secrets stops at once and names what is missing", async () => {
  const run = npmStart({ DATABASE_URL: urls.app });
  expect(await run.ended).not.toBe(0);
  for (const missing of ["ORIGIN", "DATABASE_OWNER_URL", "DATABASE_REPORT_URL", "APP_SECRET"]) {
    expect(run.output()).toContain(missing);
  }
  expect(run.output()).not.toContain(new URL(urls.app).password);
});
