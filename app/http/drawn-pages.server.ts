import { promisify } from "node:util";
import { gunzip as gunzipBytes, gzip as gzipBytes } from "node:zlib";
import type { EntryContext } from "@remix-run/node";
import { LRUCache } from "lru-cache";
import { numberOf } from "../domain/report/packed.ts";
import { inlineHashes } from "./headers.server.ts";

const [gzip, gunzip] = [promisify(gzipBytes), promisify(gunzipBytes)];

/**
 * Pages of releases, as they were drawn for the first who asked. A route whose page follows from its data alone, whatever the
 * time or the reader, says `export const handle = { drawnOnce: true }`. Its loader runs for every reader: who may read, and
 * what has changed, is asked each time.
 */
type DrawnPage = {
  gzipped: Buffer;
  /** the scripts that stand in the page, as the policy names them: no nonce, since it is the same page for everybody */
  hashes: string[];
};

/** Bytes of all pages that are kept. */
const MOST = 32_000_000;
const pages = new LRUCache<string, DrawnPage>({ maxSize: MOST, sizeCalculation: ({ gzipped }) => gzipped.length });

/** Under what a page is kept: its address, and all data of its routes, the frame's too. Undefined of pages that are not. */
export function keyOf({ staticHandlerContext: found, routeModules }: EntryContext, url: string): string | undefined {
  const route = found.matches.at(-1)?.route.id;
  const handle = routeModules[route ?? ""]?.handle as { drawnOnce?: boolean } | undefined;
  if (!handle?.drawnOnce || found.errors || found.actionData || found.statusCode !== 200) return undefined;
  const { pathname, search } = new URL(url);
  return JSON.stringify([pathname, search, found.loaderData], (_name, value) => numberOf(value) ?? value);
}

export const findDrawn = (key: string): DrawnPage | undefined => pages.get(key);

export const keepDrawn = (key: string, page: DrawnPage): void => void pages.set(key, page);

export async function pageOf(html: string): Promise<DrawnPage> {
  return { gzipped: await gzip(html), hashes: inlineHashes(html) };
}

/** The body of an answer, with its header where it is sent as it is kept. */
export async function bodyOfDrawn(
  { gzipped }: DrawnPage,
  request: Request,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: Record<string, string> }> {
  const accepts = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(request.headers.get("Accept-Encoding") ?? "");
  const encoding = { Vary: "Accept-Encoding", ...(accepts ? { "Content-Encoding": "gzip" } : {}) };
  const bytes = accepts ? gzipped : await gunzip(gzipped);
  return { body: new Uint8Array(bytes), encoding };
}
