import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { demoKey } from "#app/domain/sign-in/demo-key.server.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { EVERY_PAIR, findFaults } from "../../support/axe.ts";
import { setUpBrowser, type Visitor } from "../../support/browser.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { secretsIn } from "../../support/post.ts";

const { openVisitor } = setUpBrowser();
let database: TestDatabase;
let app: TestApp;
let address: string;
let accountId: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database, { demo: true });
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});
beforeEach(async () => {
  await sql`delete from rate_limit`.execute(database.db);
  accountId = await insertAccount(database.db, { role: "steering" });
  const account = database.db.selectFrom("account").select("address").where("account_id", "=", accountId);
  address = (await account.executeTakeFirstOrThrow()).address;
});

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(app.origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Origin: app.origin, ...headers },
    redirect: "manual",
  });
const cookieOf = (response: Response) => (response.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";

async function mailTo(to: string) {
  for (let i = 0; i < 100; i++) {
    const mail = (await listFiledMails(app.dataDir)).find((one) => one.to === to);
    if (mail) return secretsIn(mail);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no mail came within ten seconds");
}

async function ask(page: Visitor["page"], to: string, from = "/auswertungen") {
  await page.goto(from);
  await expect.poll(() => new URL(page.url()).pathname).toBe("/anmelden");
  await page.getByLabel("Ihre E-Mail-Adresse").fill(to);
  await page.getByRole("button", { name: "Link anfordern" }).click();
  await page.getByRole("heading", { name: "Sehen Sie in Ihr Postfach" }).waitFor();
}

test("by link: from a page to the mail and back to the page; opening the link alone does nothing", async () => {
  const { page, context } = await openVisitor(app.origin);
  await ask(page, ` ${address.toUpperCase()} `);
  const { link } = await mailTo(address);
  const cookies = await context.cookies();
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: "sign-in", httpOnly: true, sameSite: "Lax" },
  ]);
  for (const method of ["GET", "HEAD", "GET"]) await fetch(`${app.origin}/anmelden/link/${link}`, { method });
  await page.goto(`/anmelden/link/${link}`);
  await page.getByRole("button", { name: "Jetzt anmelden" }).click();
  await page.waitForURL("**/auswertungen");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.waitForURL("**/anmelden");
  expect(await context.cookies()).toEqual([]);
  const left = database.db.selectFrom("session").select("account_id").where("account_id", "=", accountId);
  expect(await left.execute()).toEqual([]);
});

test("by code: a link in another browser says where the code goes, and the code signs in there", async () => {
  const asking = await openVisitor(app.origin);
  const phone = await openVisitor(app.origin, { width: 390, height: 844 });
  await ask(asking.page, address);
  const { link, code } = await mailTo(address);
  await phone.page.goto(`/anmelden/link/${link}`);
  await phone.page.getByRole("heading", { name: "Dieser Link gehört zu einem anderen Browser" }).waitFor();
  expect(await phone.page.getByRole("button", { name: "Jetzt anmelden" }).count()).toBe(0);

  asking.allow(/status of 422/);
  const field = asking.page.getByLabel("Code aus der E-Mail");
  expect(await field.getAttribute("autocomplete")).toBe("one-time-code");
  expect(await field.getAttribute("inputmode")).toBe("numeric");
  await field.fill("1234");
  await asking.page.getByRole("button", { name: "Mit Code anmelden" }).click();
  await asking.page.getByText("Der Code hat 8 Ziffern.").waitFor();
  expect(await field.inputValue()).toBe("1234");
  await field.fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await field.press("Enter");
  await asking.page.waitForURL("**/auswertungen");
});

test("a wrong address keeps what was typed; an unknown one is answered like a known one", async () => {
  const { page, allow } = await openVisitor(app.origin);
  allow(/status of 422/);
  await page.goto("/anmelden");
  await page.getByLabel("Ihre E-Mail-Adresse").fill("kim@");
  await page.getByRole("button", { name: "Link anfordern" }).click();
  await page.getByText("Das ist keine vollständige E-Mail-Adresse.").waitFor();
  const field = page.getByLabel("Ihre E-Mail-Adresse");
  expect(await field.inputValue()).toBe("kim@");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  const answers = await Promise.all(
    [address, `not-${address}`].map((to) => post("/anmelden", { address: to, back: "/" })),
  );
  const shape = (answer: Response) => ({
    status: answer.status,
    location: answer.headers.get("Location"),
    cookie: answer.headers.getSetCookie().map((cookie) => cookie.replaceAll(/=[^;]{20,}/g, "=…")),
  });
  expect(answers.map(shape)[1]).toEqual(answers.map(shape)[0]);
  expect(shape(answers[0]!)).toMatchObject({ status: 302, location: "/anmelden/code" });
});

