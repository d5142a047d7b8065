import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { paths } from "#app/paths.ts";
import type { JsonObject } from "#surveys/json.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findViolations } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { insertAccount } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let first: string;
let second: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  first = await insertAccount(database.db, { role: "coordination" });
  second = await insertAccount(database.db, { role: "coordination" });
  for (const name of ["bedarfe", "netzwerk"]) {
    await publishVersion(database.db, { name, definition: await definitionOf(name), actorId: null });
  }
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function definitionOf(name: string): Promise<JsonObject> {
  const file = path.resolve(import.meta.dirname, "../../surveys/definitions", name, "1.json");
  return JSON.parse(await readFile(file, "utf8"));
}

type Element = { name: string; title?: Record<string, string>; choices?: unknown[]; visibleIf?: string };

/** The definition with one of its questions changed. */
async function changed(question: string, change: (element: Element) => void, name = "bedarfe"): Promise<string> {
  const definition = await definitionOf(name);
  const elements = (definition.pages as { elements: Element[] }[]).flatMap((page) => page.elements);
  change(elements.find((element) => element.name === question) as Element);
  return JSON.stringify(definition, null, 2);
}

async function visit(accountId: string, size?: { width: number; height: number }) {
  const visitor = await browser.openVisitor(app.origin, size);
  // A refused form says so by its status.
  visitor.allow(/status of 422/);
  await signIn(visitor.context, app, accountId);
  return visitor.page;
}
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const paste = (page: Page, json: string) => page.getByLabel("Oder den Inhalt hier einfügen").fill(json);
const audited = async (verb: string) =>
  (await database.db.selectFrom("audit").select("actor_id").where("verb", "=", verb).execute()).map(
    (row) => row.actor_id,
  );

describe("a new version", { timeout: 180_000 }, () => {
  test("is uploaded, mended where the check found an error, and proposed", async () => {
    const page = await visit(first);
    await page.goto(paths.questionnaires());
    await link(page, "Bedarfe und Herausforderungen").click();
    await link(page, "Nächste Fassung hochladen").click();
    await heading(page, "Neue Fassung: Bedarfe und Herausforderungen");

    const json = await changed("hf_rang", (question) => {
      question.title = { default: "Was fällt Ihrem Projekt am schwersten?", en: "What is hardest for your project?" };
      question.visibleIf = "nobody({team_superv}) = 1";
      question.choices = [...(question.choices ?? []), { value: "neu", text: { default: "Neues", en: "New" } }];
    });
    await paste(page, json);
    await button(page, "Prüfen und als Entwurf speichern").click();
    await page.getByText("So kann der Fragebogen nicht übernommen werden.").waitFor();
    await page.getByText("Die Funktion „nobody“ gibt es nicht").waitFor();
    await page.getByText("Frage „Was fällt Ihrem Projekt am schwersten?“").first().waitFor();
    const kept = await page.getByLabel("Oder den Inhalt hier einfügen").inputValue();
    expect(JSON.parse(kept)).toEqual(JSON.parse(json));

    await paste(page, kept.replace("nobody({team_superv})", "{team_superv}"));
    await button(page, "Prüfen und als Entwurf speichern").click();
    await heading(page, "Entwurf: Bedarfe und Herausforderungen");
    await page.getByText("Hier geht Vergleichbarkeit verloren.").waitFor();
    await page.getByText("Neue Antwortmöglichkeiten: „Neues“ (neu).").first().waitFor();
    await page.getByText("Außerdem geändert").click();
    await page.getByText(/Anzeigebedingung/).waitFor();

    await page.getByLabel("Notiz für die zweite Person").fill("Eine Antwort mehr.");
    await button(page, "Vorschlagen").click();
    await page.getByText("Der Vorschlag wartet auf eine zweite Person.").waitFor();
    expect(await button(page, "Ja, Fassung veröffentlichen").count()).toBe(0);
    expect(await audited("draft.propose")).toEqual([first]);
  });

  test("is sent back with a reason, proposed again and published by the second person", async () => {
    const page = await visit(second);
    await page.goto(paths.questionnaires());
    await page.getByText("wartet auf die zweite Person").waitFor();
    await page.getByRole("table").first().getByRole("link", { name: "Bedarfe und Herausforderungen" }).click();
    await page.getByText("Eine Antwort mehr.").waitFor();
    await page.getByText("Oder zurückgeben").click();
    await button(page, "Zurückgeben").click();
    await page.getByText("Bitte schreiben Sie, was geändert werden soll.").waitFor();
    await page.getByLabel("Was soll geändert werden?").fill("Bitte „Neues“ genauer fassen.");
    await button(page, "Zurückgeben").click();
    await page.getByText(/^Zurückgegeben von Test coordination/).waitFor();

    const other = await visit(first);
    await other.goto(page.url());
    await other.getByText("Bitte „Neues“ genauer fassen.").waitFor();
    await link(other, "Datei ersetzen").click();
    const text = other.getByLabel("Oder den Inhalt hier einfügen");
    await text.fill((await text.inputValue()).replace('"Neues"', '"Neue Gruppen"'));
    await button(other, "Prüfen und Datei ersetzen").click();
    await other.getByText("Neue Antwortmöglichkeiten: „Neue Gruppen“ (neu).").first().waitFor();
    await button(other, "Vorschlagen").click();
    await other.getByText("Der Vorschlag wartet auf eine zweite Person.").waitFor();

    await page.reload();
    await button(page, "Ja, Fassung veröffentlichen").click();
    await page.getByText("Veröffentlicht als Fassung 2.").waitFor();
    await link(page, "Fassung ansehen").click();
    await heading(page, "Bedarfe und Herausforderungen, Fassung 2");
    const published = await database.db
      .selectFrom("version")
      .select(["number", "amends", "proposed_by", "published_by"])
      .where("number", "=", 2)
      .execute();
    expect(published).toEqual([{ number: 2, amends: null, proposed_by: first, published_by: second }]);
    expect(await audited("draft.return")).toEqual([second]);
    expect((await audited("version.publish")).filter(Boolean)).toEqual([second]);
  });

  test("is tried out in English as respondents see it, branches and all, and nothing is saved", async () => {
    const page = await visit(second);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") asked.push(request.url());
    });
    await page.goto(paths.version("bedarfe", 1));
    await link(page, "Vorschau öffnen").click();
    await page.locator(".sd-page").waitFor();
    await link(page, "Englisch").click();
    await page.getByText("Your response").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    const pages = (await definitionOf("bedarfe")).pages as { name: string; title: { en: string } }[];
    const branching = pages.findIndex(({ name }) => name === "team");
    await page.getByRole("button", { name: new RegExp(pages[branching]?.title.en ?? "") }).click();
    await page.locator('[data-name="team_superv"]').waitFor();
    expect(await page.locator('[data-name="team_superv_hind"]').count()).toBe(0);
    const none = page.locator('[data-name="team_superv"] input[value="keine"]');
    await none.press("Space");
    await page.locator('[data-name="team_superv_hind"]').waitFor();
    expect(asked).toEqual([]);
  });
});

