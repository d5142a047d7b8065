import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addCode } from "#app/domain/coding/change-tree.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { type CodingRound, insertAnalyst, insertCodingRound } from "../support/coding-round.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { signIn } from "../support/sign-in.ts";

const TEXTS = [
  "Uns fehlen Fachkräfte.",
  "Die Bezahlung reicht nicht.",
  "Mehr Zeit für Nachsorge.",
  "Verlässliche Ansprechpersonen. Frau Meier aus Musterstadt hilft uns sehr.",
];

let database: TestDatabase;
let app: TestApp;
let ada: Viewer;
let ben: Viewer;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  ada = await insertAnalyst(database.db, "Ada");
  ben = await insertAnalyst(database.db, "Ben");
}, 120_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function enter(viewer: Viewer, more?: { javaScript: boolean }): Promise<Page> {
  const { page, context, allow } = await browser.openVisitor(app.origin, undefined, more);
  // A form that is refused says so by its status.
  allow(/status of 422/);
  await signIn(context, app, viewer.accountId);
  return page;
}

/** Codes every text by keyboard alone: what is typed for each text, in the order in which it comes. */
async function codeByKeyboard(page: Page, round: CodingRound, typed: (text: string) => string[]): Promise<void> {
  await page.goto(paths.codingDesk(round.roundId, round.item));
  await page.getByRole("button", { name: "Mit dem Codieren beginnen" }).click();
  for (let done = 0; done < TEXTS.length; done++) {
    await page.getByText(`${done} von ${TEXTS.length} entschieden`).first().waitFor();
    const words = await page.locator(".coding-text__words").innerText();
    const field = page.getByLabel("Code suchen");
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const keys of typed(words)) {
      await page.keyboard.type(keys);
      await page.keyboard.press("Enter");
    }
  }
  await page.getByRole("heading", { name: "Alle Texte sind entschieden" }).waitFor();
}

