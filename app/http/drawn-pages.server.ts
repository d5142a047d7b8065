import { randomBytes } from "node:crypto";
import type { EntryContext } from "@remix-run/node";
import { LRUCache } from "lru-cache";

/**
 * What a route says of a page that never changes: `export const handle = { drawnOnce }`. Given the data of the route, it
 * tells what, beside the address and the frame, decides how the page looks.
 */
export type DrawnOnce = (data: never) => string;

/** Characters of all pages that are kept. */
const MOST = 16_000_000;
const pages = new LRUCache<string, string>({ maxSize: MOST, sizeCalculation: (page) => page.length });

/** Stands for the nonce while a page is drawn; each answer has one of its own. Known to this process only. */
export const NONCE_PLACE = randomBytes(16).toString("base64url");

export const withNonce = (page: string, nonce: string): string => page.replaceAll(NONCE_PLACE, nonce);

/** Under what a page is kept: its address, all that its frame shows of the reader, and what its route says. */
export function keyOf({ staticHandlerContext: found, routeModules }: EntryContext, url: string): string | undefined {
  const route = found.matches.at(-1)?.route.id;
  const handle = routeModules[route ?? ""]?.handle as { drawnOnce?: DrawnOnce } | undefined;
  if (!route || !handle?.drawnOnce || found.errors || found.statusCode !== 200) return undefined;
  const { pathname, search } = new URL(url);
  const data = found.loaderData[route] as never;
  return JSON.stringify([pathname, search, found.loaderData.root, handle.drawnOnce(data)]);
}

export const findDrawn = (key: string): string | undefined => pages.get(key);
export const keepDrawn = (key: string, page: string): void => void pages.set(key, page);
