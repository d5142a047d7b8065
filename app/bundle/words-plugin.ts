import path from "node:path";
import type { Plugin } from "vite";

const APP = path.resolve(import.meta.dirname, "..");
const ROUTES = path.join(APP, "routes/");

/**
 * Lets the modules of routes bring their German words along, so that browsers load both together: each gets an import of
 * `app/locales/with-<part>.ts` for every part that is listed for it. Servers have all words anyway.
 */
export function wordsOfRoutes(listed: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: "words-of-routes",
    enforce: "pre",
    transform(code, id, { ssr = false } = {}) {
      // What answers with a file has no page, and nothing of it is left in the browser.
      if (ssr || !id.startsWith(ROUTES) || id.includes("?") || !/^export default /m.test(code)) return undefined;
      const route = id.slice(ROUTES.length);
      const parts = new Set(
        Object.keys(listed).flatMap((start) => (route.startsWith(start) ? (listed[start] ?? []) : [])),
      );
      const imports = [...parts].map((part) => `import ${JSON.stringify(`${APP}/locales/with-${part}.ts`)};`);
      return imports.length > 0 ? `${code}\n${imports.join("\n")}` : undefined;
    },
  };
}
