import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { csvOf, FAULTY_ROWS, fileLine, inWindows1252, spoiltFile } from "../support/member-file.ts";
import { insertAccount } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";

/** How an image begins. */
const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000010000000100806", "hex");

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

const count = async (table: "project" | "organisation" | "account") => {
  const row = database.db.selectFrom(table).select((query) => query.fn.countAll<number>().as("n"));
  return (await row.executeTakeFirstOrThrow()).n;
};

test("300 projects with 12 faulty rows: corrected in place, confirmed, undone", { timeout: 180_000 }, async () => {
  const { page, context, allow } = await browser.openVisitor(app.origin);
  await signIn(context, app, await insertAccount(database.db, { role: "coordination" }));
  await page.goto(paths.memberImports());
  const file = { mimeType: "text/csv", buffer: Buffer.from(inWindows1252(csvOf(spoiltFile(300)))) };

  // A file that is none says so at its field.
  allow(/status of 422/);
  await page
    .getByLabel("Datei", { exact: true })
    .setInputFiles({ name: "bild.png", mimeType: "image/png", buffer: PNG });
  await page.getByRole("button", { name: "Datei prüfen" }).click();
  await page.getByText("Das ist weder eine CSV- noch eine Excel-Datei.").waitFor();

  await page.getByLabel("Datei", { exact: true }).setInputFiles({ name: "mitglieder.csv", ...file });
  await page.getByRole("button", { name: "Datei prüfen" }).click();
  await page.getByRole("heading", { level: 1, name: "mitglieder.csv" }).waitFor();
  await page.getByText("300 Zeilen, gelesen als Windows-1252. Noch ist nichts geändert.").waitFor();
  await page.getByText("Diese Spalten werden nicht gelesen: Bemerkung").waitFor();
  await page.getByText("12 Zellen passen noch nicht.").waitFor();
  const lines = page.locator(".import-row");
  expect(await lines.locator(".import-row__line").allTextContents()).toEqual(FAULTY_ROWS.map((n) => `Zeile ${n}`));
  expect(await page.getByRole("button", { name: "Jetzt übernehmen" }).count()).toBe(0);
  expect(await count("project")).toBe(0);

  const row = (line: number) => page.locator(`#z${line}`);
  const message = row(6).getByText("„Bayernn“ kennen wir hier nicht.");
  const described = await row(6).getByLabel("Land").getAttribute("aria-describedby");
  expect(described).toBe(await message.getAttribute("id"));

  await row(6).getByLabel("Land").selectOption("Bayern");
  await row(21).getByLabel("Schwerpunkt").selectOption("Rechtsextremismus");
  await row(41).getByLabel("Aktiv ab").fill("28.02.2026");
  await row(61).getByLabel("E-Mail der Leitung").fill("leitung.60@traeger");
  await row(81).getByLabel("Projekt").fill("Projekt 80");
  await row(141).getByLabel("Projekt").fill("Projekt 140");
  await row(161).getByLabel("E-Mail der Leitung").fill("leitung.160@traeger.example");
  await row(181).getByLabel("Weitere Teammitglieder").fill("");
  await row(201).getByLabel("Stellen").selectOption({ index: 1 });
  await row(221).getByLabel("Leitung", { exact: true }).fill("Leitung 220");
  await page.getByRole("button", { name: "Berichtigungen prüfen" }).click();

  // One was corrected badly: it stays, with what was typed.
  await page.getByText("Eine Zelle passt noch nicht.").waitFor();
  expect(await row(61).getByLabel("E-Mail der Leitung").inputValue()).toBe("leitung.60@traeger");
  await row(61).getByLabel("E-Mail der Leitung").fill("leitung.60@traeger.example");
  await page.getByLabel("E-Mail der Leitung").press("Enter");

  await page.getByRole("button", { name: "Jetzt übernehmen" }).waitFor();
  await page.getByText("Neu: 300. Geändert: 0. Ausgelassen: 0.").waitFor();
  // A row is left out and taken in again.
  await page.getByRole("button", { name: /^Zeile auslassen ?: Zeile 3$/ }).click();
  await page.getByText("Neu: 299. Geändert: 0. Ausgelassen: 1.").waitFor();
  await page.getByRole("button", { name: /^Zeile wieder aufnehmen ?: Zeile 3$/ }).click();
  await page.getByText("Neu: 300. Geändert: 0. Ausgelassen: 0.").waitFor();
  await page.getByRole("button", { name: "Jetzt übernehmen" }).click();
  await page.getByText("Die Datei ist übernommen.").waitFor();
  expect([await count("project"), await count("organisation")]).toEqual([300, 100]);

  const result = page.url();
  await page.goto(paths.members({ suche: "Projekt 40 ", land: "by" }));
  await page.getByText("1 von 300 Projekten").waitFor();
  await page.getByRole("link", { name: fileLine(40).Projekt! }).click();
  await page.getByText("Leitung 40").waitFor();

  await page.goto(result);
  await page.getByRole("link", { name: "Einlesen rückgängig machen" }).click();
  await page.getByRole("button", { name: "Ja, rückgängig machen" }).click();
  await page.getByText(/^Rückgängig gemacht am/).waitFor();
  expect([await count("project"), await count("organisation"), await count("account")]).toEqual([0, 0, 1]);
});

test("a person is added, gets another part, and is forgotten", { timeout: 60_000 }, async () => {
  const { page, context, allow } = await browser.openVisitor(app.origin);
  const own = await insertAccount(database.db, { role: "coordination" });
  await signIn(context, app, own);
  await page.goto(paths.newPerson());
  allow(/status of (409|422)/);
  await page.getByLabel("Name").fill("Anna Beispiel");
  await page.getByLabel("E-Mail-Adresse").fill("anna");
  await page.getByRole("button", { name: "Person hinzufügen" }).click();
  await page.getByText("„anna“ ist keine vollständige E-Mail-Adresse.").first().waitFor();
  await page.getByLabel("E-Mail-Adresse").fill("anna@traeger.example");
  await page.getByLabel("Rolle").selectOption("steering");
  await page.getByRole("button", { name: "Person hinzufügen" }).click();
  await page.getByRole("heading", { level: 1, name: "Anna Beispiel" }).waitFor();
  await page.getByLabel("Rolle").selectOption("coordination");
  await page.getByRole("button", { name: "Rolle geben" }).click();
  await page.getByText("Die Rolle ist vergeben.").waitFor();
  await page.getByRole("link", { name: "Name und Adresse löschen" }).click();
  await page.getByText("Das lässt sich nicht rückgängig machen.").waitFor();
  await page.getByRole("button", { name: "Ja, endgültig löschen" }).click();
  await page.getByRole("heading", { level: 1, name: "Ehemalige Person" }).waitFor();

  // The coordination cannot lock itself out.
  await database.db.updateTable("account").set({ disabled_at: new Date() }).where("account_id", "!=", own).execute();
  await page.goto(paths.person(own));
  await page.getByRole("button", { name: /^Entziehen ?: Koordination$/ }).click();
  await page.getByText("Das ist das letzte Konto der Koordination.").waitFor();
});