/** What axe finds in both colour schemes on a narrow and a wide screen. */
async function faultsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.waitForTimeout(300);
      found.push(...(await findViolations(page)).map((violation) => `${width} ${colorScheme} ${violation}`));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${width}: ${over} px wider than the screen`);
  }
  return found;
}

test("what is folded away and what was refused can be read by everybody", { timeout: 120_000 }, async () => {
  const page = await visit(first);
  await page.goto(paths.version("netzwerk", 1));
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  expect(await faultsOn(page)).toEqual([]);
  await page.goto(paths.newQuestionnaire());
  const title = `<script>${"sehrlangeswort".repeat(20)}</script>`;
  const wrong = (question: Element) => Object.assign(question, { visibleIf: "nobody({x})", title });
  await paste(page, await changed("nw_ok", wrong, "netzwerk"));
  await button(page, "Prüfen und als Entwurf speichern").click();
  await page.getByText("Bitte geben Sie einen Namen an.").waitFor();
  await page.getByLabel("Name in Adressen und Dateien").fill("zweites-netz");
  await button(page, "Prüfen und als Entwurf speichern").click();
  await page.getByText("So kann der Fragebogen nicht übernommen werden.").waitFor();
  expect(await page.getByLabel("Name in Adressen und Dateien").inputValue()).toBe("zweites-netz");
  expect(await faultsOn(page)).toEqual([]);
});

describe("a correction of wording", { timeout: 120_000 }, () => {
  const amend = async (page: Page, json: string) => {
    await page.goto(paths.newQuestionnaire("netzwerk"));
    await page.getByLabel("Nur der Wortlaut von Fassung 1").check();
    await paste(page, json);
    await button(page, "Prüfen und als Entwurf speichern").click();
  };

  test("that touches an item is refused by its name, and what was pasted stays", async () => {
    const page = await visit(first);
    const json = await changed(
      "nw_ok",
      (question) => Object.assign(question, { type: "text", nameConsent: false }),
      "netzwerk",
    );
    await amend(page, json);
    await page.getByText("Das ist mehr als eine Berichtigung des Wortlauts von Fassung 1.").waitFor();
    await page.getByText(/^Das Merkmal „.+“ \(nw_ok\) wird anders gemessen\.$/).waitFor();
    const kept = await page.getByLabel("Oder den Inhalt hier einfügen").inputValue();
    expect(JSON.parse(kept)).toEqual(JSON.parse(json));
    expect(await page.getByLabel("Nur der Wortlaut von Fassung 1").isChecked()).toBe(true);
  });

  test("is shown with its old and new words and published by two people", async () => {
    const words = { default: "Wen kennen Sie im Netzwerk?", en: "Whom do you know in the network?" };
    const page = await visit(first);
    await amend(page, await changed("nw_kontakt", (question) => Object.assign(question, { title: words }), "netzwerk"));
    await heading(page, /^Entwurf:/);
    await page.getByText("berichtigt den Wortlaut von Fassung 1").waitFor();
    await page.locator("ins", { hasText: words.default }).first().waitFor();
    await button(page, "Vorschlagen").click();
    await page.getByText("Der Vorschlag wartet auf eine zweite Person.").waitFor();

    const other = await visit(second);
    await other.goto(page.url());
    await button(other, "Ja, Fassung veröffentlichen").click();
    await other.getByText("Veröffentlicht als Fassung 2.").waitFor();
    await other.goto(paths.questionnaire("netzwerk"));
    await other.getByText("Berichtigt nur den Wortlaut von Fassung 1.").waitFor();
    await other.getByText(/Merkmale unverändert und \d+ Merkmale? anders formuliert\.$/).waitFor();
  });
});
