import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type TestApp } from "./app.ts";
import { type Extent, findFaults } from "./axe.ts";
import { setUpBrowser } from "./browser.ts";
import type { TestDatabase } from "./database.ts";
import { GROUPS, openSamplePages } from "./pages.ts";
import { SECRET } from "./post.ts";
import { createSeededDatabase } from "./seeded.ts";
import { signIn } from "./sign-in.ts";

/** The groups of pages are dealt to two files, which a machine with two cores can go through at once. */
export type Half = 0 | 1;

/** Defines a test per group of pages: axe finds nothing, nothing scrolls sideways, and the pages stay calm. */
export function testPages(half: Half, extent: Extent, timeout: number): void {
  let database: TestDatabase;
  let app: TestApp;
  let sample: Awaited<ReturnType<typeof openSamplePages>>;
  const browser = setUpBrowser();

  beforeAll(async () => {
    database = await createSeededDatabase();
    sample = await openSamplePages(database.db);
    app = await startApp(database, { demo: true, secret: SECRET });
  }, 240_000);
  afterAll(async () => {
    await app?.stop();
    await database?.dispose();
  });

  test.each(GROUPS.filter((_, at) => at % 2 === half))("%s", { timeout }, async (group) => {
    const pages = sample.pages.filter((page) => page.group === group);
    const visitor = await browser.openVisitor(app.origin);
    // The unknown address and the link that is over say so by their status.
    visitor.allow(/status of (404|410)/);
    const role = pages[0]?.role;
    if (role) await signIn(visitor.context, app, sample.accounts[role]);
    const found: string[] = [];
    for (const { path, drawn } of pages) {
      found.push(...(await findFaults(visitor, app, path, extent, drawn)));
      // A page that is not there would silently show another one.
      const { pathname, search } = new URL(visitor.page.url());
      expect(pathname + search).toBe(path);
    }
    expect(found).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
  });
}
