import { createHmac, randomBytes } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/node";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { isUnavailable, serverVersion } from "#db/client.server.ts";
import { limits } from "#surveys/limits.ts";
import { mountEndpoints } from "../api/endpoint.server.ts";
import { endpoints } from "../api/index.server.ts";
import { IMPORT_BYTES } from "../domain/members/import/limits.ts";
import { PROBLEMS, Problem } from "../domain/problem.ts";
import { LOCALES, textsOf } from "../locales/index.ts";
import { paths } from "../paths.ts";
import { createAreaHandlers } from "./area-handlers.server.ts";
import type { App, Visit } from "./context.ts";
import { securityHeaders } from "./headers.server.ts";
import { oneClick } from "./one-click.server.ts";
import { createShell } from "./shell.server.ts";

/** The largest body a browser may send: answers of the longest questionnaire are a tenth of it. */
const BODY_BYTES = 1024 * 1024;
/** Forms that take files say themselves how large one may be, in their own words; this is above all of them. */
const FILE_FORM_BYTES = 8 * 1024 * 1024;
const FILE_FORMS = /^\/(frageboegen|mitglieder)\//;
/** What may be sent in the end, as pages in front of the app say it too. */
const SAID_BYTES = { frageboegen: limits.bytes, mitglieder: IMPORT_BYTES };
const YEAR_S = 31_536_000;

/** Everything in front of Remix: health, files, limits, the origin check, headers. `build` is the bundled Remix app. */
export function createWeb(app: App, build: ServerBuild, clientFolder: string): Hono {
  const web = new Hono();
  const { createDrawnAnswers, withLoaded } = build.entry.module as unknown as typeof import("../entry.server.tsx");
  const answerDrawn = createDrawnAnswers(build);
  const handle = createAreaHandlers(withLoaded(build), app.env.production ? "production" : "development");

  // The demo is opened by either name of this machine.
  const aliases = app.env.demo ? [app.env.origin.replace("//localhost", "//127.0.0.1")] : [];
  const origins = [app.env.origin, ...aliases];

  web.get("/healthz", (c) => health(c, app));
  web.use("/assets/*", files(clientFolder, `public, max-age=${YEAR_S}, immutable`));
  web.use("/:file{[a-z0-9.-]+\\.(ico|svg|png|txt|webmanifest)}", files(clientFolder, "public, max-age=3600"));
  web.use(compress());
  const unknown = { ...app, nonce: "", clientKey: "" };
  const shell = createShell({
    env: app.env,
    render: (request) => handle(request, { ...unknown, visit: {} }),
    clientFolder,
  });
  web.get(paths.worker(), () => shell.worker());
  for (const locale of LOCALES) web.get(paths.offline(locale), () => shell.page(locale));
  const bodies = bodyLimit({ maxSize: BODY_BYTES, onError: refuseLargeBody });
  const fileForms = bodyLimit({ maxSize: FILE_FORM_BYTES, onError: refuseLargeBody });
  web.use((c, next) => (FILE_FORMS.test(c.req.path) ? fileForms : bodies)(c, next));
  web.use(paths.unsubscribe(":token"), oneClick(app));
  web.use(async (c, next) => {
    if (!comesFromUs(c.req.raw, origins)) return new Problem("wrong-origin").toResponse();
    // Remix compares Origin with the host once more; behind a proxy that host need not be the one browsers use.
    const origin = c.req.header("Origin");
    if (origin) c.req.raw.headers.set("X-Forwarded-Host", new URL(origin).host);
    await next();
  });
  mountEndpoints(web, app, endpoints);
  web.all("*", async (c) => {
    const nonce = randomBytes(16).toString("base64url");
    const visit: Visit = {};
    const context = { ...app, nonce, clientKey: clientKey(c, app), visit };
    const response = (await answerDrawn(c.req.raw, context)) ?? (await handle(c.req.raw, context));
    return securityHeaders(response, visit.inline ?? [`'nonce-${nonce}'`], app.env);
  });
  web.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    if (isUnavailable(error)) return new Problem("unavailable", { retryAfter: 2 }).toResponse();
    console.error("request failed:", error.name, "code" in error ? error.code : "");
    return new Response("Internal error", { status: 500 });
  });
  return web;
}

async function health(c: HonoContext, app: App): Promise<Response> {
  try {
    return c.json({ status: "ok", database: await serverVersion(app.db) }, 200, { "Cache-Control": "no-store" });
  } catch {
    return c.json({ status: "unavailable" }, 503, { "Cache-Control": "no-store", "Retry-After": "2" });
  }
}

function files(root: string, cacheControl: string) {
  return serveStatic({ root, precompressed: true, onFound: (_path, c) => c.header("Cache-Control", cacheControl) });
}

/** The rest of the body is left unread, so the connection cannot serve another request. */
function refuseLargeBody(c: HonoContext): Response {
  const wantsPage = c.req.header("Accept")?.includes("text/html");
  const response = wantsPage ? largeBodyPage(c.req.path) : new Problem("too-large").toResponse();
  response.headers.set("Connection", "close");
  return response;
}

/** In front of the app there is no page frame: both languages in one. */
function largeBodyPage(path: string): Response {
  const area = FILE_FORMS.exec(path)?.[1] as keyof typeof SAID_BYTES | undefined;
  const megabytes = String((area ? SAID_BYTES[area] : BODY_BYTES) / (1024 * 1024));
  const texts = LOCALES.map((locale) => {
    const { codes, limit } = textsOf(locale).problems;
    return { locale, title: codes["too-large"].title, advice: limit(megabytes) };
  });
  const parts = texts.map(
    ({ locale, title, advice }) => `<div lang="${locale}"><h1>${title}</h1><p>${advice}</p></div>`,
  );
  const page = `<!doctype html><html lang="de"><meta charset="utf-8"><title>${texts[0]?.title}</title>${parts.join("")}</html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" };
  return new Response(page, { status: PROBLEMS["too-large"], headers });
}

/** Only our own pages may change anything: a foreign, null or missing origin is refused. */
function comesFromUs(request: Request, origins: readonly string[]): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const claimed = request.headers.get("Origin");
  if (claimed !== null) return origins.includes(claimed);
  return request.headers.get("Sec-Fetch-Site") === "same-origin";
}

/** The asking network (/24 or /48), keyed so that nothing about it can be read from what is stored. */
function clientKey(c: HonoContext, app: App): string {
  const forwarded = (c.req.header("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
  const trusted = app.env.trustedProxies > 0 ? forwarded.at(-app.env.trustedProxies) : undefined;
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress;
  const address = (trusted || socket || "").replace(/^::ffff:/, "");
  const prefix = address.includes(":")
    ? address.split(":").slice(0, 3).join(":")
    : address.split(".").slice(0, 3).join(".");
  return createHmac("sha256", app.env.secret ?? "")
    .update(prefix)
    .digest("base64url");
}
