import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip as gunzipBytes, gzip as gzipBytes } from "node:zlib";
import type { AppLoadContext, EntryContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { matchPath } from "@remix-run/react";
import { LRUCache } from "lru-cache";
import { numberOf } from "../domain/report/packed.ts";
import { inlineHashes } from "./headers.server.ts";

const [gzip, gunzip] = [promisify(gzipBytes), promisify(gunzipBytes)];

/**
 * Pages that show much, as they were drawn for the first who asked. A route whose page follows from its data alone, whatever the
 * time or the reader, says `export const handle = { drawnOnce: true }`. Its loader runs for every reader: who may read, and
 * what has changed, is asked each time.
 */
type DrawnPage = {
  gzipped: Buffer;
  /** the scripts that stand in the page, as the policy names them: no nonce, since it is the same page for everybody */
  hashes: string[];
};

export const HTML = "text/html; charset=utf-8";
/** Bytes of all pages that are kept. */
const MOST = 32_000_000;
/** What was withdrawn or taken back since stands in no page that is asked for, and is out of memory after so long, too. */
const KEPT_MS = 3_600_000;
const pages = new LRUCache<string, DrawnPage>({
  maxSize: MOST,
  sizeCalculation: ({ gzipped }) => gzipped.length,
  ttl: KEPT_MS,
  ttlAutopurge: true,
});

/** Under what a page is kept: its address, and all data of its routes, the frame's too. Undefined of pages that are not. */
export function keyOf({ staticHandlerContext: found, routeModules }: EntryContext, url: string): string | undefined {
  const route = found.matches.at(-1)?.route.id;
  const isDrawnOnce = saysDrawnOnce(routeModules[route ?? ""]?.handle);
  if (!isDrawnOnce || found.errors || found.actionData || found.statusCode !== 200) return undefined;
  return keyFor(
    url,
    found.matches.map(({ route: { id } }) => [id, found.loaderData[id]]),
  );
}

const saysDrawnOnce = (handle: unknown): boolean => Boolean((handle as { drawnOnce?: boolean } | undefined)?.drawnOnce);

/** Of all that the page follows from, told from everything else; names that stand in it are not kept. */
function keyFor(url: string, loaded: readonly (readonly [route: string, data: unknown])[]): string {
  const { pathname, search } = new URL(url);
  const all = JSON.stringify([pathname, search, loaded], (_name, value) => numberOf(value) ?? value ?? null);
  return createHash("sha256").update(all).digest("base64");
}

type Route = ServerBuild["routes"][string] & object;

/**
 * Answers with a page that was drawn before, if its loaders give what they gave then. Remix would first encode all of that
 * for the browser, which takes as long as everything else. Undefined where there is no such page, or a loader says no: then
 * Remix answers as ever, with what these loaders said (`withLoaded`).
 */
export function createDrawnAnswers({ routes }: ServerBuild) {
  const chains = Object.values(routes)
    .filter((route) => saysDrawnOnce(route?.module.handle))
    .map((route) => chainOf(routes, route as Route))
    .map((chain) => ({ chain, pattern: chain.map(({ path = "" }) => path).join("/") }));
  return async (request: Request, context: AppLoadContext): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || pathname.endsWith(".data")) return undefined;
    for (const { chain, pattern } of chains) {
      // The first that fits need not be the one that Remix would choose: then its loader finds nothing.
      const found = matchPath(pattern, pathname);
      if (!found) continue;
      const args = { request, context, params: found.params };
      const loaded = chain.map(({ id, module }) => [id, module.loader?.(args)] as const);
      context.visit.loaded = new Map(loaded);
      const data = await Promise.all(loaded.map(async ([id, own]) => [id, await own] as const)).catch(() => undefined);
      const page = data && pages.get(keyFor(request.url, data));
      return page && answerOf(page, request, context);
    }
    return undefined;
  };
}

/** The app, whose loaders are not asked again in a request in which they were asked before. */
export function withLoaded(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const load = route?.module.loader;
    if (!route || !load) return [id, route];
    const loader = (args: LoaderFunctionArgs) => args.context.visit.loaded?.get(id) ?? load(args);
    return [id, { ...route, module: { ...route.module, loader } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function chainOf(routes: ServerBuild["routes"], route: Route): Route[] {
  const parent = routes[route.parentId ?? ""];
  return parent ? [...chainOf(routes, parent), route] : [route];
}

/** The page that is kept under a key, or else the one that is drawn now, which is kept if all of it could be drawn. */
export async function keepDrawn(
  key: string,
  draw: () => Promise<{ html: string; status: number }>,
): Promise<{ page: DrawnPage; status: number }> {
  const known = pages.get(key);
  if (known) return { page: known, status: 200 };
  const { html, status } = await draw();
  const page = { gzipped: await gzip(html), hashes: inlineHashes(html) };
  if (status === 200) pages.set(key, page);
  return { page, status };
}

/** Sends a page, compressed as it is kept where the browser takes that. */
export async function answerOf(
  { gzipped, hashes }: DrawnPage,
  request: Request,
  { visit }: Pick<AppLoadContext, "visit">,
  { headers = new Headers(), status = 200 }: { headers?: Headers; status?: number } = {},
): Promise<Response> {
  visit.inline = hashes;
  const accepts = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(request.headers.get("Accept-Encoding") ?? "");
  headers.set("Content-Type", HTML);
  headers.set("Vary", "Accept-Encoding");
  if (accepts) headers.set("Content-Encoding", "gzip");
  return new Response(new Uint8Array(accepts ? gzipped : await gunzip(gzipped)), { headers, status });
}
