import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import type { Measured } from "./figure.ts";
import type { Sheet, Stage } from "./stage.ts";
import { launch } from "./typing.ts";

/** A stream of news stays open, so that the network never falls silent. */
const SETTLE_MS = 1_500;

type Resource = { path: string; type: string; wire_bytes: number; gzip_bytes: number };

/**
 * The fill page in a browser that comes for the first time, and once more: bytes on the wire as they were really sent, and
 * what the same would weigh with gzip. `each` lists the resources of the first visit, the heaviest first.
 */
export async function measureVisits(
  stage: Stage,
  { invitationId, cookie }: Sheet,
  cache: string,
): Promise<{ first: Measured; second: Measured; each: Resource[] }> {
  const browser = await launch(cache);
  try {
    const url = stage.origin + paths.fill(invitationId);
    const context = await contextOf(browser, stage.origin, cookie);
    const each = await visit(context, url, ".sd-page");
    const again = await visit(context, url, ".sd-page");
    const scripts = again.filter(({ type }) => type === "Script").length;
    return { first: sumOf(each), second: { ...sumOf(again), scripts }, each };
  } finally {
    await browser.close();
  }
}

/**
 * One page in a browser with an empty cache, until `ready` is there and every chart in view; `all`: with those that are drawn
 * later, as for paper.
 */
export async function visitFirst(
  browser: Browser,
  { origin, path, cookie, ready }: { origin: string; path: string; cookie: string; ready: string },
): Promise<{ first: Measured; all: Measured; each: Resource[] }> {
  const context = await contextOf(browser, origin, cookie);
  try {
    const page = await context.newPage();
    const collect = await watch(page);
    await page.goto(origin + path);
    await page.locator(ready).first().waitFor();
    await untilDrawn(page, "in view");
    const each = await collect();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await untilDrawn(page, "all");
    return { first: sumOf(each), all: sumOf(await collect()), each };
  } finally {
    await context.close();
  }
}

/** Until no place of a chart is empty any more. */
async function untilDrawn(page: Page, which: "in view" | "all"): Promise<void> {
  const waiting = () =>
    page.evaluate(
      (inView) =>
        [...document.querySelectorAll(".chart__box:empty")].filter(
          (box) => box.clientWidth > 0 && !(inView && box.getBoundingClientRect().top > innerHeight),
        ).length,
      which === "in view",
    );
  // Before scripts have taken over, every place is empty.
  await page.waitForTimeout(SETTLE_MS);
  for (let left = await waiting(); left > 0; left = await waiting()) await page.waitForTimeout(100);
}

async function contextOf(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

/** Everything that came over the wire until the page stands; what lay in the browser's cache did not. */
async function visit(context: BrowserContext, url: string, ready: string): Promise<Resource[]> {
  const page = await context.newPage();
  const collect = await watch(page);
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const resources = await collect();
  await page.close();
  return resources;
}

/** Gives what came over the wire so far, as often as it is asked; the heaviest first. */
async function watch(page: Page): Promise<() => Promise<Resource[]>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const asked = new Map<string, { url: string; type: string; local: boolean }>();
  const sizes = new Map<string, number>();
  session.on("Network.requestWillBeSent", ({ requestId, request, type = "" }) => {
    if (request.url.startsWith("http")) asked.set(requestId, { url: request.url, type, local: false });
  });
  session.on("Network.requestServedFromCache", ({ requestId }) => markLocal(asked.get(requestId)));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) markLocal(asked.get(requestId));
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  return async () => {
    const sent = [...asked].filter(([id, { local }]) => !local && sizes.has(id));
    const resources: Resource[] = [];
    for (const [id, { url: address, type }] of sent) {
      const body = await session.send("Network.getResponseBody", { requestId: id }).catch(() => undefined);
      const raw = Buffer.from(body?.body ?? "", body?.base64Encoded ? "base64" : "utf8");
      const wire = sizes.get(id) ?? 0;
      const gzip = /\.(woff2|png|ico)$/.test(address) || raw.length === 0 ? wire : gzipSync(raw, { level: 9 }).length;
      resources.push({ path: new URL(address).pathname, type, wire_bytes: wire, gzip_bytes: gzip });
    }
    return resources.sort((a, b) => b.gzip_bytes - a.gzip_bytes);
  };
}

function markLocal(request: { local: boolean } | undefined): void {
  if (request) request.local = true;
}

function sumOf(resources: readonly Resource[]): Measured {
  const sum = (key: "wire_bytes" | "gzip_bytes") => resources.reduce((total, one) => total + one[key], 0);
  return { requests: resources.length, wire_bytes: sum("wire_bytes"), gzip_bytes: sum("gzip_bytes") };
}
