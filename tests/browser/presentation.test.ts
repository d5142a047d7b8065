import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let releaseId: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const releases = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "netzwerkziele");
  releaseId = (await releases.executeTakeFirstOrThrow()).release_id;
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function open(path: string, javaScript = true) {
  const visitor = await browser.openVisitor(app.origin, { width: 1920, height: 1080 }, { javaScript });
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  await visitor.page.goto(path, { waitUntil: "networkidle" });
  return visitor.page;
}

const HEADING = "Hat Ihr Projekt eine schriftliche Vereinbarung mit dem Netzwerk?";

test("by keyboard from a release through its slides and back, without asking for the release again", async () => {
  const page = await open(paths.release(releaseId));
  await tabTo(page, "Vorführen");
  await page.keyboard.press("Enter");
  await page.getByText(/^Folie 1 von /).waitFor();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\.data(\?|$)/.test(request.url())) asked.push(request.url());
  });
  for (const key of ["ArrowRight", "PageDown"]) await page.keyboard.press(key);
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  await page.locator(".chart svg").first().waitFor();
  expect(new URL(page.url()).search).toBe("?folie=3");
  // Whoever hears the page is led to the slide.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.keyboard.press("End");
  const last = /Folie (\d+) von \1$/;
  await page.getByText(last).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText(last).waitFor();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await page.getByText(/^Folie 1 von /).waitFor();
  expect(asked).toEqual([]);
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => url.pathname === paths.release(releaseId));
});

test("a slide has an address of its own, and links lead on where no script runs", async () => {
  const page = await open(paths.presentation(releaseId, 3), false);
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  await page.getByRole("link", { name: "Weiter" }).click();
  expect(new URL(page.url()).search).toBe("?folie=4");
  await page.getByRole("link", { name: "Zurück" }).click();
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  // Beyond the last one there is the last one.
  await page.goto(paths.presentation(releaseId, 999));
  expect(await page.getByText(/Folie (\d+) von \1$/).count()).toBe(1);
  expect(await page.getByRole("link", { name: "Weiter" }).count()).toBe(0);
});
