import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { listInvitations } from "#db/queries/invitations.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findViolations } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { addressOf } from "../support/mail-round.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let accounts: { lead: string; member: string };
let names: { lead: string; member: string };
let id: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const { db } = database;
  accounts = {
    lead: (await findDemoAccount(db, "lead")) as string,
    member: (await findDemoAccount(db, "member")) as string,
  };
  const rows = await db.selectFrom("account").select(["account_id", "name"]).execute();
  const nameOf = (accountId: string) => rows.find((row) => row.account_id === accountId)?.name ?? "";
  names = { lead: nameOf(accounts.lead), member: nameOf(accounts.member) };
  const part = await db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", accounts.lead)
    .executeTakeFirstOrThrow();
  const sheets = await listInvitations(db, [part.project_id as string]);
  id = sheets.find((one) => one.round_state === "open")?.invitation_id ?? "";
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const open = async (...given: Parameters<typeof openVisitor>) => (await openVisitor(...given)).page;
async function openVisitor(who: "lead" | "member", path: string, width = 1280) {
  const visitor = await browser.openVisitor(app.origin, { width, height: 900 });
  await signIn(visitor.context, app, accounts[who]);
  await visitor.page.goto(path);
  await visitor.page.locator(".talk-foot").first().waitFor();
  return visitor;
}
const question = (page: Page, name: string) => page.locator(`[data-name="${name}"]`);
const button = (page: Page, name: string, label: string | RegExp) =>
  question(page, name).getByRole("button", { name: label });
const short = (name: string) => `${name.split(" ")[0]} ${name.split(" ").at(-1)?.[0]}.`;
const saved = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /Alle Änderungen gespeichert/ })
    .waitFor();
async function axe(page: Page) {
  expect(await findViolations(page)).toEqual([]);
}

test("a comment that is one too many is refused in words of its own, which do not ask to try again", async () => {
  const { page, allow } = await openVisitor("lead", paths.fill(id, "deckung"));
  allow(/status of 409/);
  const status = { status: 409, contentType: "application/problem+json", body: '{"code":"too-many-notes"}' };
  await page.route(`**${paths.talk(id)}`, (route) =>
    route.request().method() === "POST" ? route.fulfill(status) : route.continue(),
  );
  await button(page, "bed_sonst", /^Kommentar/).press("Enter");
  const note = page.getByRole("textbox", { name: /^Kommentar zu:/ });
  await note.fill("Einer zu viel");
  await note.press("Control+Enter");
  const said = page.locator(".note-form").getByRole("alert").filter({ hasText: "Die Höchstzahl ist erreicht." });
  await said.waitFor();
  expect(await said.textContent()).not.toContain("noch einmal");
  expect(await note.inputValue()).toBe("Einer zu viel");
  await page.unroute(`**${paths.talk(id)}`);
}, 60_000);

test("a comment and an assignment arrive at the colleague, the mail leads to the question, and it is settled", {
  timeout: 150_000,
}, async () => {
  const lead = await open("lead", paths.fill(id, "deckung"));
  const member = await open("member", paths.fill(id, "deckung"));

  await button(lead, "bed_sonst", /^Kommentar/).press("Enter");
  const note = lead.getByRole("textbox", { name: /^Kommentar zu:/ });
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true);
  await note.fill("Was meinst du dazu?");
  await note.press("Control+Enter");
  await lead.locator(".note", { hasText: "Was meinst du dazu?" }).waitFor();
  await button(member, "bed_sonst", /Kommentar \(1\)/).waitFor();
  await member.locator(".note", { hasText: "Was meinst du dazu?" }).waitFor();
  await member
    .getByRole("status")
    .filter({ hasText: `${short(names.lead)} hat kommentiert.` })
    .waitFor();
  await axe(member);

  await button(lead, "bed_sonst", /^Zuweisen/).click();
  await lead.getByRole("combobox", { name: /Wer soll antworten/ }).selectOption({ label: names.member });
  await question(lead, "bed_sonst").locator(".assign-form").getByRole("button", { name: "Zuweisen" }).click();
  await button(lead, "bed_sonst", new RegExp(`${short(names.member)} zugewiesen`)).waitFor();
  await button(member, "bed_sonst", /Ihnen zugewiesen/).waitFor();
  await member.locator(".page-list__item", { hasText: "Deckung" }).locator(".page-mark--mine").waitFor();

  const address = await addressOf(database.db, accounts.member);
  const mail = await expect
    .poll(async () => (await listFiledMails(app.dataDir)).find((one) => one.to === address)?.text ?? "", {
      timeout: 30_000,
    })
    .toContain("bittet Sie um eine Antwort")
    .then(async () => (await listFiledMails(app.dataDir)).find((one) => one.to === address));
  expect(mail?.subject).toBe("Bitte um Ihre Antwort");
  const link = /https?:\/\/\S+ausfuellen\S*/.exec(mail?.text ?? "")?.[0] ?? "";
  await member.goto(link);
  const field = question(member, "bed_sonst").locator("textarea");
  await field.waitFor();
  await expect.poll(() => field.evaluate((one) => one === document.activeElement), { timeout: 10_000 }).toBe(true);

  const settle = button(member, "bed_sonst", /^Geklärt/);
  await settle.click();
  await expect.poll(() => settle.getAttribute("aria-pressed")).toBe("true");
  await expect
    .poll(() => button(lead, "bed_sonst", /^Geklärt/).getAttribute("aria-pressed"), { timeout: 20_000 })
    .toBe("true");
});

