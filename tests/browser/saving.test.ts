import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { stored } from "../support/kept.ts";
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

async function fill(accountId: string): Promise<Visitor> {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(paths.fill(id));
  await cases(visitor.page).waitFor();
  return visitor;
}
const cases = (page: Page) => page.locator("[data-name='zahl'] input");
const answers = async () => (await readDraft(database.db, await sheet.invitation())).answers;
const line = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();
const SAVED = /Alle Änderungen gespeichert · \d{2}:\d{2}/;

describe("while typing", { timeout: 90_000 }, () => {
  test("the network goes away: the line says what waits, and it is saved when the network is back", async () => {
    const { page, context, allow } = await fill(sheet.lead.accountId);
    allow(/ERR_INTERNET_DISCONNECTED/);
    await goOffline(context);
    await cases(page).fill("7");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await cases(page).fill("12");
    await page.getByText("kurz", { exact: true }).click();
    await line(page, "Keine Verbindung – 2 Änderungen warten");
    expect(await answers()).toEqual({});
    await context.setOffline(false);
    await line(page, SAVED);
    expect(await answers()).toEqual({ plan: "kurz", zahl: 12 });
  });

  test("an answer that was saved but never acknowledged is not saved twice", async () => {
    const { page, allow } = await fill(sheet.lead.accountId);
    allow(/ERR_FAILED/);
    let lost = 0;
    await page.route(`**${paths.changes(id)}`, async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await cases(page).fill("7");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    expect(await answers()).toEqual({ zahl: 7 });
    await line(page, SAVED);
    const rows = database.db.selectFrom("operation").select("rev").where("round_id", "=", sheet.roundId);
    expect(await rows.execute()).toEqual([{ rev: 1 }]);
  });

  test("the round closes: the page says so and shows what was typed, to be copied", async () => {
    const { page, allow } = await fill(sheet.lead.accountId);
    allow(/status of 409/);
    await page.getByText("kurz", { exact: true }).click();
    await line(page, SAVED);
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    await page.locator("[data-name='warum'] textarea").fill("Die Förderung endet im Mai.");
    await page.getByRole("alert").getByText("Die Erhebung ist geschlossen.").waitFor();
    const copy = page.getByLabel("Diese Änderungen wurden nicht mehr gespeichert.");
    expect(await copy.inputValue()).toBe("Warum so kurz?: Die Förderung endet im Mai.");
    await page.locator("[data-name='warum'] textarea").fill("Und noch ein Satz.");
    await expect.poll(() => copy.inputValue()).toBe("Warum so kurz?: Und noch ein Satz.");
    expect(await answers()).toEqual({ plan: "kurz" });
  });

  test("a colleague submits: the page says so, and does not speak of a closed round", async () => {
    const { page, allow } = await fill(sheet.lead.accountId);
    allow(/status of 409/);
    await page.getByText("kurz", { exact: true }).click();
    await line(page, SAVED);
    const submitted = database.db.updateTable("response").set({ state: "submitted", submitted_at: new Date() });
    await submitted.where("round_id", "=", sheet.roundId).execute();
    await cases(page).fill("3");
    await page.getByRole("alert").getByText("Dieser Antwortbogen ist eingereicht.").waitFor();
    expect(await page.getByText("Die Erhebung ist geschlossen.").count()).toBe(0);
    expect(await page.getByLabel("Diese Änderungen wurden nicht mehr gespeichert.").inputValue()).toBe(
      "Wie viele Fälle?: 3",
    );
  });

  test("what the server refuses is said at the field; the other answers are saved, and so is the mended one", async () => {
    const { page, allow } = await fill(sheet.lead.accountId);
    allow(/status of 422/);
    await page.getByText("kurz", { exact: true }).click();
    const why = page.locator("[data-name='warum']");
    await why.locator("textarea").fill("x".repeat(200_000));
    await cases(page).fill("6");
    await line(page, "Eine Antwort passt nicht zur Frage und ist noch nicht gespeichert.");
    await why.getByText("Dieser Text ist zu lang.").waitFor();
    expect(await answers()).toEqual({ plan: "kurz", zahl: 6 });
    await why.locator("textarea").fill("Weil der Bund so fördert.");
    await line(page, SAVED);
    expect(await why.getByText("Dieser Text ist zu lang.").count()).toBe(0);
    expect(await answers()).toEqual({ plan: "kurz", zahl: 6, warum: "Weil der Bund so fördert." });
    expect(await stored(page)).toMatchObject({ edits: 0 });
  });

  test("what the server refuses gives way to what is written while it is on its way", async () => {
    const { page, allow } = await fill(sheet.lead.accountId);
    allow(/status of 422/);
    await page.getByText("kurz", { exact: true }).click();
    await line(page, SAVED);
    const why = page.locator("[data-name='warum'] textarea");
    let held: (() => void) | undefined;
    await page.route(`**${paths.changes(id)}`, async (route) => {
      if (!held) await new Promise<void>((go) => (held = go));
      await route.continue();
    });
    await why.fill("x".repeat(200_000));
    await expect.poll(() => held !== undefined).toBe(true);
    await why.fill("Weil der Bund so fördert.");
    held?.();
    await line(page, SAVED);
    expect(await why.inputValue()).toBe("Weil der Bund so fördert.");
    expect(await answers()).toEqual({ plan: "kurz", warum: "Weil der Bund so fördert." });
    expect(await page.getByText("Zwei Fassungen").count()).toBe(0);
    expect(await stored(page)).toMatchObject({ edits: 0 });
  });

  test("a device without room: it is saved all the same", async () => {
    const visitor = await browser.openVisitor(app.origin);
    await visitor.page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await signIn(visitor.context, app, sheet.lead.accountId);
    await visitor.page.goto(paths.fill(id));
    await cases(visitor.page).fill("5");
    await line(visitor.page, SAVED);
    await visitor.page.getByText("kurz", { exact: true }).click();
    await expect.poll(answers).toEqual({ plan: "kurz", zahl: 5 });
  });

  test("signed out meanwhile: nothing is lost, and signing in again in another tab saves it", async () => {
    const { page, context, allow } = await fill(sheet.lead.accountId);
    allow(/status of 401/);
    await context.clearCookies();
    await cases(page).fill("9");
    await line(page, "Sie sind abgemeldet. Ihre letzten Änderungen warten.");
    await page.getByRole("link", { name: "Wieder anmelden" }).waitFor();
    await signIn(context, app, sheet.lead.accountId);
    await line(page, SAVED);
    expect(await answers()).toEqual({ zahl: 9 });
  });
});
