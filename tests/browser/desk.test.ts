import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { openDeskRound, publish } from "../app/domain/rounds/desk/desk-sample.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let roundId: string;
let coordination: string;
let waiting: { id: string; name: string; address: string }[];
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  roundId = await findRunningRound();
  // The demo has reminded some of them: as if that had been long ago.
  await database.db
    .updateTable("mail")
    .set({ queued_at: new Date(Date.now() - 20 * 86_400_000) })
    .where("kind", "=", "reminder")
    .execute();
  app = await startApp(database);
  coordination = (await findDemoAccount(database.db, "coordination")) as string;
  waiting = await listWaiting();
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function findRunningRound(): Promise<string> {
  const { round_id } = await database.db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("round_id")
    .where("round.state", "=", "open")
    .where("questionnaire.name", "=", "bedarfe")
    .executeTakeFirstOrThrow();
  return round_id;
}

/** Projects that have not begun and can be written to: one lead each, who leads nothing else. */
function listWaiting() {
  return database.db
    .selectFrom("invitation")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .leftJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["invitation.invitation_id as id", "project.name", "account.address"])
    .where("invitation.round_id", "=", roundId)
    .where("membership.role", "=", "lead")
    .where("account.bounced_at", "is", null)
    .where("invitation.declined_at", "is", null)
    .where("invitation.reminders_off_at", "is", null)
    .where("response.response_id", "is", null)
    .orderBy("project.name")
    .execute();
}

async function open(path: string, size?: { width: number; height: number }, allowed?: RegExp): Promise<Page> {
  const visitor = await browser.openVisitor(app.origin, size);
  if (allowed) visitor.allow(allowed);
  await signIn(visitor.context, app, coordination);
  await visitor.page.goto(path);
  return visitor.page;
}
const box = (page: Page, name: string) => page.getByRole("checkbox", { name: `${name} auswählen` });
const reminders = async () => {
  const addresses = new Set(waiting.map((one) => one.address));
  const mails = (await listFiledMails(app.dataDir)).filter((mail) => addresses.has(mail.to));
  return mails.map((mail) => mail.to).sort();
};

