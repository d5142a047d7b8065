import type { Page } from "playwright-core";
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
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function open(role: "coordination" | "steering", path: string) {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, role)) as string);
  await visitor.page.goto(path, { waitUntil: "networkidle" });
  return visitor;
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

async function choose(page: Page, field: string, label: string): Promise<void> {
  await tabTo(page, field);
  await page.locator(":focus").selectOption({ label });
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.locator(":focus").fill(text);
}

/** Who adds a goal sees its number first; the address is the goal's. */
test("by keyboard: a goal is put together, looked at in advance, added, and read by the steering group", async () => {
  const { page, allow } = await open("coordination", paths.goals());
  await press(page, "Ziel hinzufügen");
  await page.getByRole("heading", { level: 1, name: "Ziel hinzufügen" }).waitFor();
  await choose(page, "Art der Zahl", "Anteil bestimmter Antworten");
  await choose(page, "Fragebogen", "Ziele des Netzwerks bis 2028");
  await press(page, "Weiter");
  await page.getByLabel("Frage", { exact: true }).waitFor();
  await page.getByLabel("Frage", { exact: true }).focus();
  await page
    .locator(":focus")
    .selectOption({ label: "Hat Ihr Projekt eine schriftliche Vereinbarung mit dem Netzwerk?" });
  await press(page, "Weiter");
  await page.getByRole("heading", { name: "2. Was erreicht werden soll" }).waitFor();
  await tabTo(page, "ja");
  await page.keyboard.press("Space");
  await type(page, "Kurzer Name", "Vereinbarung, Probe");
  await type(page, "Satz mit der Zahl", "So viele haben eine Vereinbarung.");
  await type(page, "Zielwert", "achtzig");
  allow(/status of 422/);
  await press(page, "Vorschau rechnen");
  // What was typed stays, and each fault stands at its field.
  await page.getByText("Bitte geben Sie eine Zahl an.").first().waitFor();
  expect(await page.getByLabel("Kurzer Name", { exact: true }).inputValue()).toBe("Vereinbarung, Probe");
  await page.getByLabel("Satz mit der Zahl").fill("{wert} haben eine Vereinbarung.");
  await page.getByLabel("Zielwert").fill("80 %");
  await page.getByLabel("Zielwert").focus();
  await press(page, "Vorschau rechnen");
  const preview = page.getByRole("region", { name: "Vorschau" });
  await preview.waitFor();
  expect(await preview.locator(".sentence").textContent()).toBe("48\u202f% haben eine Vereinbarung.");
  expect(await preview.textContent()).toContain("31 von 65 gültigen Antworten");
  const count = async () => (await database.db.selectFrom("goal").select("goal_id").execute()).length;
  const before = await count();
  await page.getByLabel("Zielwert").focus();
  await press(page, "Ziel hinzufügen");
  await page.getByText("Das Ziel ist angelegt.").waitFor();
  expect(await count()).toBe(before + 1);

  const address = new URL(page.url()).pathname;
  const reader = await open("steering", address);
  await reader.page.getByRole("heading", { level: 1, name: "Vereinbarung, Probe" }).waitFor();
  await reader.page.locator(".chart svg").first().waitFor();
  expect(await reader.page.getByRole("link", { name: "Ziel ändern" }).count()).toBe(0);
  reader.allow(/status of 404/);
  expect((await reader.page.goto(`${address}/bearbeiten`))?.status()).toBe(404);
  await reader.page.goto(address);
  await reader.page.getByRole("link", { name: /^Beleg:/ }).click();
  await reader.page.waitForURL(/\/auswertungen\/.*#frage-2$/);
  expect(await reader.page.locator("#frage-2").textContent()).toContain("schriftliche Vereinbarung");
});

test("two who change the same goal: the second reads what the first saved, and loses nothing", async () => {
  const raised = await database.db
    .selectFrom("goal_version")
    .select("goal_id")
    .where("number", "=", 2)
    .executeTakeFirstOrThrow();
  const edit = paths.editGoal(raised.goal_id);
  const [one, other] = [await open("coordination", edit), await open("coordination", edit)];
  const save = async (page: Page, target: string, reason: string) => {
    await page.getByLabel("Zielwert").fill(target);
    await page.getByLabel("Grund der Änderung").fill(reason);
    await page.getByRole("button", { name: "Änderung speichern" }).click();
  };
  await save(one.page, "82", "Beschluss der Steuerungsgruppe");
  await one.page.getByText("Die Änderung ist gespeichert.").waitFor();
  other.allow(/status of 409/);
  await save(other.page, "85", "Wunsch der Mitglieder");
  const clash = other.page.getByRole("alert");
  await clash.getByText("Inzwischen hat jemand anderes dieses Ziel geändert.").waitFor();
  expect(await clash.textContent()).toContain("mindestens 82\u202f%");
  expect(await other.page.getByLabel("Zielwert").inputValue()).toBe("85");
  expect(await other.page.getByLabel("Grund der Änderung").inputValue()).toBe("Wunsch der Mitglieder");
  await other.page.getByRole("button", { name: "Änderung speichern" }).click();
  await other.page.getByText("Die Änderung ist gespeichert.").waitFor();
  const history = other.page.getByRole("region", { name: "Änderungen" });
  for (const words of [
    "von 80\u202f% auf 82\u202f%",
    "von 82\u202f% auf 85\u202f%",
    "Grund: Beschluss der Steuerungsgruppe",
  ]) {
    expect(await history.textContent()).toContain(words);
  }
});
