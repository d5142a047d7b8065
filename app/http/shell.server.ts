import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { LOCALES, type Locale } from "../locales/index.ts";
import { paths } from "../paths.ts";
import type { Env } from "./env.server.ts";
import { inlineHashes, securityHeaders } from "./headers.server.ts";

type ShellOptions = {
  env: Env;
  /** answers as Remix would, for somebody nobody knows */
  render: (request: Request) => Promise<Response>;
  /** where the built files lie */
  clientFolder: string;
};

/** The page for times without a network, the same for everybody, and the worker that keeps it on a device. */
export type Shell = { page: (locale: Locale) => Promise<Response>; worker: () => Promise<Response> };

/**
 * Pages and worker are made once and then served as they are. The page is asked for without a cookie, so that nobody's
 * data can be in it, and names its inline scripts by their hashes: a copy that is kept stays valid.
 */
export function createShell({ env, render, clientFolder }: ShellOptions): Shell {
  const pages = new Map<Locale, Promise<string>>();
  let worker: Promise<string> | undefined;

  /** Made by the first who ask; what failed is tried again by the next. */
  function html(locale: Locale): Promise<string> {
    const made = pages.get(locale) ?? readPage(new URL(paths.offline(locale), env.origin), render);
    pages.set(locale, made);
    made.catch(() => pages.delete(locale));
    return made;
  }

  async function makeWorker(): Promise<string> {
    const all = await Promise.all(LOCALES.map(html));
    const assets = await listAssets(all.join("\n"), path.join(clientFolder, "assets"));
    const code = await readFile(path.join(clientFolder, "sw.js"), "utf8");
    const build = createHash("sha256").update(all.join()).update(assets.join()).update(code).digest("hex").slice(0, 16);
    const shell = {
      build,
      pages: Object.fromEntries(LOCALES.map((locale) => [locale, paths.offline(locale)])),
      assets,
    };
    return `const SHELL = ${JSON.stringify(shell)};\n${code}`;
  }

  return {
    page: async (locale) => {
      const text = await html(locale);
      const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" };
      return securityHeaders(new Response(text, { headers }), inlineHashes(text), env);
    },
    worker: async () => {
      worker ??= makeWorker();
      worker.catch(() => {
        worker = undefined;
      });
      const headers = {
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        // What the worker itself may ask: our own host, for pages and files.
        "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
      };
      return new Response(await worker, { headers });
    },
  };
}

async function readPage(url: URL, render: ShellOptions["render"]): Promise<string> {
  const response = await render(new Request(url));
  if (response.status !== 200) throw new Error(`the shell answered ${response.status}`);
  return response.text();
}

/** Lists every route's files; each is needed only where the route is. */
const MANIFEST = /^manifest-/;
/** Words of pages that need the network anyway. */
const OTHER_WORDS = /^(?:with-)?(?:reading|preparing)-/;
/** Fonts are kept as a page uses them: most of them are for letters that nobody types here. */
const NAMED = /[\w.~-]+\.(?:js|css)/g;

/** The files that a page needs sooner or later: those it names, those they name, and so on. Addresses, sorted. */
async function listAssets(html: string, folder: string): Promise<string[]> {
  const existing = new Set((await readdir(folder)).filter((name) => !OTHER_WORDS.test(name)));
  const found = new Set<string>();
  const look = async (text: string): Promise<void> => {
    const names = (text.match(NAMED) ?? []).filter((name) => existing.has(name) && !found.has(name));
    for (const name of names) found.add(name);
    for (const name of new Set(names)) {
      if (!MANIFEST.test(name)) await look(await readFile(path.join(folder, name), "utf8"));
    }
  };
  await look(html);
  return [...found].sort().map((name) => `/assets/${name}`);
}
