import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
import { insertAccount, insertProject } from "../support/people.ts";
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

test("a lead makes an entry by keyboard, finds who fits, asks one of them, and withdraws", async () => {
  const { projectId } = await insertProject(database.db, "Probeprojekt");
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/status of 422/);
  await signIn(visitor.context, app, await insertAccount(database.db, { role: "lead", projectId }));
  const { page } = visitor;
  await page.goto(paths.exchange(), { waitUntil: "networkidle" });
  await page.getByText("40 andere Projekte haben schon einen Eintrag.").waitFor();
  expect(await page.getByRole("heading", { level: 3 }).count()).toBe(0);
  await tabTo(page, "Eintrag anlegen");
  await page.keyboard.press("Enter");

  await page.getByRole("textbox", { name: "Genauer, was Sie suchen" }).fill("Eine Schulung im Frühjahr");
  await page.getByRole("button", { name: "Eintrag zeigen" }).click();
  await page.getByText("Bitte wählen Sie mindestens ein Thema").first().waitFor();
  const text = page.getByRole("textbox", { name: "Genauer, was Sie suchen" });
  expect(await text.inputValue()).toBe("Eine Schulung im Frühjahr");
  await page.getByRole("group", { name: "Was sucht Ihr Projekt?" }).getByLabel("Rechtliche Grundlagen").check();
  await page.getByRole("group", { name: "Was bietet Ihr Projekt anderen an?" }).getByLabel("Hospitation").check();
  await page.getByRole("button", { name: "Eintrag zeigen" }).click();
  await page.getByText("Ihr Eintrag ist zu sehen.").waitFor();

  const fits = page.getByRole("region", { name: "Das könnte passen" });
  const said = await fits.getByRole("listitem").allTextContents();
  expect(said.length).toBeGreaterThan(2);
  for (const one of said) expect(one).toMatch(/Rechtliche Grundlagen|Hospitation/);
  await fits
    .getByRole("button", { name: /^Austausch anfragen: / })
    .first()
    .click();
  await page.getByText("Die Leitung des anderen Projekts ist benachrichtigt.").waitFor();
  await page.getByText(/^Sie haben .* angefragt/).waitFor();
  const asked = await database.db
    .selectFrom("exchange_contact")
    .select("to_project")
    .where("from_project", "=", projectId)
    .execute();
  expect(asked).toHaveLength(1);

  await page.getByRole("link", { name: "Eintrag ändern" }).click();
  await page.getByRole("button", { name: "Eintrag zurückziehen" }).click();
  await page.getByText("Ihr Eintrag ist zurückgezogen und nicht mehr zu sehen.").waitFor();
  await page.getByText("Ihr Projekt hat noch keinen Eintrag.").waitFor();
});

test("the steering group reads all entries by topic and asks nobody", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, await insertAccount(database.db, { role: "steering" }));
  const { page } = visitor;
  await page.goto(paths.releases());
  await page.getByRole("link", { name: "Austausch", exact: true }).click();
  await page.getByText("40 Einträge").waitFor();
  expect(await page.getByRole("button", { name: /Austausch anfragen/ }).count()).toBe(0);
  await page.getByLabel("Thema").selectOption({ label: "Arbeit im Kontext von Haft" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await page.waitForURL(/thema=haft/);
  await page.waitForLoadState("networkidle");
  const cards = page.locator(".exchange-card");
  const shown = await cards.allTextContents();
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.length).toBeLessThan(40);
  for (const one of shown) expect(one).toContain("Arbeit im Kontext von Haft");
});