test("two people code by keyboard, see how far they agree, settle where they differ, and approve a quote", {
  timeout: 180_000,
}, async () => {
  const round = await insertCodingRound(database.db, TEXTS);
  const here = [round.roundId, round.item] as const;
  const first = await enter(ada);
  await first.goto("/");
  await first.getByRole("link", { name: "Freitexte" }).click();
  await first.getByRole("link", { name: "Was fehlt 2026/1" }).click();
  await first.getByRole("link", { name: "Codes bearbeiten" }).click();
  for (const name of ["Personal", "Bezahlung", "Zeit"]) {
    await first.getByLabel("Name", { exact: true }).fill(name);
    if (name === "Bezahlung") await first.getByLabel("Gehört unter").selectOption({ label: "Personal" });
    await first.getByRole("button", { name: "Code anlegen" }).click();
    await first.getByRole("row", { name }).waitFor();
  }
  await first.getByLabel("Name", { exact: true }).fill("zeit");
  await first.getByRole("button", { name: "Code anlegen" }).click();
  await first.getByText("Es gibt schon einen Code mit diesem Namen.").waitFor();

  // A number, a word, 0 for "no code fits"; the empty field saves.
  await codeByKeyboard(first, round, (text) => {
    if (text.includes("Fachkräfte")) return ["1", ""];
    if (text.includes("Bezahlung")) return ["pers", "bezahl", ""];
    return text.includes("Zeit") ? ["zeit", ""] : ["0"];
  });
  await first.getByRole("button", { name: "Letzte Entscheidung zurücknehmen" }).waitFor({ state: "detached" });
  await first.getByRole("button", { name: "Ich bin fertig" }).click();
  await first.getByText("Es fehlt noch eine zweite Person").waitFor();
  await first.getByRole("link", { name: "Übereinstimmung", exact: true }).click();
  await first.getByRole("heading", { name: "Noch kein Vergleich" }).waitFor();

  const second = await enter(ben);
  await codeByKeyboard(second, round, (text) => {
    if (text.includes("Fachkräfte")) return ["1", ""];
    if (text.includes("Bezahlung")) return ["2", ""];
    return text.includes("Zeit") ? ["3", ""] : ["0"];
  });
  expect(await second.content()).not.toContain("Ada wählte");
  await second.getByRole("button", { name: "Ich bin fertig" }).click();
  await second.getByRole("link", { name: "Übereinstimmung ansehen" }).click();
  await second.getByText("Bei 3 von 4 Texten wählten beide genau dieselben Codes.").waitFor();
  // Ada gave "Personal" twice, Ben once: κ = 0,5; the two others agree fully.
  await second.getByText("Im Mittel über 3 Codes ist κ = 0,83.").waitFor();
  expect(await second.getByRole("row", { name: /Personal/ }).innerText()).toMatch(/0,50/);

  await second.getByRole("link", { name: "Unterschiede klären" }).click();
  await second.getByText("Die Bezahlung reicht nicht.").waitFor();
  await second.getByRole("heading", { name: "Ada wählte" }).waitFor();
  await second.getByRole("button", { name: "Ihre Codes übernehmen" }).click();
  await second.getByText("Der eine Unterschied ist geklärt.").waitFor();

  await second.goto(paths.codeTree(...here));
  await second.getByRole("button", { name: "Namen freigeben (Personal)" }).click();
  await second.getByText("Die Freigabe ist gespeichert.").waitFor();

  await first.goto(paths.codingDesk(...here, { nr: "1" }));
  for (let n = 1; n < TEXTS.length && !(await first.getByText("Frau Meier").isVisible()); n++) {
    await first.getByRole("link", { name: "Nächster Text" }).click();
    await first.getByRole("heading", { name: `Text ${n + 1} von 4` }).waitFor();
  }
  await first.getByRole("link", { name: "Zitat aus diesem Text vorschlagen" }).click();
  await first.getByText("Vielleicht ein Name: „Frau Meier“").waitFor();
  await first.getByLabel("Zitat", { exact: true }).fill("Verlässliche Ansprechpersonen […]");
  await first.getByText("Vielleicht ein Name").waitFor({ state: "detached" });
  await first.getByRole("button", { name: "Zitat vorschlagen" }).click();
  await first.getByText("Wartet auf eine zweite Person").waitFor();
  expect(await first.getByRole("button", { name: /Zitat freigeben/ }).count()).toBe(0);

  await second.goto(paths.quotes(...here));
  await second.getByRole("button", { name: /Zitat ablehnen/ }).click();
  await second.getByText("Bitte begründen Sie die Ablehnung.").waitFor();
  await second.getByRole("button", { name: /Zitat freigeben/ }).click();
  await second.getByText(/Freigegeben von Ben/).waitFor();
});

test("without JavaScript a text is coded in a plain form, and what is wrong stands at its place", {
  timeout: 120_000,
}, async () => {
  const round = await insertCodingRound(database.db, TEXTS);
  const typed = { description: "", example: "", parentId: null };
  await addCode(database.db, { viewer: ada, key: round.key }, { ...typed, name: "Personal" });
  const page = await enter(ada, { javaScript: false });
  await page.goto(paths.codingDesk(round.roundId, round.item));
  await page.getByRole("button", { name: "Mit dem Codieren beginnen" }).click();
  await page.getByRole("heading", { name: "Text 1 von 4" }).waitFor();
  expect(await page.getByLabel("Code suchen").count()).toBe(0);
  await page.getByRole("button", { name: "Codes speichern und weiter" }).click();
  await page.getByText("Bitte wählen Sie mindestens einen Code").waitFor();
  await page.getByLabel("Personal").check();
  await page.getByRole("button", { name: "Codes speichern und weiter" }).click();
  await page.getByText("1 von 4 entschieden").first().waitFor();
  await page.getByRole("button", { name: "Später" }).click();
  await page.getByText("1 von 4 entschieden · 1 für später").waitFor();
  await page.getByRole("button", { name: "Letzte Entscheidung zurücknehmen" }).click();
  await page.getByRole("heading", { name: "Text 2 von 4" }).waitFor();
});
