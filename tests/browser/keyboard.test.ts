import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { openSamplePages } from "../support/pages.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let sample: Awaited<ReturnType<typeof openSamplePages>>;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  sample = await openSamplePages(database.db);
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** The page of `bedarfe` in the browser of a project lead. */
async function openFill(name: string, width = 1280): Promise<Page> {
  const { page, context } = await browser.openVisitor(app.origin, { width, height: 900 });
  await signIn(context, app, sample.accounts.lead);
  const path = sample.pages.find((one) => one.group === "bedarfe" && one.path.endsWith(`?seite=${name}`))?.path;
  await page.goto(path as string);
  await page.locator(".sd-page").waitFor();
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

test("the first press of the tab key offers the way past the head of the page", async () => {
  const { page } = await browser.openVisitor(app.origin);
  await page.goto(paths.signIn());
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Zum Inhalt springen");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
});

test("keys that are pressed while a page is still loading break nothing", async () => {
  const { page } = await browser.openVisitor(app.origin);
  for (let count = 0; count < 15; count += 1) {
    await page.goto(paths.signIn(), { waitUntil: "commit" });
    const loaded = page.waitForLoadState("networkidle");
    let isLoading = true;
    loaded.finally(() => {
      isLoading = false;
    });
    while (isLoading) await page.keyboard.press("Tab");
    await loaded;
  }
});

test("a ranking is chosen and put in order without a mouse, by buttons that say what they do", async () => {
  const page = await openFill("herausforderungen");
  expect(await page.getByRole("button", { name: /^Abwählen: / }).count()).toBe(3);
  await page.getByRole("button", { name: "Auswählen: Personalmangel", exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("status").filter({ hasText: "Personalmangel: Platz 4 von 4" }).waitFor();
  await expect.poll(() => focused(page)).toBe("Nach oben");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Personalmangel: Platz 3 von 4" }).waitFor();
});

test("a row of a matrix is one stop of the tab key, its answers follow the arrows and are named by row and answer", async () => {
  const page = await openFill("wichtigkeit");
  await page.getByRole("radio", { name: "Supervision: wenig wichtig" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: "Supervision: mittelmäßig wichtig" }).isChecked()).toBe(true);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
    /^Fachliche Fortbildung: /,
  );
});

test("on a small screen the line with the page opens the list, and choosing leads to the heading", async () => {
  const page = await openFill("wichtigkeit", 390);
  const line = page.getByRole("button", { name: "Seite 2 von 7" });
  await line.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Zu dieser Erhebung" }).waitFor();
  await expect.poll(() => focused(page)).toBe("Zu dieser Erhebung");
  expect(await page.getByRole("button", { name: "Seite 1 von 7" }).getAttribute("aria-expanded")).toBe("false");
});
