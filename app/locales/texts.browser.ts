import { everywhere } from "./de/everywhere.ts";
import type { Locale, Part, Texts } from "./index.ts";

type Loader = () => Promise<unknown>;

const LOADERS: Record<Locale, Record<Part, Loader>> = {
  de: {
    // It comes with this file.
    everywhere: async () => undefined,
    filling: () => import("./with-filling.ts"),
    reading: () => import("./with-reading.ts"),
    preparing: () => import("./with-preparing.ts"),
  },
  en: {
    everywhere: () => import("./en/everywhere.ts").then((part) => provide("en", "everywhere", part.everywhere)),
    filling: () => import("./en/filling.ts").then((part) => provide("en", "filling", part.filling)),
    reading: () => import("./en/reading.ts").then((part) => provide("en", "reading", part.reading)),
    preparing: () => import("./en/preparing.ts").then((part) => provide("en", "preparing", part.preparing)),
  },
};
const ALL = Object.keys(LOADERS.de) as Part[];

const there: Record<Locale, Set<Part>> = { de: new Set(), en: new Set() };
const loading: Record<Locale, Map<Part, Promise<unknown>>> = { de: new Map(), en: new Map() };
let failure: unknown;

/** What is there, by language; an area that is not there throws the promise of its loading. */
export const texts: Record<Locale, Texts> = { de: createTexts("de"), en: createTexts("en") };

provide("de", "everywhere", everywhere);

/**
 * Modules of routes bring the German words of their parts along (`words-of-routes.ts`). English is loaded for the same
 * parts: at once on an English page, else when somebody asks for it.
 */
export function provide(locale: Locale, part: Part, areas: Partial<Texts>): void {
  Object.assign(texts[locale], areas);
  there[locale].add(part);
  if (locale === "de" && document.documentElement.lang === "en") void load("en", part).catch(() => undefined);
}

/** Until the words are there that the modules of this page have asked for. Fails where they cannot be loaded. */
export async function untilTextsAreThere(locale: Locale): Promise<void> {
  await Promise.all([...there.de].map((part) => load(locale, part)));
}

/** An area that is there is an own property, so that only what is missing reaches the one behind. */
function createTexts(locale: Locale): Texts {
  const behind = new Proxy({}, { get: (_, area) => (typeof area === "string" ? waitForMore(locale) : undefined) });
  return Object.create(behind);
}

/**
 * Throws the loading of what this page's parts lack; where they lack nothing, of all others: a route that is not listed
 * shows its words too, only later. React keeps the page before on the screen until then.
 */
function waitForMore(locale: Locale): undefined {
  const lacking = (parts: Iterable<Part>) => [...parts].filter((part) => !there[locale].has(part));
  const [own, all] = [lacking(there.de), lacking(ALL)];
  if (all.length === 0) return undefined;
  if (failure) throw failure;
  throw Promise.all((own.length > 0 ? own : all).map((part) => load(locale, part)));
}

function load(locale: Locale, part: Part): Promise<unknown> {
  if (there[locale].has(part)) return Promise.resolve();
  const started = loading[locale].get(part) ?? LOADERS[locale][part]();
  loading[locale].set(part, started);
  started.catch((error: unknown) => {
    failure = error;
  });
  return started;
}
