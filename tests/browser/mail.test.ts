import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { queueInvitations, queueReminders } from "#app/domain/mail/round-mails.server.ts";
import { paths } from "#app/paths.ts";
import { transact } from "#db/client.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findFaults, ONE_THEME } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { addressOf, insertMailRound, inviteProject } from "../support/mail-round.ts";
import { insertAccount } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let coordination: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  coordination = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function visit(path: string, { script = true } = {}): Promise<Page> {
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/status of (422|410)/);
  await signIn(visitor.context, app, coordination);
  if (!script) await visitor.page.route("**/*.js", (route) => route.abort());
  if (!script) visitor.allow(/Failed to load resource|ERR_FAILED/);
  await visitor.page.goto(path);
  return visitor.page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** The newest mail to an address with these words in it. */
async function mailTo(address: string, wanted: RegExp): Promise<string> {
  const find = async () =>
    (await listFiledMails(app.dataDir)).find(({ to, text }) => to === address && wanted.test(text));
  await expect.poll(async () => (await find()) !== undefined, { timeout: 20_000 }).toBe(true);
  return (await find())?.text ?? "";
}

test.each([true, false])("a template is looked at, refused, kept and taken back (scripts: %s)", async (script) => {
  const page = await visit(paths.messages(), { script });
  await page.getByRole("link", { name: /Deutsch bearbeiten.*Einladung/ }).click();
  await page.getByRole("heading", { level: 1, name: "Einladung (Deutsch)" }).waitFor();

  await field(page, "Betreff").fill("Neues von {erhebung}");
  await field(page, "Text").fill("Hallo {vorname},\n\n<script>alert(1)</script>");
  await button(page, "Speichern").click();
  await page.getByText("{erhebung} gehört nicht in den Betreff", { exact: false }).first().waitFor();
  expect(await field(page, "Text").inputValue()).toContain("Hallo {vorname}");
  expect(await field(page, "Text").getAttribute("aria-invalid")).toBe("true");
  const described = await field(page, "Text").getAttribute("aria-describedby");
  const message = await page.locator(`[id="${described?.split(" ").at(-1)}"]`).innerText();
  expect(message).toContain("{vorname} ist kein Platzhalter dieser Nachricht.");
  expect(message).toContain("{link} fehlt.");
  if (script) expect(await page.evaluate(() => document.activeElement?.className)).toContain("error-summary");

  await field(page, "Betreff").fill("Bitte bis {frist}");
  await field(page, "Text").fill("Hallo {name},\n\n<b>{erhebung}</b>\n\n{link}");
  await button(page, "Vorschau").click();
  const preview = page.getByRole("region", { name: "Vorschau mit erfundenen Angaben" });
  await preview.getByText("Hallo Mira Beispiel,").first().waitFor();
  await preview.getByText("<b>Bedarfe und Herausforderungen 2026</b>").first().waitFor();
  await preview.getByText("Noch nicht gespeichert.").waitFor();
  expect(await page.locator(".letter b, .letter a").count()).toBe(0);

  await button(page, "Speichern").click();
  await page.getByText("Die Vorlage ist gespeichert.", { exact: false }).waitFor();
  await button(page, "Standardtext wiederherstellen").click();
  await page.getByText("Der Standardtext gilt wieder.").waitFor();
  expect(await field(page, "Betreff").inputValue()).toBe("Ein Fragebogen für Sie");
});

test("what did not arrive is chosen and sent again", async () => {
  const { roundId } = await insertMailRound(database.db);
  const people = [await inviteProject(database.db, roundId), await inviteProject(database.db, roundId)];
  await transact(database.db, (tx) => queueInvitations(tx, app.app.jobs, roundId));
  const addresses = await Promise.all(people.map(({ accountId }) => addressOf(database.db, accountId)));
  for (const address of addresses) await mailTo(address, /Frist/);
  const states = ["uncertain", "failed"] as const;
  for (const [place, state] of states.entries()) {
    const of = database.db.updateTable("mail").set({ state }).where("round_id", "=", roundId);
    await of.where("account_id", "=", people[place]?.accountId ?? "").execute();
  }
  const page = await visit(paths.deliveries(roundId));
  await page.getByText("Vielleicht ist sie angekommen", { exact: false }).waitFor();
  await button(page, "Ausgewählte erneut senden").click();
  await page.getByText("Wählen Sie mindestens eine Nachricht aus.").waitFor();
  const row = page
    .getByRole("row")
    .filter({ hasText: "nicht zugestellt" })
    .filter({ has: page.getByRole("checkbox") });
  await row.getByRole("checkbox").check();
  await button(page, "Ausgewählte erneut senden").click();
  await page.getByText("Eine Nachricht geht erneut hinaus.").waitFor();
  expect(await page.getByRole("checkbox").count()).toBe(1);
  const again = async () => (await listFiledMails(app.dataDir)).filter(({ to }) => to === addresses[1]).length;
  await expect.poll(again, { timeout: 20_000 }).toBe(2);
});

test("reminders are switched off from the mail, by a page without signing in or by a mail program alone", async () => {
  const { roundId } = await insertMailRound(database.db);
  const people = [await inviteProject(database.db, roundId), await inviteProject(database.db, roundId)];
  const ids = people.map(({ invitationId }) => invitationId);
  await transact(database.db, (tx) => queueReminders(tx, app.app.jobs, roundId, ids, coordination));
  const linkFor = async (accountId: string) => {
    const text = await mailTo(await addressOf(database.db, accountId), /Keine Erinnerungen mehr/);
    return /(\/nachrichten\/abbestellen\/[\w-]{43})$/m.exec(text)?.[1] ?? "";
  };
  const isOff = async (place: number) => {
    const row = database.db
      .selectFrom("invitation")
      .select("reminders_off_at")
      .where("invitation_id", "=", ids[place] ?? "");
    return (await row.executeTakeFirstOrThrow()).reminders_off_at !== null;
  };
  const [byHand, byProgram] = [await linkFor(people[0]?.accountId ?? ""), await linkFor(people[1]?.accountId ?? "")];

  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/status of 410/);
  expect(await findFaults(visitor, app, byHand, ONE_THEME)).toEqual([]);
  await visitor.page.goto(byHand);
  expect(await isOff(0)).toBe(false);
  await button(visitor.page, "Nicht mehr erinnern").click();
  await visitor.page.getByText("Sie bekommen keine Erinnerungen mehr", { exact: false }).waitFor();
  expect(await isOff(0)).toBe(true);
  await visitor.page.goto(`${byHand.slice(0, -4)}AAAA`);
  await visitor.page.getByRole("heading", { name: "Dieser Link führt zu nichts" }).waitFor();

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(app.origin + path, { method: "POST", body: new URLSearchParams(body), headers }).then(({ status }) => status);
  expect(await post(byProgram, "List-Unsubscribe=One-Click", { Origin: "https://elsewhere.example" })).toBe(403);
  expect(await post(byProgram, "List-Unsubscribe=Two-Clicks")).toBe(403);
  expect(await post(paths.messages(), "List-Unsubscribe=One-Click")).toBe(403);
  expect(await isOff(1)).toBe(false);
  expect(await post(byProgram, "List-Unsubscribe=One-Click")).toBe(204);
  expect(await isOff(1)).toBe(true);
  expect(await post(`${byProgram.slice(0, -4)}AAAA`, "List-Unsubscribe=One-Click")).toBe(404);
});