test("the history of a question shows who wrote what, and brings a value back", { timeout: 120_000 }, async () => {
  const page = await open("lead", paths.fill(id, "fortbildung"));
  const field = question(page, "netz_wunsch").locator("textarea");
  await field.fill("Erste Fassung");
  await saved(page);
  await field.fill("Zweite Fassung");
  await page.waitForTimeout(1500);
  await saved(page);
  await button(page, "netz_wunsch", /^Verlauf/).click();
  const change = page.locator(".change", { hasText: "Erste Fassung" });
  await change.waitFor();
  expect(await page.locator(".change").first().textContent()).toContain("steht jetzt da");
  await axe(page);
  await change.getByRole("button", { name: /^Zurückholen/ }).click();
  await expect.poll(() => field.inputValue()).toBe("Erste Fassung");
  await saved(page);
});

test("the answers of last time are taken over, one by one and where nothing stands yet", {
  timeout: 120_000,
}, async () => {
  const page = await open("lead", paths.fill(id, "mittel"));
  const line = question(page, "res_stellen").locator(".last-time");
  await line.getByRole("button", { name: /^Übernehmen/ }).click();
  await expect.poll(() => line.textContent()).toMatch(/^wie 20/);
  expect(await question(page, "res_stellen").locator("input:checked").count()).toBe(1);
  await saved(page);

  await page.goto(paths.fill(id, "wichtigkeit"));
  const matrix = question(page, "bed_wichtig");
  await matrix.locator("[data-last-time]").first().waitFor();
  const rings = await matrix.locator("[data-last-time]").count();
  const own = matrix.locator("[data-last-time] input").first();
  const hint = await own.getAttribute("aria-describedby");
  expect(await page.locator(`[id="${hint}"]`).textContent()).toMatch(/^Ihre Antwort von 20/);
  await matrix.getByRole("button", { name: /^Übernehmen, wo noch nichts steht/ }).click();
  await expect.poll(() => matrix.locator("input:checked").count()).toBe(rings);
  expect(await matrix.locator("[data-last-time] input:checked").count()).toBe(rings);
  await axe(page);
});

test("on a phone notes open as a sheet that Escape closes, and the focus comes back", { timeout: 90_000 }, async () => {
  const page = await open("member", paths.fill(id, "mittel"), 390);
  const comment = button(page, "res_stellen", /^Kommentar/);
  await comment.click();
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  await axe(page);
  await sheet.getByRole("textbox").fill("halb fertig");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  expect(await comment.evaluate((one) => one === document.activeElement)).toBe(true);
  await comment.click();
  expect(await page.getByRole("dialog").getByRole("textbox").inputValue()).toBe("halb fertig");
});

test("the cover and the list say what waits for the reader", { timeout: 60_000 }, async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, accounts.lead);
  for (const path of [paths.invitation(id), paths.invitations()]) {
    await visitor.page.goto(path);
    await visitor.page.getByText(/2 Fragen sind Ihnen zugewiesen/).waitFor();
  }
  await visitor.page.locator(".assigned-to-me a").first().click();
  await question(visitor.page, "res_stellen").waitFor();
});
