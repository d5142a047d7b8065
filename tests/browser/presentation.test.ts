import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let releaseId: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  // The first wave has nothing to be compared with: its slides are its questions.
  releaseId = await releaseOf("netzwerkziele", "asc");
}, 240_000);

async function releaseOf(questionnaire: string, order: "asc" | "desc"): Promise<string> {
  const { release_id } = await database.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", questionnaire)
    .orderBy("closed_at", order)
    .executeTakeFirstOrThrow();
  return release_id;
}

afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function open(path: string, javaScript = true) {
  const visitor = await browser.openVisitor(app.origin, { width: 1920, height: 1080 }, { javaScript });
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  await visitor.page.goto(path, { waitUntil: "networkidle" });
  return visitor.page;
}

const HEADING = "Hat Ihr Projekt eine schriftliche Vereinbarung mit dem Netzwerk?";

test("by keyboard from a release through its slides and back, without asking for the release again", async () => {
  const page = await open(paths.release(releaseId));
  await tabTo(page, "Vorführen");
  await page.keyboard.press("Enter");
  await page.getByText(/^Folie 1 von /).waitFor();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\.data(\?|$)/.test(request.url())) asked.push(request.url());
  });
  for (const key of ["ArrowRight", "PageDown"]) await page.keyboard.press(key);
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  await page.locator(".chart svg").first().waitFor();
  expect(new URL(page.url()).search).toBe("?folie=3");
  // Whoever hears the page is led to the slide.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.keyboard.press("End");
  const last = /Folie (\d+) von \1$/;
  await page.getByText(last).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText(last).waitFor();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await page.getByText(/^Folie 1 von /).waitFor();
  expect(asked).toEqual([]);
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => url.pathname === paths.release(releaseId));
});

test("a slide has an address of its own, and links lead on where no script runs", async () => {
  const page = await open(paths.presentation(releaseId, 3), false);
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  await page.getByRole("link", { name: "Weiter" }).click();
  expect(new URL(page.url()).search).toBe("?folie=4");
  await page.getByRole("link", { name: "Zurück" }).click();
  await page.getByRole("heading", { level: 2, name: HEADING }).waitFor();
  // Beyond the last one there is the last one.
  await page.goto(paths.presentation(releaseId, 999));
  expect(await page.getByText(/Folie (\d+) von \1$/).count()).toBe(1);
  expect(await page.getByRole("link", { name: "Weiter" }).count()).toBe(0);
});

/** The headings of all slides, walked by keyboard; each has a sentence, and a chart or a table where `drawn` says so. */
async function walk(questionnaire: string, slides: { heading: string | RegExp; sentence: RegExp; drawn: string }[]) {
  const page = await open(paths.presentation(await releaseOf(questionnaire, "desc")));
  for (const { heading, sentence, drawn } of slides) {
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { level: 2, name: heading, exact: true }).waitFor();
    await page.locator(drawn).first().waitFor();
    expect(await page.locator(".sentence").first().textContent()).toMatch(sentence);
    // The source stands below every one of them.
    expect(await page.locator(".show__foot p").first().textContent()).toMatch(/Auswertungsstand/);
  }
  return page;
}

test("what the views of a release say comes first: needs, and what rose and fell most", async () => {
  const rose = { heading: /./, sentence: /^Gestiegen: .*In der Welle/, drawn: ".chart svg" };
  const needs = {
    heading: "Was Projekte am dringendsten brauchen",
    sentence: /^Am größten ist die gewichtete Lücke bei „/,
    drawn: ".chart svg",
  };
  const page = await walk("bedarfe", [needs, rose, { ...rose, sentence: /^Gesunken: .*In der Welle/ }]);
  await page.keyboard.press("ArrowRight");
  await page.locator("[id^=frage-]").waitFor();
});

test("interfaces and the weakest of them, and the network, through which arrow keys walk as on its page", async () => {
  await walk("schnittstellen", [
    {
      heading: "Wo Zusammenarbeit gelingt und wo nicht",
      sentence: /^Am schwächsten ist die Zusammenarbeit mit „/,
      drawn: ".heat td",
    },
    { heading: /^Im Profil: /, sentence: /Mittel aller Bereiche/, drawn: ".chart svg" },
  ]);
  const page = await walk("netzwerk", [
    {
      heading: "Wer mit wem in Kontakt steht",
      sentence: /^\d+ Projekte sind hier mit Namen zu sehen/,
      drawn: ".map__drawing",
    },
  ]);
  await tabTo(page, "Netzwerkkarte");
  const said = page.locator(".map__said");
  const first = await said.textContent();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => said.textContent()).not.toBe(first);
  expect(new URL(page.url()).search).toBe("?folie=2");
  await page.keyboard.press("PageDown");
  await page.getByText(/^Folie 3 von /).waitFor();
});
