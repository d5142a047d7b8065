import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
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

async function openAs(role: "steering" | "coordination" | "analyst" | "member"): Promise<Visitor> {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, role)) as string);
  return visitor;
}

/** Of the earlier wave, which the next one has followed. */
async function earlierWave() {
  return database.db
    .selectFrom("release")
    .select(["release_id", "wave"])
    .where("questionnaire", "=", "bedarfe")
    .orderBy("closed_at")
    .executeTakeFirstOrThrow();
}

test("from the overview to a decided measure in under ten clicks", async () => {
  const { page } = await openAs("steering");
  let clicks = 0;
  const click = async (role: "link" | "button", name: string | RegExp) => {
    await page.getByRole(role, { name }).first().click();
    clicks += 1;
  };
  await page.goto(paths.overview());
  await click("link", "Alle Bedarfe ansehen");
  // The overview has links of the same name: clicked there, they would break off the way to this page.
  await page.getByRole("heading", { level: 1, name: "Bedarfe", exact: true }).waitFor();
  await click("link", /^Maßnahme vorschlagen zu/);
  await page.getByRole("heading", { level: 1, name: "Maßnahme vorschlagen", exact: true }).waitFor();
  expect(await page.getByLabel("Titel").inputValue()).toMatch(/^Maßnahme zu: ./);
  await click("button", /^Vorschlagen$/);
  await click("button", /^Beschließen/);
  await page.locator(".state", { hasText: "Beschlossen" }).waitFor();
  await page.getByText("Von „Vorgeschlagen“ auf „Beschlossen“").waitFor();
  await page.getByRole("status").filter({ hasText: "steht jetzt unter „Beschlossen“." }).waitFor();
  expect(clicks).toBeLessThan(10);
});

test("a measure about a finding of an earlier wave shows the same item in the next one", async () => {
  const { page } = await openAs("steering");
  const { wave } = await earlierWave();
  await page.goto(paths.releases());
  await page
    .getByRole("link", { name: new RegExp(`^Auswertung lesen ?: Bedarfe und Herausforderungen ${wave}$`) })
    .click();
  await page.getByRole("link", { name: "Bedarfe", exact: true }).click();
  await page.getByRole("link", { name: /^Maßnahme vorschlagen zu Zusammenarbeit mit dem psycho/ }).click();
  await page.getByRole("button", { name: "Vorschlagen" }).click();
  await page.getByText(/^Vorher \d,\d – nachher \d,\d \(Mittel, 1 bis 5\)\.$/).waitFor();
});

test("a finding is added to a measure that is there, and taken away again; the history keeps both", async () => {
  const { page, allow } = await openAs("steering");
  allow(/status of 422/);
  const { release_id: earlier, wave } = await earlierWave();
  const need = "Supervision";
  await page.goto(paths.needs(earlier), { waitUntil: "networkidle" });
  await tabTo(page, `zu einer vorhandenen Maßnahme hinzufügen: ${need}`);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Zu einer Maßnahme hinzufügen", exact: true }).waitFor();
  await page.getByRole("button", { name: "Befund hinzufügen" }).click();
  await page.getByText("Diese Angabe fehlt noch.").waitFor();
  // What is done or dropped is not offered.
  expect(await page.getByRole("radio", { name: /Positionspapier zum|Evaluationssoftware/ }).count()).toBe(0);
  const title = "Arbeitsgruppe mit Psychotherapie und Kliniken";
  await page.getByRole("radio", { name: title }).check();
  await page.getByRole("button", { name: "Befund hinzufügen" }).click();
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  const finding = `${need} (Bedarfe und Herausforderungen ${wave})`;
  await page.getByText(`Hinzugekommen: ${finding}`).waitFor();
  await page.getByRole("region", { name: need, exact: true }).waitFor();
  // Where it is among them already, the page says so.
  await page.goto(paths.addToMeasure(earlier, "bed_gedeckt/supervision"));
  await page.getByRole("region", { name: "Schon Grundlage von:" }).getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Bearbeiten" }).click();
  await page.getByRole("checkbox", { name: need }).uncheck();
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText(`Entfernt: ${finding}`).waitFor();
  await page.getByText(`Hinzugekommen: ${finding}`).waitFor();
  expect(await page.getByRole("region", { name: need, exact: true }).count()).toBe(0);
});

