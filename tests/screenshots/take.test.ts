import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slugOf } from "#app/domain/export/file-name.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { drawCharts } from "../support/charts.ts";
import type { TestDatabase } from "../support/database.ts";
import { GROUPS, type Group, openSamplePages } from "../support/pages.ts";
import { SECRET } from "../support/post.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

/** Pictures of pages, to be looked at: see `npm run screenshots`. */
const FOLDER = path.resolve(import.meta.dirname, "../../.cache/screenshots");
const DASHBOARDS: readonly Group[] = ["releases", "measures", "printed", "goals", "mirror"];
const TAKEN = process.env.SCREENSHOTS === "all" ? GROUPS : DASHBOARDS;

const LOOKS = {
  "1280": { width: 1280, colorScheme: "light", media: "screen", forcedColors: "none" },
  "390": { width: 390, colorScheme: "light", media: "screen", forcedColors: "none" },
  dark: { width: 1280, colorScheme: "dark", media: "screen", forcedColors: "none" },
  forced: { width: 1280, colorScheme: "dark", media: "screen", forcedColors: "active" },
  print: { width: 1280, colorScheme: "light", media: "print", forcedColors: "none" },
} as const;
type Look = keyof typeof LOOKS;

let database: TestDatabase;
let app: TestApp;
let sample: Awaited<ReturnType<typeof openSamplePages>>;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  sample = await openSamplePages(database.db);
  app = await startApp(database, { demo: true, secret: SECRET });
  await rm(FOLDER, { recursive: true, force: true });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
  console.log(`Pictures: ${FOLDER}`);
});

test.each(TAKEN)("%s", { timeout: 1_200_000 }, async (group) => {
  const pages = sample.pages.filter((page) => page.group === group);
  const folder = path.join(FOLDER, group);
  await mkdir(folder, { recursive: true });
  const { context, page, allow } = await browser.openVisitor(app.origin);
  allow(/status of (404|410)/);
  const role = pages[0]?.role;
  if (role) await signIn(context, app, sample.accounts[role]);
  for (const [at, { path: address, drawn }] of pages.entries()) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
    await page.goto(address, { waitUntil: "load" });
    await page
      .locator(drawn ?? "h1")
      .first()
      .waitFor();
    await drawCharts(page);
    const name = `${String(at + 1).padStart(2, "0")}-${nameOf(address)}`;
    for (const look of Object.keys(LOOKS) as Look[]) {
      const { width, ...media } = LOOKS[look];
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      await untilStill(page);
      await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true });
    }
  }
  expect(pages.length).toBeGreaterThan(0);
});

/** The address without ids: the same in every run. */
const nameOf = (address: string) => slugOf(address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")).slice(0, 60) || "start";

/** Charts are drawn anew for another width: two frames without a change of size. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    let before = -1;
    for (let frames = 0, calm = 0; frames < 120 && calm < 8; frames += 1) {
      await new Promise(requestAnimationFrame);
      const now = document.documentElement.scrollHeight + document.querySelectorAll("svg *").length;
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
  });
}
