import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { addCalmWatch } from "./calm.ts";

/** Generous, so that a busy machine is told from a page that hangs. */
const TIMEOUT_MS = 30_000;
/** How long a page of a failed test is asked what it shows. */
const ANSWER_MS = 2000;

/** One browser profile with one page. `allow` names console errors that this test provokes on purpose. */
export type Visitor = { context: BrowserContext; page: Page; allow: (fault: RegExp) => void };

/**
 * One Chromium per test file; call at its top level. Each test opens visitors of its own; after each test every visitor
 * is closed and the test fails if a page reported an error, broke the content security policy, or asked another host.
 */
export function setUpBrowser(): {
  /** `javaScript` false: a browser that runs none */
  openVisitor: (
    origin: string,
    size?: { width: number; height: number },
    more?: { javaScript?: boolean },
  ) => Promise<Visitor>;
} {
  let browser: Browser;
  let open: { context: BrowserContext; faults: () => string[] }[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    const visitors = open;
    open = [];
    if (task.result?.state === "fail") await sayWherePagesStand(visitors.flatMap(({ context }) => context.pages()));
    for (const { context } of visitors) await context.close();
    expect(visitors.flatMap(({ faults }) => faults())).toEqual([]);
  });

  return {
    openVisitor: async (origin, size = { width: 1280, height: 900 }, { javaScript = true } = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        locale: "de-DE",
        timezoneId: "Europe/Berlin",
        javaScriptEnabled: javaScript,
      });
      context.setDefaultTimeout(TIMEOUT_MS);
      const watch = addCalmWatch(context, origin);
      open.push({ context, faults: watch.faults });
      return { context, page: await context.newPage(), allow: watch.allow };
    },
  };
}

/** What a failed test saw last: enough to tell a page that hangs from another page. */
async function sayWherePagesStand(pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const silence = new Promise<string>((resolve) => setTimeout(resolve, ANSWER_MS, "it does not answer"));
    const headings = page.getByRole("heading").allTextContents().then(String, String);
    console.error(`a page stood at ${page.url()}: ${await Promise.race([headings, silence])}`);
  }
}

/** Only `--no-sandbox`: the package's own arguments would switch off the web security that the tests rely on. */
async function launch(): Promise<Browser> {
  const { executablePath, env } = inject("chromium");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox"],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}