test("50 parallel posts of a link open one session", async () => {
  const asked = await post("/anmelden", { address, back: "/regel" });
  const { link } = await mailTo(address);
  const Cookie = cookieOf(asked);
  const uses = await Promise.all(Array.from({ length: 50 }, () => post(`/anmelden/link/${link}`, {}, { Cookie })));
  const statuses = uses.map((use) => use.status).sort();
  expect(statuses).toEqual([302, ...Array.from({ length: 49 }, () => 410)]);
  expect(uses.find((use) => use.status === 302)?.headers.get("Location")).toBe("/regel");
  const sessions = database.db.selectFrom("session").select("account_id").where("account_id", "=", accountId);
  expect(await sessions.execute()).toHaveLength(1);
});

test("limits answer 429 with Retry-After and keep what was typed; foreign origins and unknown fields are refused", async () => {
  for (let i = 0; i < 5; i++) expect((await post("/anmelden", { address, back: "/" })).status).toBe(302);
  const refused = await post("/anmelden", { address, back: "/" });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(3000);
  const page = await refused.text();
  expect(page).toContain("zu viele E-Mails");
  expect(page).toContain(`value="${address}"`);
  for (const Origin of ["https://evil.example", "null"]) {
    for (const path of ["/anmelden", "/anmelden/code", "/anmelden/link/x", "/abmelden"]) {
      expect((await post(path, {}, { Origin })).status, path).toBe(403);
    }
  }
  expect((await post("/anmelden", { address, back: "/", more: "x" })).status).toBe(400);
});

test("a way back to another host leads to the start page", async () => {
  const asked = await post("/anmelden", { address, back: "//evil.example/x" });
  const { link } = await mailTo(address);
  const used = await post(`/anmelden/link/${link}`, {}, { Cookie: cookieOf(asked) });
  expect(used.status).toBe(302);
  expect(used.headers.get("Location")).toBe("/");
});

test("the demo's ways in need the demo and its key", async () => {
  const key = await demoKey(app.dataDir);
  const visit = (path: string) => fetch(app.origin + path, { redirect: "manual" });
  const entered = await visit(`/demo/anmelden/steering?key=${key}`);
  expect(entered.status).toBe(302);
  expect(entered.headers.get("Set-Cookie")).toMatch(/^session=/);
  for (const path of [
    `/demo/anmelden/steering?key=${key}x`,
    "/demo/anmelden/steering",
    `/demo/anmelden/analyst?key=${key}`,
  ]) {
    expect((await visit(path)).status, path).toBe(404);
  }
  expect((await visit("/demo/mail")).status).toBe(200);
  const real = await startApp(database);
  try {
    const realKey = await demoKey(real.dataDir);
    expect((await fetch(`${real.origin}/demo/anmelden/steering?key=${realKey}`, { redirect: "manual" })).status).toBe(
      404,
    );
    expect((await fetch(`${real.origin}/demo/mail`)).status).toBe(404);
  } finally {
    await real.stop();
  }
});

test("every page of signing in, the demo's mails and the legal pages are accessible", {
  timeout: 240_000,
}, async () => {
  const visitor = await openVisitor(app.origin);
  visitor.allow(/status of 410/);
  await ask(visitor.page, address);
  const { link } = await mailTo(address);
  const pages = ["/anmelden", "/anmelden/code", `/anmelden/link/${link}`, "/anmelden/link/over", "/demo/mail"];
  for (const path of [...pages, "/impressum", "/datenschutz", "/barrierefreiheit"])
    expect(await findFaults(visitor, app, path, EVERY_PAIR)).toEqual([]);
  const stranger = await openVisitor(app.origin);
  expect(await findFaults(stranger, app, `/anmelden/link/${link}`, EVERY_PAIR)).toEqual([]);
});
