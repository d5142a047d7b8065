import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findViolations } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let releaseId: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const newest = await database.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", "bedarfe")
    .orderBy("made_at", "desc")
    .executeTakeFirstOrThrow();
  releaseId = newest.release_id;
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function openPrint(breakdown?: string, javaScript = true): Promise<Page> {
  const { page, context } = await browser.openVisitor(app.origin, { width: 1280, height: 900 }, { javaScript });
  await signIn(context, app, (await findDemoAccount(database.db, "steering")) as string);
  await page.goto(paths.releasePrint(releaseId, breakdown));
  return page;
}

const button = (page: Page) => page.getByRole("button", { name: "Drucken oder als PDF speichern" });

describe("a release on paper", () => {
  test("every chart is drawn before the button is there, and every figure has its table open", async () => {
    const page = await openPrint();
    await button(page).waitFor();
    const places = page.locator(".chart__box");
    expect(await places.count()).toBeGreaterThan(5);
    expect(await page.locator(".chart__box svg.recharts-surface").count()).toBeGreaterThanOrEqual(await places.count());
    const figures = await page.locator(".figure__panel").count();
    expect(await page.locator(".figure__panel:has(.figure__table table)").count()).toBe(figures);
    expect(await page.locator(".print-report details").count()).toBe(0);
    const headings = await page
      .locator("main :is(h1, h2, h3, h4)")
      .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    for (const [i, level] of headings.entries()) expect(level - (headings[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    const table = page.locator(".figure__table table").first();
    expect(await table.locator("caption").count()).toBe(1);
    expect(await table.locator("th:not([scope])").count()).toBe(0);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
    for (const hidden of [".page-header", ".page-footer", ".print-bar"]) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    expect(await findViolations(page)).toEqual([]);
  });

  test("becomes a PDF with tags, headings and an outline", async () => {
    const page = await openPrint();
    await button(page).waitFor();
    const pdf = await page.pdf({ format: "A4", tagged: true, outline: true });
    const text = pdf.toString("latin1");
    expect(text.includes("/Marked true")).toBe(true);
    expect(text.includes("/StructTreeRoot")).toBe(true);
    expect(/\/Type\s*\/Outlines/.test(text)).toBe(true);
    const tags = new Set(text.match(/(?<=\/S \/)\w+/g));
    expect([...tags]).toEqual(
      expect.arrayContaining(["Document", "H1", "H2", "H3", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link"]),
    );
    expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(10);
  });

  test("without scripts the tables carry everything, by any breakdown", async () => {
    const page = await openPrint("region5", false);
    expect(await page.locator(".figure__table table").count()).toBeGreaterThan(5);
    expect(await page.locator(".chart").first().isVisible()).toBe(false);
    expect(await button(page).count()).toBe(0);
    await page.locator(".print-cover").getByText("Region").waitFor();
  });
});