describe("the desk", { timeout: 120_000 }, () => {
  test("those who are ticked are reminded by mail, and not a second time within a week", async () => {
    const page = await open(paths.round(roundId, { stand: "waiting" }));
    const chosen = waiting.slice(0, 2);
    for (const { name } of chosen) await box(page, name).press("Space");
    await page.getByRole("button", { name: "Ausgewählte erinnern" }).press("Enter");
    await page.getByText("2 Erinnerungen verschickt.").waitFor();
    expect(await box(page, chosen[0]?.name ?? "").isChecked()).toBe(false);
    await expect.poll(reminders, { timeout: 20_000 }).toEqual(chosen.map((one) => one.address).sort());
    expect(new URL(page.url()).search).toBe("?stand=waiting");
    await page
      .getByRole("row", { name: new RegExp(chosen[0]?.name ?? "") })
      .getByText("heute")
      .waitFor();

    for (const { name } of waiting.slice(1, 4)) await box(page, name).press("Space");
    await page.getByRole("button", { name: "Ausgewählte erinnern" }).press("Enter");
    await page.getByText("2 Erinnerungen verschickt, 1 nicht: letzte Erinnerung vor weniger als 7 Tagen.").waitFor();
    const all = waiting.slice(0, 4).map((one) => one.address);
    await expect.poll(reminders, { timeout: 20_000 }).toEqual(all.sort());
  });

  test("a press of the button without a choice says so and sends nothing", async () => {
    const page = await open(paths.round(roundId), undefined, /status of 400/);
    await page.getByRole("button", { name: "Ausgewählte erinnern" }).press("Enter");
    await page.getByRole("alert").getByText("Wählen Sie zuerst mindestens eine Zeile aus.").waitFor();
    expect(await reminders()).toHaveLength(4);
  });

  test("the list is filtered and sorted by keyboard, and ticked as a whole", async () => {
    const page = await open(paths.round(roundId));
    const rows = page.getByRole("region", { name: "Eingeladene Projekte" }).getByRole("row");
    const before = await rows.count();
    await page.getByLabel("Stand", { exact: true }).focus();
    await page.keyboard.type("in Arbeit");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Träger");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/stand=begun/);
    await page.getByText(/^\d+ von 120 Einladungen$/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Anzeigen");
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThan(before);
    expect(await rows.getByText("in Arbeit").count()).toBe(shown - 1);
    const organisations = await rows.locator("td[data-label=Träger]").allTextContents();
    expect(organisations).toEqual(organisations.toSorted(new Intl.Collator("de", { numeric: true }).compare));
    expect(await page.locator("th[aria-sort=ascending]").textContent()).toBe("Träger");

    await page.getByRole("link", { name: "Alle auswählen, die erinnert werden können" }).press("Enter");
    await page.getByRole("link", { name: "Auswahl aufheben" }).waitFor();
    const boxes = page.getByRole("checkbox");
    for (const one of await boxes.all()) expect(await one.isChecked()).toBe(true);
    await page.getByRole("link", { name: "Auswahl aufheben" }).press("Enter");
    await page.getByRole("link", { name: "Alle auswählen, die erinnert werden können" }).waitFor();
    expect(await boxes.first().isChecked()).toBe(false);
  });

  test("a number of the returns leads to those who are behind it", async () => {
    const page = await open(paths.round(roundId));
    const entry = page.locator(".returns__key li", { hasText: "nimmt nicht teil" });
    const n = Number(await entry.locator("strong").textContent());
    expect(n).toBeGreaterThan(0);
    await entry.getByRole("link").press("Enter");
    await page.waitForURL(/stand=declined/);
    await page.getByText(`${n} von 120 Einladungen`).waitFor();
  });

  test("the call list comes as a file with everybody who has not submitted", async () => {
    const page = await open(paths.round(roundId));
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Anrufliste (CSV)" }).click();
    const file = await readFile(await (await download).path());
    const rows: Record<string, string>[] = parse(file, { bom: true, delimiter: ";", columns: true });
    const [sum] = (await page.locator(".returns__key strong").allTextContents()).map(Number);
    const declined = Number(await page.locator(".returns__key li").last().locator("strong").textContent());
    expect(rows).toHaveLength(120 - (sum ?? 0) - declined);
    expect(rows.every((row) => row.Stand !== "eingereicht" && row.Stand !== "nimmt nicht teil")).toBe(true);
    const first = rows.find((row) => row.Projekt === waiting[0]?.name);
    expect(first?.Adresse).toContain(waiting[0]?.address);
  });

  test("the curve is drawn, says itself in a sentence, and every day stands in a table", async () => {
    const page = await open(paths.round(roundId));
    await page.getByText(/^Nach \d+ Tagen sind \d+ von 120 eingereicht\. In der Welle 2026\/1 waren es/).waitFor();
    await page.locator(".chart svg .recharts-line-curve").first().waitFor();
    expect(await page.locator(".chart svg .recharts-line-curve").count()).toBe(2);
    await page.getByText("Als Tabelle", { exact: false }).first().click();
    const table = page.getByRole("table", { name: "Eingereichte Antwortbögen bis zum Ende des Tages" });
    expect(await table.getByRole("row").count()).toBeGreaterThan(20);
  });

  test("on a phone the list is read as records, and the button stays in sight", async () => {
    const page = await open(paths.round(roundId, { stand: "waiting" }), { width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await box(page, waiting[6]?.name ?? "").focus();
    const button = await page.getByRole("button", { name: "Ausgewählte erinnern" }).boundingBox();
    const ticked = await box(page, waiting[6]?.name ?? "").boundingBox();
    expect((button?.y ?? 999) + (button?.height ?? 0)).toBeLessThanOrEqual(800);
    expect((ticked?.y ?? 999) + (ticked?.height ?? 0)).toBeLessThan(button?.y ?? 0);
  });
});

test("the calendar shows the year, warns by the limit, and goes to another year", { timeout: 60_000 }, async () => {
  const page = await open(paths.calendar());
  const year = new Date().getFullYear();
  await page.getByRole("heading", { level: 1, name: `Kalender ${year}` }).waitFor();
  expect(await page.locator(".timeline__row").count()).toBeGreaterThan(5);
  await page.getByLabel("Höchstens so viele Minuten im Jahr").fill("1500");
  await page.keyboard.press("Enter");
  await page.getByText("Kein Projekt liegt über 1.500 Minuten im Jahr.").waitFor();
  await page.getByRole("link", { name: `Jahr ${year - 1}` }).click();
  await page.getByRole("heading", { level: 1, name: `Kalender ${year - 1}` }).waitFor();
});

test("the start page names what is due and leads there", { timeout: 60_000 }, async () => {
  const page = await open(paths.home());
  await page.getByRole("heading", { level: 1, name: "Start" }).waitFor();
  const line = page.locator(".agenda__line", { hasText: "ist geschlossen und noch nicht ausgewertet." });
  await line.getByRole("link", { name: "Zur Erhebung" }).click();
  // Making the release asks once more, and says how many mails go out.
  await page.getByRole("button", { name: "Auswertungsstand erzeugen" }).press("Enter");
  await page.getByText(/^\d+ Nachrichten mit Dank und dem Weg zu den Ergebnissen gehen hinaus\.$/).waitFor();
  await page.getByRole("link", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Auswertungsstand erzeugen" }).waitFor();
});

test("a closed round with too few answers says why it has no results, and can be put away", {
  timeout: 60_000,
}, async () => {
  const { db } = database;
  const { versionId } = await publish(db);
  const times = { opensAt: new Date(Date.now() - 9e8), closesAt: new Date(Date.now() - 9e7), wave: "zu klein" };
  const few = await openDeskRound(db, versionId, [{ state: "submitted" }, { state: "invited" }], times);
  await closeRound(db, { roundId: few.roundId, actorId: null, now: new Date() });
  const page = await open(paths.round(few.roundId));
  await page.getByText("Eingereicht ist 1 Antwortbogen. Ausgewertet wird ab 6, damit niemand erkennbar ist.").waitFor();
  expect(await page.getByRole("button", { name: "Auswertungsstand erzeugen" }).count()).toBe(0);
  await page.getByRole("link", { name: "Ohne Auswertung beenden" }).click();
  await page.getByRole("button", { name: "Ja, ohne Auswertung beenden" }).click();
  await page.getByText("Diese Erhebung ist archiviert.").waitFor();
  expect(await page.locator(".history li strong").allInnerTexts()).toContain("Ohne Auswertung beendet");
  await page.goto(paths.home());
  await page.getByRole("heading", { level: 1, name: "Start" }).waitFor();
  expect(await page.getByText("zu klein").count()).toBe(0);
});
