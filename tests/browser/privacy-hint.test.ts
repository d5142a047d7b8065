import { afterAll, beforeAll, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findViolations } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  sheet = await openSampleSheet(database.db);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const SENTENCE = "Frau Yılmaz aus der Lindenstraße 12 hat uns im Mai verlassen.";

test("a name in a free text is pointed at, calmly: it is saved all the same, put away by keyboard, and nothing else is sent", async () => {
  const id = (await sheet.invitation()).invitation_id;
  const { page, context } = await browser.openVisitor(app.origin);
  await signIn(context, app, sheet.lead.accountId);
  await page.goto(paths.fill(id));
  await page.getByText("kurz", { exact: true }).click();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
  });

  const why = page.locator("[data-name='warum']");
  await why.locator("textarea").fill(SENTENCE);
  const hint = why.getByRole("status").filter({ hasText: "Steht hier ein Name oder ein Einzelfall?" });
  await hint.getByText("Vielleicht ein Name: „Frau Yılmaz“").waitFor();
  await hint.getByText("Vielleicht eine Anschrift: „Lindenstraße 12“").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page, "[data-name='warum']")).toEqual([]);
  }
  await page.getByText(/Alle Änderungen gespeichert/).waitFor();
  expect((await readDraft(database.db, await sheet.invitation())).answers).toMatchObject({ warum: SENTENCE });

  await hint.getByRole("button", { name: "Verstanden, ausblenden" }).press("Enter");
  await hint.waitFor({ state: "detached" });
  // Nothing new was found: it stays away. Another find comes back.
  await why.locator("textarea").fill(`${SENTENCE} Das war hart.`);
  await page.waitForTimeout(1500);
  expect(await why.getByText("Vielleicht ein Name").count()).toBe(0);
  await why.locator("textarea").fill(`${SENTENCE} Das war hart für Herrn Petersen.`);
  await why.getByText("Vielleicht ein Name: „Herrn Petersen“").waitFor();
  expect(await why.getByText("Lindenstraße 12“").count()).toBe(0);
  expect(new Set(sent.filter((path) => path !== paths.presence(id)))).toEqual(new Set([paths.changes(id)]));
});
