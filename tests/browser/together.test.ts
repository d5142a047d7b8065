import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { goOffline } from "../support/network.ts";
import { signIn } from "../support/sign-in.ts";

/** Two colleagues, two browsers, one questionnaire. */

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
  visitor.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(paths.fill(id));
  await cases(visitor.page).waitFor();
  return visitor;
}
const cases = (page: Page) => page.locator("[data-name='zahl'] input");
const why = (page: Page) => page.locator("[data-name='warum'] textarea");
const answers = async () => (await readDraft(database.db, await sheet.invitation())).answers;
const line = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).first().waitFor();
const SAVED = /Alle Änderungen gespeichert · \d{2}:\d{2}/;
const CLASH = "Eine Antwort gibt es in zwei Fassungen.";
const clashAt = (page: Page, name: string) =>
  page.locator(`[data-name='${name}']`).getByRole("alert").filter({ hasText: "Zwei Fassungen" });

describe("two colleagues at once", { timeout: 120_000 }, () => {
  test("see each other, where the other one is, and each other's edits in place", async () => {
    const lead = await fill(sheet.lead.accountId);
    const member = await fill(sheet.member.accountId);
    await lead.page.locator(".people-here").getByText("Test member").waitFor();
    await member.page.locator(".people-here").getByText("Test lead").waitFor();
    await cases(member.page).focus();
    await lead.page.locator("[data-name='zahl']").getByText("Test member ist gerade hier").waitFor();

    await lead.page.getByText("kurz", { exact: true }).click();
    await why(member.page).waitFor();
    await why(lead.page).fill("Die Förderung endet.");
    await expect.poll(() => why(member.page).inputValue()).toBe("Die Förderung endet.");
    // Whoever types keeps the focus.
    expect(await cases(member.page).evaluate((input) => document.activeElement === input)).toBe(true);
    await member.page.locator("[data-name='thema']").getByText("haft").click();
    await lead.page.locator("[data-name='thema']").getByText("recht").click();
    await expect.poll(answers).toEqual({ plan: "kurz", warum: "Die Förderung endet.", thema: ["recht", "haft"] });
    await member.page.close();
    await lead.page.locator(".people-here").getByText("Test member").waitFor({ state: "detached", timeout: 60_000 });
  });

  test("who left stays gone, even where a slow answer still names them", async () => {
    const lead = await fill(sheet.lead.accountId);
    const member = await fill(sheet.member.accountId);
    const name = lead.page.locator(".people-here").getByText("Test member");
    await name.waitFor();
    const left = Promise.withResolvers<void>();
    const late = Promise.withResolvers<void>();
    await lead.page.route(`**${paths.standing(id)}*`, async (route) => {
      const response = await route.fetch();
      await left.promise;
      await route.fulfill({ response });
      late.resolve();
    });
    const read = lead.page.waitForRequest((request) => request.url().includes(paths.standing(id)));
    await member.page.getByText("kurz", { exact: true }).click();
    await read;
    await expect.poll(answers).toEqual({ plan: "kurz" });
    await member.page.close();
    await name.waitFor({ state: "detached", timeout: 60_000 });
    left.resolve();
    await late.promise;
    // What the answer says about answers is shown, what it says about people is not.
    await why(lead.page).waitFor();
    expect(await name.count()).toBe(0);
  });

  test.each([
    ["Meine behalten", "Meine Fassung"],
    ["Fassung von Test lead nehmen", "Fassung der Leitung"],
    ["Beide Texte behalten", "Fassung der Leitung\nMeine Fassung"],
  ])("who change the same text apart: both versions stand at the question; %s", async (choice, result) => {
    const lead = await fill(sheet.lead.accountId);
    const member = await fill(sheet.member.accountId);
    await lead.page.getByText("kurz", { exact: true }).click();
    await why(member.page).waitFor();
    await goOffline(member.context);
    await why(member.page).fill("Meine Fassung");
    await line(member.page, "Keine Verbindung – 1 Änderung wartet");
    await why(lead.page).fill("Fassung der Leitung");
    await line(lead.page, SAVED);
    await member.context.setOffline(false);
    await line(member.page, CLASH);
    const clash = clashAt(member.page, "warum");
    expect(await clash.getByRole("blockquote").allTextContents()).toEqual(["Fassung der Leitung", "Meine Fassung"]);
    expect(await why(member.page).inputValue()).toBe("Meine Fassung");
    expect((await answers()).warum).toBe("Fassung der Leitung");
    // The colleague sees both as well.
    await clashAt(lead.page, "warum").waitFor();
    await clash.getByRole("button", { name: choice }).click();
    await expect.poll(async () => (await answers()).warum).toBe(result);
    await clashAt(lead.page, "warum").waitFor({ state: "detached" });
    await expect.poll(() => why(lead.page).inputValue()).toBe(result);
    expect(await why(member.page).inputValue()).toBe(result);
    await member.page.getByRole("button", { name: "Rückgängig machen" }).click();
    const before = choice.startsWith("Fassung") ? "Meine Fassung" : "Fassung der Leitung";
    await expect.poll(async () => (await answers()).warum).toBe(before);
  });

  test("three versions of one text: each is shown with its own button, none is lost unseen, and all can be kept", async () => {
    const lead = await fill(sheet.lead.accountId);
    const member = await fill(sheet.member.accountId);
    const home = await fill(sheet.member.accountId);
    await lead.page.getByText("kurz", { exact: true }).click();
    for (const [away, text] of [
      [member, "Zweite Fassung"],
      [home, "Dritte Fassung"],
    ] as const) {
      await why(away.page).waitFor();
      await goOffline(away.context);
      await why(away.page).fill(text);
      await line(away.page, "Keine Verbindung – 1 Änderung wartet");
    }
    await why(lead.page).fill("Erste Fassung");
    await line(lead.page, SAVED);
    for (const away of [member, home]) {
      await away.context.setOffline(false);
      await line(away.page, CLASH);
    }
    const clash = lead.page.getByRole("alert").filter({ hasText: "3 Fassungen" });
    await clash.waitFor();
    expect(await clash.getByRole("blockquote").allTextContents()).toEqual([
      ...["Erste Fassung", "Zweite Fassung", "Dritte Fassung"],
    ]);
    expect(await clash.getByRole("button").allTextContents()).toEqual([
      ...["Meine behalten", "Fassung von Test member nehmen", "Fassung von Test member nehmen", "Alle Texte behalten"],
    ]);
    await clash.getByRole("button", { name: "Alle Texte behalten" }).click();
    await expect.poll(async () => (await answers()).warum).toBe("Erste Fassung\nZweite Fassung\nDritte Fassung");
    await clash.waitFor({ state: "detached" });
  });

  test("two windows of one person share one queue: what one could not send the other one does", async () => {
    const { context, page } = await fill(sheet.lead.accountId);
    const second = await context.newPage();
    await second.goto(paths.fill(id));
    await cases(second).waitFor();
    await goOffline(context);
    await cases(second).fill("8");
    await expect.poll(() => cases(page).inputValue()).toBe("8");
    await page.getByText("lang", { exact: true }).click();
    await second.close();
    await context.setOffline(false);
    await expect.poll(answers).toEqual({ plan: "lang", zahl: 8 });
    await line(page, SAVED);
  });

  test("a second window saves by itself, also while nobody touches the first one", async () => {
    const { context, page } = await fill(sheet.lead.accountId);
    await line(page, "Änderungen werden gespeichert");
    const second = await context.newPage();
    await second.goto(paths.fill(id));
    await second.bringToFront();
    await cases(second).fill("8");
    await line(second, SAVED);
    expect(await answers()).toEqual({ zahl: 8 });
    // On the way to the review the first window is asked to send, and waited for.
    await second.getByText("lang", { exact: true }).click();
    await second.getByRole("button", { name: /^Weiter/ }).click();
    await second.getByRole("button", { name: "Antworten prüfen" }).click();
    await second.waitForURL(`**${paths.review(id)}`);
    expect(await answers()).toEqual({ plan: "lang", zahl: 8 });
  });

  test("access that is taken away ends it: what was typed can be taken along, nothing of it arrives", async () => {
    const { page, allow } = await fill(sheet.member.accountId);
    allow(/status of 404/);
    await line(page, "Änderungen werden gespeichert");
    await database.db.deleteFrom("membership").where("account_id", "=", sheet.member.accountId).execute();
    await cases(page).fill("3");
    await page.getByRole("alert").getByText("Sie haben zu diesem Bogen keinen Zugang mehr.").first().waitFor();
    const copy = page.getByLabel("Diese Änderungen wurden nicht mehr gespeichert.");
    expect(await copy.inputValue()).toContain("Wie viele Fälle?: 3");
    expect(await answers()).toEqual({});
  });
});
