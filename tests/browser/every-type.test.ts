import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { openEveryType } from "../support/every-type/sheet.ts";
import { focusedName, press, tabTo } from "../support/keyboard.ts";
import { viewerOf } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
type Sheet = { leadId: string; invitationId: string };
/** One for all tests: what an earlier one answered is still there. */
let sheet: Sheet;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  sheet = await openEveryType(database.db);
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** One page of the questionnaire, with the focus before its first question. */
async function open(name: string, of: Sheet = sheet): Promise<Page> {
  const { page, context } = await browser.openVisitor(app.origin);
  await signIn(context, app, of.leadId);
  await page.goto(paths.fill(of.invitationId, name));
  await page.locator(".sd-page").waitFor();
  await page.locator("h1").focus();
  return page;
}

/** What the server has, once the page says that everything is there. */
async function saved(page: Page, of: Sheet = sheet): Promise<Record<string, unknown>> {
  await page.getByRole("status").filter({ hasText: "Alle Änderungen gespeichert" }).waitFor();
  const viewer = await viewerOf(database.db, of.leadId);
  const invitation = await getInvitation(database.db, viewer, of.invitationId, "invitation.read");
  return (await readDraft(database.db, invitation)).answers;
}

describe("every type is answered by keyboard alone, and the answer arrives", { timeout: 120_000 }, () => {
  test("choosing", async () => {
    const page = await open("auswahl");
    await tabTo(page, "Eingetragener Verein");
    await press(page, "Space", "ArrowDown");
    await tabTo(page, "In welchem Land");
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    await tabTo(page, "ja");
    await press(page, "Space", "ArrowRight");
    await tabTo(page, "Gesprächsrunde");
    await press(page, "Space", "ArrowRight");
    await tabTo(page, "Einzelberatung");
    await press(page, "Space");
    await tabTo(page, "Gruppenarbeit");
    await press(page, "Space");
    await tabTo(page, "Mit welchen Stellen");
    await press(page, "ArrowDown", "Enter", "ArrowDown", "Enter", "Escape");
    await tabTo(page, "Östlicher Landesteil");
    await press(page, "Space");
    await tabTo(page, "Gibt es ein schriftliches Schutzkonzept");
    await press(page, "Space");
    expect(await saved(page)).toMatchObject({
      traegerform: "ggmbh",
      land: "mv",
      umfang: "teils",
      raum: "werkstatt",
      methoden: ["einzel", "gruppe"],
      partner: ["jugendamt", "justiz"],
      region: ["ost"],
      schutzkonzept: true,
    });
  });

  test("rating, placing and putting in order", async () => {
    const page = await open("werte");
    const said = page.locator("body > [role=status]");
    await tabTo(page, "1");
    await press(page, "Space", "ArrowRight", "ArrowRight", "ArrowRight");
    await tabTo(page, "1 von 5");
    await press(page, "Space", "ArrowRight");
    await tabTo(page, "0");
    await press(page, "Space", "ArrowRight");
    await tabTo(page, "Welcher Anteil");
    await press(page, "ArrowRight", "ArrowRight");
    await tabTo(page, "In welchem Alter sind die meisten Menschen, die Sie beraten?: von");
    await press(page, "ArrowRight");
    await tabTo(page, "In welchem Alter sind die meisten Menschen, die Sie beraten?: bis");
    await press(page, "ArrowLeft");
    await tabTo(page, "Nach unten: Zu wenig Zeit");
    await press(page, "Enter");
    await expect.poll(() => said.textContent()).toBe("Zu wenig Zeit für Nachsorge: Platz 2 von 3");
    await expect.poll(() => focusedName(page)).toBe("Nach unten: Zu wenig Zeit für Nachsorge");
    await press(page, "ArrowDown");
    await expect.poll(() => said.textContent()).toBe("Zu wenig Zeit für Nachsorge: Platz 3 von 3");
    await tabTo(page, "Auswählen: Supervision");
    await press(page, "Space");
    await expect.poll(() => focusedName(page)).toBe("Nach oben: Supervision für alle Mitarbeitenden");
    await tabTo(page, "Auswählen: Fortbildung");
    await press(page, "Enter");
    await expect.poll(() => said.textContent()).toMatch(/^Fortbildung .*: Platz 2 von 2$/);
    await expect.poll(() => focusedName(page)).toMatch(/^Nach oben: Fortbildung/);
    await press(page, "Enter");
    await expect.poll(() => said.textContent()).toMatch(/^Fortbildung .*: Platz 1 von 2$/);
    expect(await saved(page)).toMatchObject({
      zufriedenheit: 4,
      sterne: 2,
      empfehlung: 1,
      anteil: 10,
      alter: [11, 69],
      reihenfolge: ["geld", "personal", "zeit"],
      auswahlfolge: ["recht", "superv"],
    });
  });

  test("typing", async () => {
    const page = await open("texte");
    const type = async (question: string, ...parts: string[]) => {
      await tabTo(page, question);
      for (const part of parts) {
        if (part.startsWith("Arrow")) await press(page, part);
        else await page.keyboard.type(part);
      }
    };
    await type("Wie heißt das Angebot", "Ausstiegshilfe Nord");
    await type("Wie viele Beratungsprozesse", "24");
    // Day and month are the same number: browsers ask for them in the order of their own language.
    await type("Wann endet", "05", "05", "2026");
    await type("Wann beginnt", "05", "05", "2026", "ArrowRight", "10", "30", "A");
    await type("Ab wann", "08", "30", "A");
    // Whichever part comes first, an arrow sets it.
    await type("In welchem Monat", "ArrowUp", "ArrowRight", "ArrowUp");
    await type("In welcher Woche", "05", "ArrowRight", "2026");
    await type("Welche Funktionsadresse", "info@example.org");
    await type("Unter welcher zentralen Nummer", "0381 000000");
    await type("Wo im Netz", "https://example.org");
    await type("Welches Kennwort", "probe");
    await type("Wie gut kommen Sie", "ArrowRight");
    await type("Was hat Ihre Arbeit", "Mehr Anfragen, weniger Zeit.");
    await type("Berufsgruppe der Leitung", "Soziale Arbeit");
    await type("Besetzte Stellenanteile", "3");
    expect(await saved(page)).toMatchObject({
      text_text: "Ausstiegshilfe Nord",
      text_number: 24,
      text_date: "2026-05-05",
      text_datetime_local: "2026-05-05T10:30",
      text_time: "08:30",
      text_month: expect.stringMatching(/^\d{4}-\d\d$/),
      text_week: "2026-W05",
      text_email: "info@example.org",
      text_tel: "0381 000000",
      text_url: "https://example.org",
      text_password: "probe",
      text_range: 51,
      bericht: "Mehr Anfragen, weniger Zeit.",
      team: { leitung: "Soziale Arbeit", stellen: 3 },
    });
    await expect.poll(() => page.locator("[data-name='je_monat'] .sd-question__content").textContent()).toContain("2");
  });

  test("tables", async () => {
    const page = await open("tabellen");
    const row = "Polizei und Staatsschutz: ";
    await tabTo(page, `${row}nie`);
    await press(page, "Space", "ArrowRight");
    await tabTo(page, `${row}E-Mail`);
    await press(page, "Space");
    await tabTo(page, `${row}Häufigkeit`);
    await press(page, "ArrowDown", "Enter");
    await tabTo(page, "Telefon");
    await press(page, "Space");
    await tabTo(page, "Fallberatung");
    await press(page, "Space");
    await tabTo(page, `${row}Ebene`);
    await press(page, "ArrowDown", "Enter", "Escape");
    await tabTo(page, `${row}Stichwort`);
    await page.keyboard.type("Austausch");
    await tabTo(page, `${row}Erläuterung`);
    await page.keyboard.type("zweimal im Jahr");
    await tabTo(page, `${row}Vereinbarung`);
    await press(page, "Space");
    await tabTo(page, "1");
    await press(page, "Space", "ArrowRight");
    await tabTo(page, `${row}Aufwand`);
    await press(page, "ArrowRight");
    await tabTo(page, "1: Thema");
    await page.keyboard.type("Datenschutz");
    await tabTo(page, "1: Tage");
    await page.keyboard.type("2");
    await tabTo(page, "Zeile hinzufügen");
    await press(page, "Enter");
    await page.getByRole("textbox", { name: "2: Thema" }).waitFor();
    expect(await focusedName(page)).toMatch(/^(2: Thema|Zeile hinzufügen)/);
    expect(await saved(page)).toMatchObject({
      kontakt: { polizei: "monatlich" },
      kanaele: { polizei: ["mail"] },
      zusammenarbeit: {
        polizei: {
          dropdown: "nie",
          radiogroup: "tel",
          checkbox: ["fall"],
          tagbox: ["leitung"],
          text: "Austausch",
          comment: "zweimal im Jahr",
          boolean: true,
          rating: 2,
          slider: 1,
        },
      },
      fortbildungen: [{ thema: "Datenschutz", tage: 2 }],
    });
  });

  test("a list of choices stays open while the page scrolls, beside its field, and closes where the field is gone", async () => {
    const empty = await openEveryType(database.db);
    const page = await open("auswahl", empty);
    const list = page.locator(".sv-popup__container").filter({ visible: true });
    const field = page.getByRole("combobox", { name: /^In welchem Land/ });
    const scroll = (by: number) => page.evaluate((top) => window.scrollBy({ top, behavior: "instant" }), by);
    const between = async () => ((await list.boundingBox())?.y ?? 0) - ((await field.boundingBox())?.y ?? 0);
    await tabTo(page, "In welchem Land");
    await press(page, "ArrowDown", "ArrowDown");
    await list.waitFor();
    const before = await between();
    const { y = 0 } = (await field.boundingBox()) ?? {};
    await scroll(20);
    await expect.poll(async () => (await field.boundingBox())?.y).toBe(y - 20);
    await expect.poll(between).toBe(before);
    await press(page, "Enter");
    expect(await saved(page, empty)).toMatchObject({ land: "mv" });
    for (let time = 0; time < 2; time += 1) {
      await field.scrollIntoViewIfNeeded();
      await press(page, "ArrowDown");
      await list.waitFor();
      await scroll(2000);
      await list.waitFor({ state: "hidden" });
    }
  });

  test("groups; a file and a signature say that they cannot be given this way, and are no stop of the tab key", async () => {
    const page = await open("weiteres");
    await tabTo(page, "Titel");
    await page.keyboard.type("Elterncafé");
    await tabTo(page, "Idee");
    await press(page, "Space", "ArrowDown");
    await tabTo(page, "Eintrag hinzufügen");
    await press(page, "Enter");
    await page.getByRole("heading", { name: "Vorhaben 2" }).waitFor();
    const { vorhaben } = await saved(page);
    expect((vorhaben as unknown[])[0]).toMatchObject({ titel: "Elterncafé", stand: "laeuft" });
    const [file, drawing] = [
      page.locator("[data-name='anlage'] .sd-question__content"),
      page.locator("[data-name='unterschrift'] .sd-question__content"),
    ];
    expect(await file.innerText()).toContain("Hier können keine Dateien hochgeladen werden.");
    expect(await drawing.innerText()).toContain("nicht mit der Tastatur");
    const stops = "a[href], button, input:not([tabindex='-1']), [tabindex='0']";
    expect([await file.locator(stops).count(), await drawing.locator(`:is(${stops}):visible`).count()]).toEqual([0, 0]);
  });
});
