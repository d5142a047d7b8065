import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitationToken, openLinkToken } from "#app/domain/links/tokens.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { invite, openLinkOf, openRoundByLink } from "../app/domain/links/by-link.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { openPost, SECRET, type TestPost } from "../support/post.ts";
import { signIn } from "../support/sign-in.ts";

const PHONE = { width: 390, height: 844 };
let database: TestDatabase;
let post: TestPost;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  app = await startApp(database, { secret: SECRET });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await post?.close();
  await database?.dispose();
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const plan = (page: Page) => page.getByRole("radio", { name: "lang", exact: true });
const keptIn = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("bogen:")));

/** At the questionnaire of an open link, with one answer given and the page loaded anew. */
async function comeBack(page: Page): Promise<void> {
  const link = await openLinkOf(database.db, await openRoundByLink(database.db, { privacy: "anonymous" }));
  await page.goto(paths.openLink(openLinkToken(SECRET, link.link_id)));
  await button(page, "Beginnen").click();
  await plan(page).press("Space");
  await expect.poll(() => plan(page).isChecked()).toBe(true);
  await page.reload();
  await heading(page, "Sie haben hier schon angefangen");
}

describe("answers that lie in a window", { timeout: 120_000 }, () => {
  test("are shown to nobody who has not said that they are theirs; then the work goes on", async () => {
    const { page } = await browser.openVisitor(app.origin, PHONE);
    await comeBack(page);
    expect(await plan(page).count()).toBe(0);
    const body = page.locator("body");
    expect(await body.evaluate((element) => element.scrollWidth <= window.innerWidth)).toBe(true);
    await button(page, "Weiter mit den angefangenen Antworten").press("Enter");
    await expect.poll(() => plan(page).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  test("are dropped when the next person begins anew, by keyboard alone", async () => {
    const { page } = await browser.openVisitor(app.origin);
    await comeBack(page);
    await button(page, "Weiter mit den angefangenen Antworten").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await plan(page).waitFor();
    expect(await plan(page).isChecked()).toBe(false);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("lang");
    await page.reload();
    await plan(page).waitFor();
    expect(await plan(page).isChecked()).toBe(false);
  });

  test("go when somebody finishes on this device, and nothing else does", async () => {
    const { page } = await browser.openVisitor(app.origin);
    await comeBack(page);
    await page.evaluate(() => sessionStorage.setItem("anderes", "bleibt"));
    expect(await keptIn(page)).toHaveLength(1);
    await page.goto(paths.guestLeave());
    await heading(page, "Beendet.");
    await expect.poll(() => keptIn(page)).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.getItem("anderes"))).toBe("bleibt");
  });
});

describe("the coordination", { timeout: 120_000 }, () => {
  test("erases who a person is after it was asked once more, and their link stays", async () => {
    const round = await openRoundByLink(database.db);
    const [anna] = (await invite(database.db, post, round, "Anna Muster;anna@example.org")) as [string];
    const { page, context } = await browser.openVisitor(app.origin);
    await signIn(context, app, round.actorId);
    await page.goto(paths.roundLinks(round.roundId));
    await button(page, "Daten von Anna Muster löschen").click();
    await page.getByRole("heading", { name: "Daten von „Anna Muster“ löschen?" }).waitFor();
    await button(page, "Ja, Daten löschen").click();
    await page.getByText("Daten gelöscht", { exact: true }).waitFor();
    expect(await page.getByText(/Muster|anna@/).count()).toBe(0);
    await page.goto(paths.guestLink(invitationToken(SECRET, anna)));
    await heading(page, "Probe 2026/1");
    expect(await page.getByText("Für Anna Muster").count()).toBe(0);
  });

  test("is told why a list cannot join an open round, and keeps what was typed", async () => {
    const { db } = database;
    const first = await openRoundByLink(db);
    const list = Array.from({ length: 20 }, (_, i) => `person${i}@example.org`).join("\n");
    await invite(db, post, first, list);
    const { roundId } = await openRound(db, {
      ...{ versionId: first.versionId, wave: "2026/2", privacy: "confidential", audience: { kind: "link" } },
      ...{ opensAt: new Date(Date.now() - 1000), closesAt: new Date(Date.now() + 86_400_000), actorId: null },
    });
    await invite(db, post, { roundId, actorId: first.actorId }, list);
    const { page, context, allow } = await browser.openVisitor(app.origin);
    allow(/status of 422/);
    await signIn(context, app, first.actorId);
    await page.goto(paths.roundLinks(roundId));
    await page.getByLabel("Liste einfügen").fill("Nina;nina@example.org");
    await button(page, "Liste prüfen").click();
    await button(page, "1 Person aufnehmen").click();
    await page
      .getByText(/zu wenig von „Probe 2026\/1“ unterscheiden/)
      .first()
      .waitFor();
    expect(await page.getByLabel("Liste einfügen").inputValue()).toBe("Nina;nina@example.org");
    expect(await page.getByLabel("Liste einfügen").getAttribute("aria-invalid")).toBe("true");
  });

  test("reads before cancelling an anonymous round that its answers are erased", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const { page, context } = await browser.openVisitor(app.origin);
    await signIn(context, app, round.actorId);
    await page.goto(paths.changeRound(round.roundId, "abbrechen"));
    await page.getByLabel("Grund").fill("Verwechselt");
    await button(page, "Weiter").click();
    await page.getByText(/werden die eingegangenen Antworten gelöscht \(bisher 0\)/).waitFor();
    await button(page, "Ja, Erhebung abbrechen").click();
    await page.waitForURL(`**${paths.round(round.roundId)}`);
  });
});
