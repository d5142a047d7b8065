import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES, textsOf } from "#app/locales/index.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { findLateWords } from "../support/late-words.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { chooseLanguage, signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** Files of words in the order in which the browser asked for them, without their hashes. */
function watchWords(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, name] =
      /\/assets\/((?:with-)?(?:everywhere|filling|reading|preparing))-[\w-]{8}\.js$/.exec(request.url()) ?? [];
    if (name && !asked.includes(name)) asked.push(name);
  });
  return asked;
}

describe.each(LOCALES)("in %s", (locale) => {
  const inEnglish = (...parts: string[]) => (locale === "en" ? parts : []);
  const t = textsOf(locale);

  test("a dashboard comes with the words of who reads, and a page of members fetches its own on the way there", async () => {
    const { page, context } = await browser.openVisitor(app.origin);
    await signIn(context, app, (await findDemoAccount(database.db, "coordination")) as string);
    await chooseLanguage(context, app, locale);
    const asked = watchWords(page);
    await page.goto(paths.overview());
    await page.getByRole("heading", { level: 1, name: t.overview.title, exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    const first = ["with-reading", ...inEnglish("everywhere", "reading")];
    expect([...asked].sort()).toEqual([...first].sort());

    await page.getByRole("link", { name: t.layout.nav.members, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: t.members.title, exact: true }).waitFor();
    expect(await page.title()).toBe(t.layout.pageTitle(t.members.title));
    expect([...asked].sort()).toEqual([...first, "with-preparing", ...inEnglish("preparing")].sort());
    // Nothing was loaded anew: the browser still has the words that it came with.
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: t.overview.title, exact: true }).waitFor();
    expect(asked.length).toBe(first.length + 1 + inEnglish("preparing").length);
  });

  test("a page of members that is opened first has its words before scripts take over", async () => {
    const { page, context } = await browser.openVisitor(app.origin);
    await signIn(context, app, (await findDemoAccount(database.db, "coordination")) as string);
    await chooseLanguage(context, app, locale);
    const asked = watchWords(page);
    await page.goto(paths.members());
    await page.getByRole("heading", { level: 1, name: t.members.title, exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    expect([...asked].sort()).toEqual(["with-preparing", ...inEnglish("everywhere", "preparing")].sort());
    expect(await findLateWords(page)).toEqual([]);
  });

  test("an address that there is not needs no words but those that every page has", async () => {
    const { page, context, allow } = await browser.openVisitor(app.origin);
    allow(/status of 404/);
    await chooseLanguage(context, app, locale);
    const asked = watchWords(page);
    await page.goto("/gibt-es-nicht");
    await page.getByRole("heading", { level: 1, name: t.problems.codes["not-found"].title }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual(inEnglish("everywhere"));
  });
});
