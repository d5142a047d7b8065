import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { invitationToken } from "#app/domain/links/tokens.server.ts";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { invite, openRoundByLink } from "../app/domain/links/by-link.ts";
import { openSampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findFaults, ONE_THEME } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { addressOf } from "../support/mail-round.ts";
import { insertAccount } from "../support/people.ts";
import { openPost, SECRET, type TestPost } from "../support/post.ts";
import { signIn } from "../support/sign-in.ts";

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

const mailTo = (address: string) =>
  vi.waitUntil(async () => (await listFiledMails(app.dataDir)).find((mail) => mail.to === address), {
    timeout: 30_000,
  });

/** Moves on with the tab key until the control of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (focused.startsWith(name)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tab key does not lead to ${name}`);
}

async function visitAs(accountId: string): Promise<Page> {
  const { page, context, allow } = await browser.openVisitor(app.origin);
  // A form that is refused says so by its status.
  allow(/status of 422/);
  await signIn(context, app, accountId);
  return page;
}

describe("a question about the survey", { timeout: 120_000 }, () => {
  test("is asked from the questionnaire, answered at the desk and read again: by keyboard alone, and by mail", async () => {
    const office = await insertAccount(database.db, { role: "coordination" });
    const sheet = await openSampleSheet(database.db);
    const id = (await sheet.invitation()).invitation_id;
    const member = await visitAs(sheet.member.accountId);
    await member.goto(paths.fill(id));
    await member.locator(".sd-page").waitFor();
    await member.getByRole("link", { name: "Frage zur Erhebung" }).focus();
    await member.keyboard.press("Enter");
    await member.getByRole("heading", { level: 1, name: "Frage zur Erhebung" }).waitFor();

    // Sent empty first: the message stands at the field, which has the focus.
    await tabTo(member, "Frage senden");
    await member.keyboard.press("Enter");
    await member.getByText("Bitte schreiben Sie Ihre Frage.").waitFor();
    const field = member.getByRole("textbox", { name: "Ihre Frage" });
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await member.keyboard.type("Zählen Honorarkräfte mit?");
    await tabTo(member, "Frage senden");
    await member.keyboard.press("Enter");
    await member.getByText("Ihre Frage ist bei der Koordination.").waitFor();
    await member.getByText("Zählen Honorarkräfte mit?").waitFor();

    const asked = await mailTo(await addressOf(database.db, office));
    expect(asked?.subject).toBe("Eine Frage an Sie");
    expect(asked?.text).toContain("Zählen Honorarkräfte mit?");

    const desk = await visitAs(office);
    await desk.goto(paths.home());
    await desk.getByRole("link", { name: "Fragen lesen" }).focus();
    await desk.keyboard.press("Enter");
    await desk.getByRole("heading", { name: "Fragen aus den Projekten" }).waitFor();
    await desk.getByText("Zählen Honorarkräfte mit?").waitFor();
    await desk.getByRole("textbox", { name: "Ihre Antwort" }).focus();
    await desk.keyboard.type("Ja, bitte zählen Sie sie mit.");
    await tabTo(desk, "Antwort senden");
    await desk.keyboard.press("Enter");
    await desk.getByText("Die Antwort ist gesendet.").waitFor();
    await desk.getByText("Keine Frage ist offen.").waitFor();
    expect(
      await findFaults(
        { page: desk, context: desk.context(), allow: () => {} },
        app,
        paths.round(sheet.roundId),
        ONE_THEME,
      ),
    ).toEqual([]);

    const answered = await mailTo(await addressOf(database.db, sheet.member.accountId));
    expect(answered?.text).toContain("Ja, bitte zählen Sie sie mit.");
    await member.goto(new URL(/https?:\/\/\S+\/frage/.exec(answered?.text ?? "")?.[0] ?? "").pathname);
    await member.getByText("Ja, bitte zählen Sie sie mit.").waitFor();
    await member.goto(paths.invitation(id));
    await member.getByText("1 Frage gestellt, beantwortet").waitFor();
  });

  test("may stay without a name in an anonymous round; its answer is found at the address that is shown", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const [guest] = (await invite(database.db, post, round, "Kim; kim.browser@example.org")) as [string];
    const { page, context, allow } = await browser.openVisitor(app.origin, { width: 390, height: 844 });
    await page.goto(paths.guestLink(invitationToken(SECRET, guest)));
    await page.getByRole("button", { name: "Frage zur Erhebung" }).click();
    await page.waitForURL(`**${paths.ask(guest)}`);
    expect(await page.getByRole("checkbox", { name: /Mich nicht nennen/ }).isChecked()).toBe(true);
    expect(await findFaults({ page, context, allow }, app, paths.ask(guest), ONE_THEME)).toEqual([]);
    await page.getByRole("textbox", { name: "Ihre Frage" }).fill("Wer liest das?");
    await page.getByRole("button", { name: "Frage senden" }).click();
    const address = await page.getByRole("textbox", { name: "Adresse Ihrer Frage" }).inputValue();
    const { pathname, search } = new URL(address);
    expect(await findFaults({ page, context, allow }, app, pathname + search, ONE_THEME)).toEqual([]);
    await page.getByText("Wer liest das?").waitFor();
  });
});
