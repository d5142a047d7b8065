import path from "node:path";
import { serve } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { seedDemo } from "./domain/demo/seed-demo.server.ts";
import { demoKey } from "./domain/sign-in/demo-key.server.ts";
import { readEnv } from "./http/env.server.ts";
import { createWeb } from "./http/web.server.ts";
import { paths } from "./paths.ts";
import { start } from "./start.server.ts";

const DRAIN_MS = 15_000;

process.env.TZ = "Europe/Berlin";
const env = readEnv(process.env);
const running = await start(env);
if (env.demo) {
  const { origin, mailFrom: from, secret = "", dataDir } = running.app.env;
  await seedDemo(running.app.db, new Date(), { tell: console.log, post: { origin, from, secret, dataDir } });
}
const root = path.resolve(import.meta.dirname, "..");
const build = (await import(path.join(root, "build/server/index.js"))) as ServerBuild;
const web = createWeb(running.app, build, path.join(root, "build/client"));

// A slow or silent client gives its place back; a form takes milliseconds, a large CSV is sent, not received.
const limits = { headersTimeout: 10_000, requestTimeout: 30_000 };

const server = serve({ fetch: web.fetch, port: env.port, hostname: env.host, serverOptions: limits }, (address) => {
  console.log(`Praxisspiegel listens on port ${address.port}, reached as ${env.origin}`);
  if (env.demo) void printSignInLinks();
});

async function printSignInLinks(): Promise<void> {
  const key = await demoKey(env.dataDir);
  for (const role of ["coordination", "steering", "lead", "member", "coordination2", "analyst"]) {
    console.log(`${role} URL: ${env.origin}${paths.demoSignIn(role, key)}`);
  }
}

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Streams never end by themselves.
    void running.app.live.stop();
    // New connections are refused, requests under way are answered, then everything is closed.
    server.close(async () => {
      await running.stop();
      process.exit(0);
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
  });
}
