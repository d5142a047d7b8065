import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitationToken } from "#app/domain/links/tokens.server.ts";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { invite, openRoundByLink } from "../app/domain/links/by-link.ts";
import { openSampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { age, stored } from "../support/kept.ts";
import { openPost, SECRET, type TestPost } from "../support/post.ts";
import { signIn } from "../support/sign-in.ts";

/** One device, several people. */

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

const cases = (page: Page) => page.locator("[data-name='zahl'] input");
const line = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();

describe("nothing is to be kept any more", { timeout: 90_000 }, () => {
  async function open() {
    const sheet = await openSampleSheet(database.db);
    const id = (await sheet.invitation()).invitation_id;
    const { page, context, allow } = await browser.openVisitor(app.origin);
    allow(/ERR_FAILED/);
    const changes = `**${paths.changes(id)}`;
    /** Signs in, opens the questionnaire, and types what does not get through. */
    const typeUnsent = async (accountId: string, value: string) => {
      await page.goto("about:blank");
      await signIn(context, app, accountId);
      await page.route(changes, (route) => route.abort());
      await page.goto(paths.fill(id));
      await cases(page).fill(value);
      await line(page, "Keine Verbindung – 1 Änderung wartet");
    };
    const answers = async () => (await readDraft(database.db, await sheet.invitation())).answers;
    return { sheet, page, typeUnsent, answers, connect: () => page.unroute(changes) };
  }
  const ask = (page: Page) => page.getByRole("button", { name: "Auf diesem Gerät nichts behalten" }).click();

  test("sending first sends one's own; what somebody else has left is not thrown away without a word", async () => {
    const { sheet, page, typeUnsent, answers, connect } = await open();
    await typeUnsent(sheet.member.accountId, "4");
    await typeUnsent(sheet.lead.accountId, "6");
    await ask(page);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Darunter sind Änderungen einer anderen Person.").waitFor();
    await connect();
    await dialog.getByRole("button", { name: "Erst senden" }).click();
    await dialog.getByText("1 Änderung ist noch nicht gesendet.").waitFor();
    await dialog.getByText("Sie stammt von einer anderen Person.").waitFor();
    expect(await dialog.getByRole("button", { name: "Erst senden" }).count()).toBe(0);
    expect(await answers()).toEqual({ zahl: 6 });
    expect(await stored(page)).toMatchObject({ edits: 1 });
    await dialog.getByRole("button", { name: "Abbrechen" }).click();
    await page.getByText("Auf diesem Gerät werden offene Fragebögen").waitFor();
    expect(await stored(page)).toMatchObject({ edits: 1 });
  });

  test("what is discarded is never sent: the form goes on with what the server has", async () => {
    const { sheet, page, typeUnsent, answers, connect } = await open();
    await typeUnsent(sheet.lead.accountId, "3");
    await ask(page);
    const dialog = page.getByRole("dialog", { name: "1 Änderung ist noch nicht gesendet." });
    await dialog.getByText("geht sie verloren").waitFor();
    await dialog.getByRole("button", { name: "Verwerfen und nichts behalten" }).click();
    await connect();
    await page.getByText("Auf diesem Gerät wird nichts behalten.").waitFor();
    await expect.poll(() => cases(page).inputValue()).toBe("");
    await page.getByText("lang", { exact: true }).click();
    await line(page, /Alle Änderungen gespeichert/);
    expect(await answers()).toEqual({ plan: "lang" });
    expect(await stored(page)).toEqual({ sheets: 0, edits: 0 });
  });
});

describe("guests by link, one after the other", { timeout: 90_000 }, () => {
  test("see nothing of each other: the list has the last one's questionnaire only, and that goes after half a day", async () => {
    const round = await openRoundByLink(database.db);
    const [anna, ben] = await invite(database.db, post, round, "Anna;anna@example.org\nBen;ben@example.org");
    const { page, allow } = await browser.openVisitor(app.origin);
    allow(/ERR_FAILED/);
    const begin = async (id: string | undefined) => {
      await page.goto(paths.guestLink(invitationToken(SECRET, id as string)));
      await page.getByRole("button", { name: /^(Beginnen|Weiter ausfüllen)$/ }).click();
      await cases(page).waitFor();
    };
    await begin(anna);
    await expect.poll(() => stored(page)).toEqual({ sheets: 1, edits: 0 });
    await page.route(`**${paths.changes(anna as string)}`, (route) => route.abort());
    await cases(page).fill("4");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.goto("about:blank");

    // Anna's answers go, the edit that only this device has does not.
    await begin(ben);
    await expect.poll(() => stored(page)).toEqual({ sheets: 1, edits: 1 });
    const entries = page.locator(".sheets").getByRole("listitem");
    await page.goto(paths.offline("de"));
    await entries.first().waitFor();
    expect(await entries.count()).toBe(1);
    await page.getByText("alles gesendet").waitFor();

    await age(page, 11 / 24);
    await page.reload();
    await entries.first().waitFor();
    await age(page, 13 / 24);
    await page.reload();
    await page.getByText("Auf diesem Gerät liegt kein Fragebogen.").waitFor();
    expect(await stored(page)).toEqual({ sheets: 0, edits: 1 });

    await page.unroute(`**${paths.changes(anna as string)}`);
    await begin(anna);
    await line(page, /Alle Änderungen gespeichert/);
    expect(await cases(page).inputValue()).toBe("4");
  });
});
