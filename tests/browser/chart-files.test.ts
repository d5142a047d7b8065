import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { chooseLanguage, signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let release: { id: string; title: string };
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const newest = await database.db
    .selectFrom("release")
    .select(["release_id", "title", "wave"])
    .where("questionnaire", "=", "bedarfe")
    .orderBy("made_at", "desc")
    .executeTakeFirstOrThrow();
  release = { id: newest.release_id, title: `${newest.title.de} ${newest.wave}` };
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function openReport(javaScript = true, breakdown?: string): Promise<Page> {
  const { page, context } = await browser.openVisitor(app.origin, { width: 1280, height: 900 }, { javaScript });
  await signIn(context, app, (await findDemoAccount(database.db, "steering")) as string);
  await page.goto(paths.release(release.id, breakdown));
  return page;
}

const QUESTION = "Wie wichtig ist das derzeit für die Arbeit Ihres Projekts?";

async function save(page: Page, kind: string, title = QUESTION): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Diagramm als ${kind} speichern: ${title}` }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

describe("a chart as a picture", () => {
  test("SVG: stands alone, on white, with title, colours, source and every figure, in a dark browser, too", async () => {
    const page = await openReport();
    await page.emulateMedia({ colorScheme: "dark" });
    const { name, content } = await save(page, "SVG");
    expect(name).toMatch(/^bedarfe-und-herausforderungen-2026-\d-stand-1-fiktiv-wie-wichtig-ist-das.*\.svg$/);
    const svg = content.toString("utf8");
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
      return {
        faults: parsed.querySelectorAll("parsererror").length,
        title: parsed.querySelector("title")?.textContent,
        texts: [...parsed.querySelectorAll("text")].map((one) => one.textContent),
        ground: parsed.querySelector("rect")?.getAttribute("fill"),
        fills: [...parsed.querySelectorAll("[fill]")].map((one) => one.getAttribute("fill") ?? ""),
      };
    }, svg);
    expect(read.faults).toBe(0);
    expect(read.title).toBe(QUESTION);
    expect(read.ground).toBe("#ffffff");
    for (const fill of read.fills) expect(fill).toMatch(/^(#[0-9a-f]{6}|none)$/);
    // The strongest answer in the colours of paper, as tokens.css has it.
    expect(read.fills).toContain("#0a6068");
    const words = read.texts.join(" ");
    for (const one of [release.title, "Auswertungsstand 1 vom", "erfunden", "sehr wichtig", "Supervision", "Ø"]) {
      expect(words).toContain(one);
    }
    expect(svg).not.toMatch(/var\(|class=|<image|href=/);
    expect(await page.locator("html").getAttribute("data-scheme")).toBeNull();
  });

  test("PNG: twice as large, and not empty", async () => {
    const page = await openReport();
    const { name, content } = await save(page, "PNG");
    expect(name).toMatch(/\.png$/);
    expect([...content.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const vector = (await save(page, "SVG")).content.toString("utf8");
    const [, width, height] = vector.match(/viewBox="0 0 (\d+) (\d+)"/) ?? [];
    expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
    expect(content.length).toBeGreaterThan(20_000);
  });

  test("a table of coloured values, too: every cell with its colour and its words where they stand", async () => {
    const { breakdown, breakdown_label: label } = await database.db
      .selectFrom("release_group")
      .select(["breakdown", "breakdown_label"])
      .where("release_id", "=", release.id)
      .where("breakdown", "!=", "total")
      .orderBy("breakdown")
      .executeTakeFirstOrThrow();
    const page = await openReport(true, breakdown);
    const title = `${QUESTION} · ${label.de}`;
    const table = page.getByRole("region", { name: title }).locator("table");
    const shown = await table.locator("td").allInnerTexts();
    expect(shown.length).toBeGreaterThan(10);
    const svg = (await save(page, "SVG", title)).content.toString("utf8");
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
      const cells = [...parsed.querySelectorAll("svg svg rect")];
      return {
        faults: parsed.querySelectorAll("parsererror").length,
        cells: cells.length,
        fills: new Set(cells.map((cell) => cell.getAttribute("fill"))).size,
        words: [...parsed.querySelectorAll("text")].map((one) => one.textContent).join(" "),
      };
    }, svg);
    expect(read.faults).toBe(0);
    expect(read.cells).toBe(await table.locator("th, td").count());
    expect(read.fills).toBeGreaterThan(2);
    for (const value of shown) expect(read.words).toContain(value.trim());
    expect(read.words).toContain(`${release.title} · Auswertungsstand 1`);
    expect((await save(page, "PNG", title)).content.length).toBeGreaterThan(20_000);
  });

  test("on an English page it has an English name, and so has every file", async () => {
    const page = await openReport();
    await chooseLanguage(page.context(), app, "en");
    await page.reload();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: /SVG/ }).first().click();
    expect((await saved).suggestedFilename()).toMatch(
      /^needs-and-challenges-2026-\d-release-1-fictional-how-many-people.*\.svg$/,
    );
    const file = await page.request.get(paths.releaseExport(release.id, "csv"));
    expect(file.headers()["content-disposition"]).toMatch(/"needs-and-challenges-2026-\d-release-1-fictional\.csv"$/);
    expect((await file.text()).split("\r\n")[0]).toMatch(/^\uFEFF?Survey,Wave,Release,/);
  });

  test("without scripts there is no chart and no button", async () => {
    const page = await openReport(false);
    await page.getByText(QUESTION).first().waitFor();
    expect(await page.getByRole("button", { name: /Diagramm als/ }).count()).toBe(0);
  });
});
