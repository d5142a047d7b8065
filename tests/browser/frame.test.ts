import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { insertAccount } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

test("a stranger who asks for a page is sent to sign in, and back again afterwards", async () => {
  const { page } = await browser.openVisitor(app.origin);
  await page.goto(paths.rounds());
  const url = new URL(page.url());
  expect(url.pathname + url.search).toBe(paths.signIn(paths.rounds()));
});

test("the coordination starts with what is due and leaves by one press", async () => {
  const { page, context } = await browser.openVisitor(app.origin);
  await signIn(context, app, await insertAccount(database.db, { role: "coordination" }));
  await page.goto(paths.home());
  await page.getByRole("heading", { level: 1, name: "Start" }).waitFor();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("heading", { level: 1, name: "Anmelden" }).waitFor();
  expect((await context.cookies()).some((cookie) => cookie.name === "session")).toBe(false);
});

test("the language switch keeps the page and changes its texts", async () => {
  const { page } = await browser.openVisitor(app.origin);
  await page.goto(paths.imprint());
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForURL(`**${paths.imprint()}`);
  await page.locator("html[lang=en]").waitFor();
});

test("an unknown address is a page that says so", async () => {
  const { page, allow } = await browser.openVisitor(app.origin);
  allow(/status of 404/);
  const response = await page.goto("/gibt-es-nicht");
  expect(response?.status()).toBe(404);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
});
