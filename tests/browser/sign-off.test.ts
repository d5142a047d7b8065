import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { addressOf } from "../support/mail-round.ts";
import { insertAccount } from "../support/people.ts";
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
  await answer({ plan: "kurz", zahl: 3 });
});

async function answer(answers: Record<string, unknown>, base = 0): Promise<void> {
  const operations = Object.entries(answers).map(([path, value]) => ({ opId: randomUUID(), path, base, value }));
  await saveChanges(database.db, sheet.member, await sheet.invitation(), operations as never);
}
async function visit(accountId: string, path: string): Promise<Page> {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(path);
  return visitor.page;
}
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const text = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const receiptOf = async (page: Page) => (await page.getByText(/^PS-\w{4}-\w{4}$/).textContent()) ?? "";

describe("from the second yes to the second version", { timeout: 120_000 }, () => {
  test("two people sign off; any change makes a yes stale; the lead submits, and nothing can be edited any more", async () => {
    const lead = await visit(sheet.lead.accountId, paths.review(id));
    await text(lead, "2 von 4 beantwortet");
    await button(lead, "Zwei Personen müssen freigeben").click();
    await text(lead, "Noch hat niemand freigegeben.");
    expect(await button(lead, "Freigeben und einreichen").count()).toBe(0);
    await button(lead, "Ich habe geprüft und gebe frei").click();
    await text(lead, "Es fehlt noch die Freigabe einer zweiten Person.");

    const member = await visit(sheet.member.accountId, paths.review(id));
    await text(member, /^Test lead hat am .* freigegeben/);
    await button(member, "Ich habe geprüft und gebe frei").click();
    await text(member, "Einreichen kann jetzt die Projektleitung.");

    await answer({ zahl: 4 }, 1);
    await lead.reload();
    await text(lead, "gilt nicht mehr: Danach wurde etwas geändert");
    await member.reload();
    await button(member, "Ich habe geprüft und gebe frei").click();
    await text(member, "Einreichen kann jetzt die Projektleitung.");
    await lead.reload();
    await button(lead, "Freigeben und einreichen").click();
    await heading(lead, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    expect(await receiptOf(lead)).toMatch(/^PS-/);
    await member.goto(paths.fill(id));
    await heading(member, "Ihre Antworten");
  });

  test("the lead takes it back, corrects it in the browser and submits version 2; then withdraws it", async () => {
    const page = await visit(sheet.lead.accountId, paths.review(id));
    await button(page, "Freigeben und einreichen").click();
    await heading(page, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    const first = await receiptOf(page);
    await link(page, "Antworten lesen").click();
    await link(page, "Ändern oder zurückziehen").click();
    await button(page, "Zum Korrigieren öffnen").click();
    await page.locator("[data-name='zahl'] input").fill("12");
    await text(page, /Alle Änderungen gespeichert · \d{2}:\d{2}/);
    await page.goto(paths.review(id));
    await text(page, /Bis Sie erneut einreichen, zählt die Fassung vom/);
    await button(page, "Freigeben und erneut einreichen").click();
    await heading(page, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    const second = await receiptOf(page);
    expect(second).not.toBe(first);
    await link(page, "Antworten lesen").click();
    const versions = page.getByRole("region", { name: "Fassungen" }).last();
    await versions.getByRole("row", { name: /Fassung 2 zählt/ }).waitFor();
    await versions.getByRole("row", { name: /Fassung 1 ersetzt/ }).waitFor();
    await link(page, `Beleg ${first} der Fassung 1`).click();
    await text(page, "Diese Fassung zählt nicht mehr. Eine spätere hat sie ersetzt.");

    await page.goto(paths.changeSubmitted(id));
    await link(page, "Zurückziehen …").click();
    await button(page, "Ja, zurückziehen").click();
    await text(page, "Dieser Bogen ist zurückgezogen.");
    await page.goto(paths.invitations());
    await text(page, "zurückgezogen");
    const cells = database.db.selectFrom("cell").select("item").where("round_id", "=", sheet.roundId);
    expect(await cells.execute()).toEqual([]);
    await page.goto(paths.review(id));
    await button(page, "Freigeben und einreichen").click();
    await heading(page, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
  });

  test("the coordination opens it again with a reason; the team reads it and gets a mail", async () => {
    const lead = await visit(sheet.lead.accountId, paths.review(id));
    await button(lead, "Freigeben und einreichen").click();
    await heading(lead, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    const desk = await visit(await insertAccount(database.db, { role: "coordination" }), paths.round(sheet.roundId));
    await desk.getByRole("link", { name: /^Antwortbogen von .* wieder öffnen$/ }).click();
    await desk.getByLabel("Grund").fill("Die Zahl der Fälle passt nicht zum Vorjahr.");
    await button(desk, "Wieder öffnen und Bescheid geben").click();
    await text(desk, "wird korrigiert");
    await text(desk, /Grund: Die Zahl der Fälle passt nicht zum Vorjahr\./);
    await lead.goto(paths.invitation(id));
    await text(lead, /Grund: Die Zahl der Fälle passt nicht zum Vorjahr\./);
    await link(lead, "Weiter korrigieren").click();
    await lead.locator("[data-name='zahl'] input").waitFor();
    const address = await addressOf(database.db, sheet.lead.accountId);
    const mails = async () =>
      (await listFiledMails(app.dataDir)).filter(({ to, subject }) => to === address && /wieder offen/.test(subject));
    await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(1);
    expect((await mails())[0]?.text).not.toContain("Vorjahr");
  });
});