test("by keyboard: a card of the board moves on by its button and back again", async () => {
  const { page } = await openAs("coordination");
  await page.goto(paths.measures(), { waitUntil: "networkidle" });
  const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
  const title = "Runder Tisch mit der Kinder- und Jugendhilfe";
  await column("Beschlossen").getByRole("link", { name: title }).waitFor();
  await tabTo(page, `Beginnen: ${title}`);
  await page.keyboard.press("Enter");
  await page
    .getByRole("status")
    .filter({ hasText: `„${title}“ steht jetzt unter „Läuft“.` })
    .waitFor();
  await column("Läuft").getByRole("link", { name: title }).waitFor();
  await tabTo(page, `Zurück auf „Beschlossen“: ${title}`);
  await page.keyboard.press("Enter");
  await column("Beschlossen").getByRole("link", { name: title }).waitFor();
});

test("two people edit at once: the second sees both, keeps what was typed, and decides", async () => {
  const [first, second] = [await openAs("steering"), await openAs("coordination")];
  const { measure_id: id } = await database.db
    .selectFrom("measure")
    .select("measure_id")
    .where("title", "like", "Mehrjährige%")
    .executeTakeFirstOrThrow();
  for (const { page } of [first, second]) await page.goto(paths.editMeasure(id));
  const save = (page: Page) => page.getByRole("button", { name: "Speichern" }).click();
  await first.page.getByLabel("Für wen").fill("Bund");
  await save(first.page);
  await first.page.getByText("Geändert: Für wen").waitFor();
  second.allow(/status of 409/);
  await second.page.getByLabel("Für wen").fill("Länder");
  await second.page.getByLabel("Beginn").fill("2027-05-01");
  await save(second.page);
  const clash = second.page.getByRole("alert");
  await clash.getByText("Jemand hat diese Maßnahme inzwischen geändert.").waitFor();
  const row = clash.getByRole("row", { name: /^Für wen/ });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["Länder", "Bund"]);
  expect(await second.page.getByLabel("Beginn").inputValue()).toBe("2027-05-01");
  await save(second.page);
  await second.page.getByText("Für wen: vorher Bund, jetzt Länder").waitFor();
});

test("bad input comes back with what was typed and what is wrong about it", async () => {
  const { page, allow } = await openAs("steering");
  allow(/status of 422/);
  await page.goto(paths.newMeasure());
  await page.getByLabel("Warum").fill("Weil Plätze fehlen");
  await page.getByLabel("Verantwortlich").selectOption({ label: "jemand ohne Konto" });
  await page.getByRole("button", { name: "Vorschlagen" }).click();
  await page.getByRole("region", { name: "Was noch nicht stimmt" }).waitFor();
  expect(await page.getByLabel("Warum").inputValue()).toBe("Weil Plätze fehlen");
  expect(await page.locator("[aria-invalid=true]").count()).toBe(2);
});

test("an analyst reads and changes nothing; a member reads what is meant for projects alone", async () => {
  const analyst = await openAs("analyst");
  await analyst.page.goto(paths.measures());
  await analyst.page.getByRole("heading", { level: 1, name: "Maßnahmen", exact: true }).waitFor();
  expect(await analyst.page.getByRole("button", { name: /Beginnen|Verwerfen|Zurück/ }).count()).toBe(0);
  await analyst.page.goto(paths.needs((await earlierWave()).release_id));
  expect(await analyst.page.getByRole("link", { name: /^Maßnahme vorschlagen/ }).count()).toBe(0);

  const member = await openAs("member");
  await member.page.goto(paths.outcomes());
  await member.page.getByRole("heading", { level: 2, name: "Arbeitsgruppe mit Psychotherapie und Kliniken" }).waitFor();
  const text = (await member.page.locator("main").textContent()) ?? "";
  for (const hidden of [
    "Mehrjährige Finanzierung",
    "Evaluationssoftware",
    "€",
    "Klientinnen und Klienten finden kaum",
  ]) {
    expect(text, hidden).not.toContain(hidden);
  }
  member.allow(/status of 404/);
  for (const path of [paths.measures(), paths.annualPlan(), paths.measureCalendar(), paths.newMeasure()]) {
    expect((await member.page.goto(path))?.status(), path).toBe(404);
  }
});
