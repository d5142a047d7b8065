import type { Page } from "playwright-core";

type Remix = {
  __remixManifest: { routes: Record<string, { imports?: string[] }> };
  __remixRouteModules: Record<string, unknown>;
};

/** Files of words as the build names them: those that modules of routes bring, and English ones. */
const WORDS = /^(with-)?(filling|reading|preparing)-[\w-]{8}\.js$/;

/**
 * Parts of the words that a page had to fetch although none of its routes brings them: `app/words-of-routes.ts` lacks a line.
 * The page must have been loaded anew, not come to from another one.
 */
export async function findLateWords(page: Page): Promise<string[]> {
  const { fetched, brought } = await page.evaluate(() => {
    const { __remixManifest: manifest, __remixRouteModules: modules } = window as unknown as Remix;
    const nameOf = (address: string) => new URL(address, location.href).pathname.replace("/assets/", "");
    return {
      fetched: performance.getEntriesByType("resource").map(({ name }) => nameOf(name)),
      brought: Object.keys(modules ?? {}).flatMap((route) => (manifest.routes[route]?.imports ?? []).map(nameOf)),
    };
  });
  const partsOf = (files: string[]) => new Set(files.flatMap((file) => WORDS.exec(file)?.[2] ?? []));
  const own = partsOf(brought);
  return [...partsOf(fetched)].filter((part) => !own.has(part));
}
