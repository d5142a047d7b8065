import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDueRounds } from "#app/domain/rounds/due-rounds.server.ts";
import { toWallClock } from "#app/domain/rounds/wall-clock.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
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

async function open(role: string, path: string) {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, role as never)) as string);
  // Faster fingers than the page's own scripts are another test.
  await visitor.page.goto(path, { waitUntil: "networkidle" });
  return visitor;
}

/** What stands under the keyboard: its label or its own text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    return (at?.labels?.[0]?.textContent ?? at?.textContent ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses the tab key until something with these words has the focus. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof words === "string" ? text === words : words.test(text));
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press("Tab");
    if (fits(await focused(page))) return;
  }
  throw new Error(`the tab key does not lead to ${words}`);
}

async function press(page: Page, words: string | RegExp): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press("Enter");
}

/** Types a day and a time into the browser's own fields, which take them in their own order of parts. */
async function typeClock(page: Page, at: Date, labels: { day: string; time: string }): Promise<void> {
  const { day, time } = toWallClock(at);
  await tabTo(page, labels.day);
  await page.locator(":focus").fill(day);
  await tabTo(page, labels.time);
  await page.locator(":focus").fill(time);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const inDays = (days: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * 86_400_000);
const DEADLINE = { day: "Letzter Tag", time: "Uhrzeit" };

test("a round is created, opened, extended and closed without a mouse", { timeout: 120_000 }, async () => {
  const { page, allow } = await open("coordination", paths.newRound());
  allow(/status of 422/);

  // A fault stands at its field, has the focus, and nothing typed is lost.
  await tabTo(page, "Name der Welle");
  await page.locator(":focus").fill("Probe 1");
  await press(page, "Entwurf anlegen");
  await page.getByText("Bitte wählen Sie eine Fassung.").waitFor();
  expect(await focused(page)).toContain("Fragebogen und Fassung");
  expect(await page.getByLabel("Name der Welle").inputValue()).toBe("Probe 1");
  await page.keyboard.type("Zusammenarbeit");
  await press(page, "Entwurf anlegen");
  await heading(page, "Zusammenarbeit an den Schnittstellen Probe 1 einrichten");

  await tabTo(page, /^Alle Projekte/);
  await press(page, "Zählen");
  await page.getByRole("status").filter({ hasText: "Gefragt würden 120 Projekte." }).waitFor();
  await press(page, "Speichern und weiter: Zeit und Erinnerungen");
  await page.getByRole("group", { name: "Frist" }).waitFor();

  // The clock is put forward over this hour.
  await tabTo(page, DEADLINE.day);
  await page.locator(":focus").fill("2027-03-28");
  await tabTo(page, DEADLINE.time);
  await page.locator(":focus").fill("02:30");
  await press(page, "Speichern und weiter: Schutz");
  await page.getByText("Diese Stunde gibt es an dem Tag nicht").waitFor();
  expect(await focused(page)).toBe("Uhrzeit");
  expect(await page.getByLabel(DEADLINE.day).inputValue()).toBe("2027-03-28");
  await page.keyboard.press("Shift+Tab");
  await page.locator("[name=endDay]").focus();
  await page.locator(":focus").fill(toWallClock(inDays(-1)).day);
  await press(page, "Speichern und weiter: Schutz");
  await page.getByText(/Die Frist liegt in der Vergangenheit|Diese Stunde/).waitFor();
  await page.locator("[name=endDay]").focus();
  await page.locator(":focus").fill(toWallClock(inDays(20)).day);
  await tabTo(page, DEADLINE.time);
  await page.locator(":focus").fill("18:00");
  await press(page, "Speichern und weiter: Schutz");

  await tabTo(page, /^Vertraulich/);
  const text = await page.locator(".privacy-card", { hasText: "Vertraulich" }).getByRole("listitem").allInnerTexts();
  await press(page, "Speichern und weiter: Zusammenfassung");
  await heading(page, "Zusammenarbeit an den Schnittstellen Probe 1: Zusammenfassung");
  const mails = await page
    .locator(".figure-row div", { hasText: "Nachrichten gehen hinaus" })
    .locator("dd")
    .innerText();

  // What respondents would read is what the wizard showed.
  await press(page, "Als Teilnehmende ansehen");
  await heading(page, "Zusammenarbeit an den Schnittstellen Probe 1");
  const shown = text.filter(Boolean);
  expect(shown.length).toBeGreaterThan(2);
  for (const line of shown) await page.getByRole("listitem").filter({ hasText: line }).waitFor();
  await press(page, "Fragebogen ansehen");
  await page.locator(".sd-page").waitFor();
  await page.goBack();
  // Going on before the page is there would break off what it still reads.
  await page.getByText("Fragebogen ansehen").first().waitFor();
  await page.goBack();

  await press(page, "Erhebung öffnen");
  await press(page, `Ja, öffnen und ${mails} Nachrichten verschicken`);
  await page.getByText(/^Fassung 1 · vertraulich · offen bis/).waitFor();
  const roundId = new URL(page.url()).pathname.split("/").at(-1) as string;
  const queued = database.db.selectFrom("mail").select("mail_id").where("round_id", "=", roundId);
  expect(await queued.execute()).toHaveLength(Number(mails));

  await press(page, "Frist verlängern");
  await heading(page, /ändern$/);
  const later = inDays(30);
  await typeClock(page, later, DEADLINE);
  await press(page, "Weiter");
  await page.getByRole("heading", { name: "Frist verlängern?" }).waitFor();
  await press(page, "Ja, Frist verlängern");
  await page.getByText(/^Fassung 1 · vertraulich · offen bis/).waitFor();
  const { closes_at } = await database.db
    .selectFrom("round")
    .select("closes_at")
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  expect(closes_at).toEqual(later);

  await page.goto(paths.changeRound(roundId));
  await press(page, "Vorzeitig schließen");
  await press(page, "Ja, Erhebung schließen");
  await page.getByText("Diese Erhebung kann nicht ausgewertet werden.").first().waitFor();
  await page.goto(paths.changeRound(roundId));
  const history = await page.locator(".history li strong").allInnerTexts();
  expect(history).toEqual(["Geschlossen", "Frist verlängert", "Geöffnet", "Entwurf bearbeitet", "Entwurf angelegt"]);
});

test("without JavaScript a round is set up just the same", { timeout: 60_000 }, async () => {
  const visitor = await browser.openVisitor(app.origin);
  const context = await visitor.context.browser()?.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  if (!context) throw new Error("no browser");
  await signIn(context, app, (await findDemoAccount(database.db, "coordination")) as string);
  const page = await context.newPage();
  await page.goto(paths.newRound());
  await page.getByLabel("Fragebogen und Fassung").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Entwurf anlegen" }).click();
  await page.getByLabel("Einzelne Projekte").check();
  await page.getByLabel("Projekt suchen").fill("ahorn");
  await page.getByRole("button", { name: "Suchen" }).click();
  await page.getByRole("group", { name: "Weitere Projekte (1)" }).getByRole("checkbox").check();
  await page.getByLabel("Projekt suchen").fill("gibt es nicht");
  await page.getByRole("button", { name: "Suchen" }).click();
  await page.getByText("Kein weiteres Projekt passt zur Suche.").waitFor();
  expect(await page.getByRole("group", { name: "Ausgewählt (1)" }).getByRole("checkbox").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Zählen" }).click();
  await page.getByText("Gefragt würde 1 Projekt.").waitFor();
  await page.getByRole("button", { name: /^Speichern und weiter/ }).click();
  await page.getByRole("group", { name: "Frist" }).waitFor();
  await context.close();
});

test("a roster is searched by keyboard, and one's own project is not in it", { timeout: 60_000 }, async () => {
  const { db } = database;
  const { page } = await open("coordination", paths.newRound());
  await page.getByLabel("Fragebogen und Fassung").selectOption(await optionOf(page, "Das Netzwerk von innen"));
  await page.getByLabel("Name der Welle").fill("Probe 2");
  await page.getByRole("button", { name: "Entwurf anlegen" }).click();
  await page.waitForURL(/einrichten/);
  const roundId = new URL(page.url()).pathname.split("/")[2] as string;
  await page.goto(paths.dryRun(roundId, { schritt: "oeffnen" }));
  await page.getByRole("button", { name: /^Ja, öffnen/ }).click();
  await page.waitForURL(new RegExp(`${roundId}$`));

  const leadId = (await findDemoAccount(db, "lead")) as string;
  const { invitation_id: id, name } = await db
    .selectFrom("invitation")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .select(["invitation.invitation_id", "project.name"])
    .where("invitation.round_id", "=", roundId)
    .where("membership.account_id", "=", leadId)
    .executeTakeFirstOrThrow();
  const { page: sheet } = await open("lead", paths.fill(id));
  await sheet.getByText("Ja, wir stimmen zu", { exact: true }).click();
  await sheet.getByRole("button", { name: "Weiter: Kontakte" }).click();
  const search = sheet.getByRole("combobox").first();
  await search.focus();
  await sheet.keyboard.press("ArrowDown");
  const options = sheet.getByRole("option");
  await options.first().waitFor();
  const offered = (await options.allInnerTexts()).map((text) => text.trim());
  expect(offered.length).toBeGreaterThan(100);
  expect(offered).not.toContain(name);
  const other = offered.find((text) => text.startsWith("Beispielprojekt")) as string;
  await sheet.keyboard.type(other.replace("Beispielprojekt ", ""));
  await sheet.keyboard.press("Enter");
  await sheet.locator(".sd-tagbox-item").filter({ hasText: other }).waitFor();

  await sheet.getByText(/^Alle Änderungen gespeichert/).waitFor();
  await sheet.goto(paths.invitation(id));

  // The deadline passes: the job that runs every minute closes the round by itself.
  const { closes_at } = await db
    .selectFrom("round")
    .select("closes_at")
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  await closeDueRounds(db, closes_at);
  await page.goto(paths.changeRound(roundId));
  await page.getByText("mit Ablauf der Frist").waitFor();
});

async function optionOf(page: Page, title: string): Promise<string> {
  const option = page.getByLabel("Fragebogen und Fassung").locator("option", { hasText: title });
  return (await option.first().getAttribute("value")) as string;
}
