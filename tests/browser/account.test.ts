import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { getAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { EVERY_PAIR, findFaults } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { insertAccount, insertProject } from "../support/people.ts";
import { secretsIn } from "../support/post.ts";
import { sessionCookie, signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let projectId: string;
let lead: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  ({ projectId } = await insertProject(database.db, "Projekt Brückenschlag"));
  lead = await insertAccount(database.db, { role: "lead", projectId });
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function visit(accountId: string, path: string): Promise<Page> {
  const { page, context, allow } = await browser.openVisitor(app.origin);
  allow(/status of (422|409|404)/);
  await signIn(context, app, accountId);
  await page.goto(path);
  return page;
}

async function mailTo(address: string, wanted: RegExp): Promise<string> {
  const found = async () =>
    (await listFiledMails(app.dataDir)).find((one) => one.to === address && wanted.test(one.text));
  await expect.poll(async () => (await found()) !== undefined, { timeout: 20_000 }).toBe(true);
  return (await found())?.text ?? "";
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const addressOf = async (accountId: string) => (await getAccount(database.db, accountId)).address;

describe("one's own account", () => {
  test("the name in the head of the page leads there; name and language change, on this page and in the account", async () => {
    const accountId = await insertAccount(database.db, { role: "steering" });
    const page = await visit(accountId, paths.releases());
    await page.getByRole("link", { name: "Test steering" }).click();
    await page.getByRole("heading", { level: 1, name: "Ihr Konto" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("   ");
    await button(page, "Angaben speichern").click();
    await page.getByText("Bitte geben Sie einen Namen").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
    await page.getByLabel("Name", { exact: true }).fill("Robin Beispiel");
    await page.getByLabel("English").check();
    await button(page, "Angaben speichern").click();
    await status(page, "Your details are saved.");
    await page.getByRole("link", { name: "Robin Beispiel" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await getAccount(database.db, accountId)).toMatchObject({ name: "Robin Beispiel", locale: "en" });
  });

  test("who reads English is greeted in it as soon as the code is right, without the page being loaded anew", async () => {
    const accountId = await insertAccount(database.db, { role: "steering" });
    await database.db.updateTable("account").set({ locale: "en" }).where("account_id", "=", accountId).execute();
    const { page } = await browser.openVisitor(app.origin);
    await page.goto(paths.signIn());
    await page.getByLabel("Ihre E-Mail-Adresse").fill(await addressOf(accountId));
    await button(page, "Link anfordern").click();
    const field = page.getByLabel("Code aus der E-Mail");
    await field.waitFor();
    const { code } = secretsIn({ text: await mailTo(await addressOf(accountId), /\d{4} \d{4}/) });
    await field.fill(code);
    await button(page, "Mit Code anmelden").click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("a new address: mail, link, button; other sessions end and the old address is told", async () => {
    const accountId = await insertAccount(database.db, { role: "steering" });
    const [old, fresh] = [await addressOf(accountId), `neu-${accountId.slice(0, 8)}@example.org`];
    const elsewhere = await sessionCookie(app, accountId);
    const page = await visit(accountId, paths.account());
    const field = page.getByLabel("Neue E-Mail-Adresse");
    for (const [typed, said] of [
      ["", "Bitte geben Sie die neue E-Mail-Adresse ein."],
      ["neu@", "Das ist keine vollständige E-Mail-Adresse."],
      [old, "Das ist schon Ihre Adresse."],
    ] as const) {
      await field.fill(typed);
      await button(page, "Link schicken").click();
      await page.getByText(said).waitFor();
      expect(await field.inputValue()).toBe(typed);
    }
    await field.fill(` ${fresh.toUpperCase()} `);
    await button(page, "Link schicken").click();
    await status(page, "Sehen Sie in das neue Postfach.");
    await page.getByText(`${fresh} ist noch nicht bestätigt.`).waitFor();
    const link = /\/konto\/adresse\/[\w-]{43}/.exec(await mailTo(fresh, /\/konto\/adresse\//))?.[0] ?? "";
    const stranger = await browser.openVisitor(app.origin);
    await stranger.page.goto(link);
    await stranger.page.getByRole("heading", { name: "Bitte melden Sie sich zuerst an" }).waitFor();
    for (const method of ["GET", "HEAD"]) await fetch(app.origin + link, { method });
    await page.goto(link);
    await page.getByText(fresh).waitFor();
    await button(page, "Neue Adresse übernehmen").click();
    await status(page, "Ihre neue Adresse gilt.");
    expect(await addressOf(accountId)).toBe(fresh);
    const other = await fetch(app.origin + paths.account(), { headers: { Cookie: elsewhere }, redirect: "manual" });
    expect(other.headers.get("Location")).toContain("/anmelden");
    expect(await mailTo(old, /./)).not.toContain(fresh);
  });

  test("sessions end one by one and all at once", async () => {
    const accountId = await insertAccount(database.db, { role: "steering" });
    const others = [await sessionCookie(app, accountId), await sessionCookie(app, accountId)];
    others.push(await sessionCookie(app, accountId));
    const page = await visit(accountId, paths.account());
    const alive = async () => {
      const asked = others.map((Cookie) =>
        fetch(app.origin + paths.account(), { headers: { Cookie }, redirect: "manual" }),
      );
      return (await Promise.all(asked)).filter((response) => response.status === 200).length;
    };
    expect(await alive()).toBe(3);
    await page.reload();
    await page.getByRole("button", { name: "Beenden: " }).last().click();
    await status(page, "Die Anmeldung ist beendet.");
    expect(await alive()).toBe(2);
    await button(page, "Alle anderen beenden").click();
    await status(page, "Alle anderen Anmeldungen sind beendet.");
    await page.getByText("Sie sind nur hier angemeldet.").waitFor();
    expect(await alive()).toBe(0);
  });

  test("what is kept about oneself comes as a file", async () => {
    const page = await visit(lead, paths.account());
    await page.getByText("Projekt Brückenschlag", { exact: true }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Als JSON herunterladen" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("praxisspiegel-meine-daten.json");
    const kept = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(kept).toMatchObject({ account: { id: lead, address: await addressOf(lead) }, parts: [{ role: "lead" }] });
  });
});

describe("the team of a project", () => {
  test("a colleague is added, gets a mail, signs in with a mail link and sees the team without being able to change it", async () => {
    const page = await visit(lead, paths.home());
    await page.getByRole("link", { name: "Team", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Projekt Brückenschlag" }).waitFor();
    await button(page, "Zum Team hinzufügen").click();
    await page.getByText("Bitte prüfen Sie 2 Angaben.").waitFor();
    const summary = page.getByRole("region", { name: "Was noch nicht stimmt" });
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole("link", { name: "Bitte geben Sie die E-Mail-Adresse ein." }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("address");
    await page.keyboard.type("sascha.neu@example.org");
    await page.getByLabel("Name", { exact: true }).fill("Sascha Neu");
    await page.keyboard.press("Enter");
    await status(page, "Erledigt.");
    await page.getByText("Sascha Neu", { exact: true }).waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("");

    await mailTo("sascha.neu@example.org", /\/anmelden/);
    const colleague = await browser.openVisitor(app.origin);
    await colleague.page.goto(paths.teams());
    await colleague.page.getByLabel("Ihre E-Mail-Adresse").fill("sascha.neu@example.org");
    await button(colleague.page, "Link anfordern").click();
    const text = await mailTo("sascha.neu@example.org", /\/anmelden\/link\//);
    const { link } = secretsIn({ text } as Parameters<typeof secretsIn>[0]);
    await colleague.page.goto(paths.signInLink(link));
    await button(colleague.page, "Jetzt anmelden").click();
    await colleague.page.getByRole("heading", { level: 1, name: "Projekt Brückenschlag" }).waitFor();
    await colleague.page.getByText("Test lead").waitFor();
    expect(await colleague.page.getByText(await addressOf(lead)).count()).toBe(0);
    expect(await button(colleague.page, "Zum Team hinzufügen").count()).toBe(0);
  });

  test("the lead asks for other data, takes it back, and changes the rest at once", async () => {
    const page = await visit(lead, paths.team(projectId));
    await page.getByRole("link", { name: "Andere Angaben beantragen" }).click();
    await button(page, "Änderung beantragen").click();
    await page.getByText("Bitte ändern Sie mindestens eine Angabe.").waitFor();
    await page.getByLabel("Stellen").selectOption({ label: "5 bis unter 10 Vollzeitstellen" });
    await page.getByLabel("Begründung").fill("Wir sind gewachsen.");
    await button(page, "Änderung beantragen").click();
    await status(page, "Ihr Antrag liegt jetzt bei der Koordination.");
    await page.getByText("Stellen: 5 bis unter 10 Vollzeitstellen").waitFor();
    await button(page, "Antrag zurückziehen").click();
    await status(page, "Der Antrag ist zurückgezogen.");
    await page.getByRole("link", { name: "Phänomene und Arbeitsorte ändern" }).click();
    await page.getByLabel("Schule").check();
    await page.getByLabel("Digitaler Raum").check();
    await button(page, "Angaben speichern").click();
    await status(page, "Die Angaben sind gespeichert.");
    await page.getByText("Schule, Digitaler Raum").waitFor();
  });

  test("an open and a decided request are shown to the lead, and nothing stands in anybody's way", async () => {
    const { projectId: id } = await insertProject(database.db);
    const own = await insertAccount(database.db, { role: "lead", projectId: id });
    await insertAccount(database.db, { role: "lead", projectId: id });
    const asked = { project_id: id, asked_by: own, valid_from: "2027-01-01", changes: { vzae: ["ab10"] } };
    await database.db
      .insertInto("attribute_request")
      .values([
        { ...asked, request_id: randomUUID(), note: "Wir wachsen.", decided_at: null, decided_by: null },
        {
          ...{ ...asked, request_id: randomUUID(), state: "refused", reason: "Noch nicht belegt." },
          ...{ decided_at: new Date(), decided_by: lead },
        },
      ])
      .execute();
    const visitor = await browser.openVisitor(app.origin);
    await signIn(visitor.context, app, own);
    for (const path of [paths.team(id), paths.teamMember(id, own, "abgeben"), paths.account()]) {
      expect(await findFaults(visitor, app, path, EVERY_PAIR)).toEqual([]);
    }
    await visitor.page.goto(paths.team(id));
    await visitor.page.getByText("Noch nicht belegt.").waitFor();
    await visitor.page.goto(paths.askAttributes(id));
    expect(new URL(visitor.page.url()).pathname).toBe(paths.team(id));
  }, 60_000);

  test("the lead is handed over after a second look, and what was the lead's is gone at once", async () => {
    const page = await visit(lead, paths.team(projectId));
    expect(await page.getByRole("link", { name: "Leitung abgeben" }).count()).toBe(0);
    await page.getByRole("link", { name: "Leitung geben: Sascha Neu" }).click();
    await page.getByRole("heading", { level: 1, name: "Leitung an Sascha Neu geben" }).waitFor();
    const step = page.url();
    await button(page, "Leitung an Sascha Neu übergeben").click();
    await status(page, "Die Leitung ist übergeben.");
    expect(await button(page, "Zum Team hinzufügen").count()).toBe(0);
    await page.goto(step);
    await page.getByRole("heading", { level: 1, name: "Diese Seite gibt es nicht." }).waitFor();
  });

  test("nobody sees the team of another project", async () => {
    const { projectId: foreign } = await insertProject(database.db);
    const other = await insertAccount(database.db, { role: "lead", projectId: foreign });
    const headers = { Cookie: await sessionCookie(app, other), Origin: app.origin };
    for (const path of [paths.team(projectId), paths.teamData(projectId), paths.askAttributes(projectId)]) {
      expect((await fetch(app.origin + path, { headers })).status, path).toBe(404);
      const body = new URLSearchParams({ intent: "withdraw" });
      expect((await fetch(app.origin + path, { method: "POST", headers, body })).status, path).toBe(404);
    }
    for (const step of ["entfernen", "leitung", "abgeben"] as const) {
      const path = paths.teamMember(projectId, lead, step);
      expect((await fetch(app.origin + path, { headers })).status, path).toBe(404);
    }
  });
});
