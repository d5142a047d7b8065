import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { kept, stored } from "../support/kept.ts";
import { goOffline } from "../support/network.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  id = (await sheet.invitation()).invitation_id;
});

const cases = (page: Page) => page.locator("[data-name='zahl'] input");

/** Opens the questionnaire and waits until the device could do without a network. */
async function fill(accountId: string): Promise<Visitor> {
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(paths.fill(id));
  await cases(visitor.page).waitFor();
  await expect.poll(() => kept(visitor.page)).toMatchObject({ workers: 1, caches: 2, controlled: true });
  await expect.poll(() => stored(visitor.page)).toMatchObject({ sheets: 1 });
  return visitor;
}

const answers = async () => (await readDraft(database.db, await sheet.invitation())).answers;
const line = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();
const SAVED = /Alle Änderungen gespeichert · \d{2}:\d{2}/;
/** Edits do not get through, and everything else does. */
const holdBack = (page: Page) => page.route(`**${paths.changes(id)}`, (route) => route.abort());

describe("leaving", { timeout: 90_000 }, () => {
  test("signing out empties the device", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.waitForURL(`**${paths.signIn()}`);
    expect(await kept(page)).toEqual({ workers: 0, controlled: false, caches: 0, databases: 0 });
  });

  test("what was not sent is asked about: back, send first, or discard", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await holdBack(page);
    await cases(page).fill("3");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    const dialog = page.getByRole("dialog", { name: "1 Änderung ist noch nicht gesendet." });
    const signOut = page.getByRole("button", { name: "Abmelden", exact: true });
    await signOut.click();
    await dialog.getByRole("button", { name: "Abbrechen" }).click();
    expect(await dialog.count()).toBe(0);
    await signOut.press("Enter");
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Erst senden");
    await page.keyboard.press("Enter");
    await dialog.getByText("Das Senden ist nicht gelungen.").waitFor();
    await page.unroute(`**${paths.changes(id)}`);
    await dialog.getByRole("button", { name: "Erst senden" }).click();
    await page.waitForURL(`**${paths.signIn()}`);
    expect(await answers()).toEqual({ zahl: 3 });
    expect(await kept(page)).toEqual({ workers: 0, controlled: false, caches: 0, databases: 0 });
  });

  test("nothing is written back while the server takes its time", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    const beside = await context.newPage();
    await beside.goto(`${app.origin}${paths.privacy()}`);
    await holdBack(page);
    await cases(page).fill("3");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.getByRole("button", { name: "Abmelden", exact: true }).click();
    await page.unroute(`**${paths.changes(id)}`);
    const asked = page.waitForRequest(`**${paths.signOut()}`);
    await page.route(`**${paths.signOut()}`, async (route) => {
      await delay(6000);
      await route.continue();
    });
    await page.getByRole("dialog").getByRole("button", { name: "Erst senden" }).click();
    await asked;
    // Longer than the page waits before it keeps what has changed.
    await delay(4000);
    expect(await stored(beside)).toEqual({ sheets: 0, edits: 0 });
    await page.waitForURL(`**${paths.signIn()}`);
  });

  test("discarded edits are gone, and never sent", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await holdBack(page);
    await cases(page).fill("3");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.getByRole("button", { name: "Abmelden", exact: true }).click();
    await page.getByRole("button", { name: "Abmelden und verwerfen" }).click();
    await page.waitForURL(`**${paths.signIn()}`);
    expect(await kept(page)).toEqual({ workers: 0, controlled: false, caches: 0, databases: 0 });
    expect(await answers()).toEqual({});
  });

  test("without a network nobody can sign out, but the device can be emptied", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await goOffline(context);
    await page.getByRole("button", { name: "Abmelden" }).click();
    const dialog = page.getByRole("dialog", { name: "Zum Abmelden fehlt die Verbindung." });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Abmelden");
    await page.getByRole("button", { name: "Abmelden", exact: true }).click();
    await dialog.getByRole("button", { name: "Auf diesem Gerät alles löschen" }).click();
    await page.getByText("Auf diesem Gerät liegt kein Fragebogen.").waitFor();
    expect(await stored(page)).toEqual({ sheets: 0, edits: 0 });
  });

  test("nothing is kept any more after one click, not even after signing out, until somebody wants it again", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.getByText("Auf diesem Gerät werden offene Fragebögen").waitFor();
    await page.getByRole("button", { name: "Auf diesem Gerät nichts behalten" }).click();
    await page.getByText("Auf diesem Gerät wird nichts behalten.").waitFor();
    await expect.poll(() => kept(page)).toMatchObject({ workers: 0, caches: 0 });
    await expect.poll(() => stored(page)).toEqual({ sheets: 0, edits: 0 });
    await cases(page).fill("5");
    await line(page, SAVED);
    expect(await stored(page)).toEqual({ sheets: 0, edits: 0 });
    await page.reload();
    await cases(page).waitFor();
    expect(await kept(page)).toMatchObject({ workers: 0, caches: 0 });
    expect(await stored(page)).toEqual({ sheets: 0, edits: 0 });
    await page.getByRole("button", { name: "Auf diesem Gerät wieder behalten" }).click();
    await expect.poll(() => kept(page)).toMatchObject({ workers: 1, caches: 2 });
  });
});
