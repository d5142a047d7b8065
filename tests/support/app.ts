import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { serve } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import type { App } from "#app/http/context.ts";
import { type Env, readEnv } from "#app/http/env.server.ts";
import { createWeb } from "#app/http/web.server.ts";
import { start } from "#app/start.server.ts";
import type { TestDatabase } from "./database.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The running web app: where it listens, what its requests get as context, and where its files lie. */
export type TestApp = { origin: string; app: App; dataDir: string; stop: () => Promise<void> };

/**
 * Starts the built app on a free port, in production mode, against the clone. `overrides` change single settings, for
 * example `{ demo: true }`. Needs `npm run build` first; the build is never stubbed.
 */
export async function startApp(database: TestDatabase, overrides: Partial<Env> = {}): Promise<TestApp> {
  let answer: (request: Request, bindings: object) => Response | Promise<Response> = () =>
    new Response("", { status: 503 });
  const server = serve({
    fetch: (request, bindings) => answer(request, bindings),
    port: 0,
    hostname: "127.0.0.1",
  }) as Server;
  await new Promise((resolve) => server.once("listening", resolve));
  const port = (server.address() as AddressInfo).port;
  const dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-app-"));
  const env = readEnv({
    NODE_ENV: "production",
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_REPORT_URL: database.urls.report,
    APP_SECRET: randomBytes(32).toString("base64url"),
    DATA_DIR: dataDir,
  });
  const running = await start({ ...env, ...overrides });
  const build = (await import(path.join(ROOT, "build/server/index.js"))) as ServerBuild;
  const web = createWeb(running.app, build, path.join(ROOT, "build/client"));
  answer = (request, bindings) => web.fetch(request, bindings);
  return {
    origin: running.app.env.origin,
    app: running.app,
    dataDir,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
