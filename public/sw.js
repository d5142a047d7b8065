/**
 * Keeps questionnaires within reach without a network: scripts, styles and one page without anybody's data. No other
 * page, no answer and no questionnaire is kept here; those lie in IndexedDB, and go when the person signs out.
 *
 * The server puts one line in front: const SHELL = { build, pages: { de: "/ohne-netz/de", … }, assets: ["/assets/…"] }.
 * It changes with every deployment, so browsers fetch this worker and what it names anew. Nothing here ever reloads a
 * page: files have names that change with their content, so pages of the old and of the new app live side by side.
 */
/* global SHELL */

const ASSETS = "assets";
const PAGES = `pages-${SHELL.build}`;
/** How long the page of a questionnaire may take before the kept one is shown. */
const PATIENCE_MS = 5000;
/** Files of earlier deployments, for pages that are still open. */
const KEPT_MS = 30 * 86_400_000;
/** The server is there and the app is not: what a proxy says while it is restarted. */
const AWAY = [502, 503, 504];

const sheet = /^\/boegen\/([\w-]+)\/ausfuellen$/;
/** The address under which the language of the person is kept: "de" or "en". */
const LANGUAGE = "/ohne-netz/sprache";

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

/**
 * Pages say in which language they are, and name what they had loaded before there was a worker: { language, keep }. The
 * worker's own address never changes: a browser that had to install it anew for each language held back navigations.
 */
self.addEventListener("message", (event) => {
  const { keep, language } = event.data ?? {};
  const named = Array.isArray(keep) ? keep : [];
  const kept = [keepAssets(named.filter(isAsset)), keepLanguage(language)];
  event.waitUntil(Promise.allSettled(kept));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (isAsset(request.url)) event.respondWith(findAsset(request));
  else if (request.mode === "navigate") event.respondWith(findPage(request));
});

function isAsset(address) {
  const url = new URL(address, self.location.href);
  return url.origin === self.location.origin && url.pathname.startsWith("/assets/");
}

/** All or nothing: a shell with half of its files would be no shell. */
async function keepShell() {
  const pages = await caches.open(PAGES);
  await Promise.all([
    keepAssets(SHELL.assets),
    pages.addAll(Object.values(SHELL.pages).map((page) => new Request(page, { cache: "reload", credentials: "omit" }))),
  ]);
}

async function keepAssets(addresses) {
  const assets = await caches.open(ASSETS);
  const known = await Promise.all(addresses.map((address) => assets.match(address)));
  await assets.addAll(addresses.filter((_, index) => !known[index]));
}

async function keepLanguage(language) {
  if (Object.hasOwn(SHELL.pages, language)) await (await caches.open(PAGES)).put(LANGUAGE, new Response(language));
}

async function findAsset(request) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A full device is no reason to leave the page without its file.
  if (answer.status === 200) await assets.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

async function findPage(request) {
  const url = new URL(request.url);
  const pages = await caches.open(PAGES);
  if (Object.values(SHELL.pages).includes(url.pathname)) return (await pages.match(url.pathname)) ?? fetch(request);
  const asked = sheet.exec(url.pathname);
  const answer = await (asked ? soon(fetch(request)) : fetch(request)).catch(() => undefined);
  const serves = answer && !(asked && AWAY.includes(answer.status));
  if (serves) return answer;
  const language = await (await pages.match(LANGUAGE))?.text();
  const shell = SHELL.pages[language] ?? SHELL.pages.de;
  if (!(await pages.match(shell))) return answer ?? Response.error();
  // What stands behind the # never leaves the device.
  return Response.redirect(
    asked
      ? `${shell}${url.search}#bogen=${asked[1]}`
      : `${shell}#zurueck=${encodeURIComponent(url.pathname + url.search)}`,
  );
}

function soon(answer) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE_MS, new Error("too slow"));
    answer.then(resolve, reject);
  });
}

/** Shells of earlier deployments go at once, their other files when no page can be open with them any more. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name !== ASSETS && name !== PAGES);
  for (const name of names) {
    const language = await (await caches.open(name)).match(LANGUAGE);
    if (language) await keepLanguage(await language.text());
    await caches.delete(name);
  }
  const assets = await caches.open(ASSETS);
  const old = (await assets.keys()).filter((request) => !SHELL.assets.includes(new URL(request.url).pathname));
  for (const request of old) {
    const came = Date.parse((await assets.match(request))?.headers.get("Date") ?? "");
    if (Date.now() - came > KEPT_MS) await assets.delete(request);
  }
}
