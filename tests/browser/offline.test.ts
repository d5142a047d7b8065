import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { EVERY_PAIR, findFaults, ONE_THEME } from "../support/axe.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { age, kept, stored } from "../support/kept.ts";
import { goOffline } from "../support/network.ts";
import { chooseLanguage, signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  id = (await sheet.invitation()).invitation_id;
});

const cases = (page: Page) => page.locator("[data-name='zahl'] input");

/** Opens the questionnaire and waits until the device could do without a network. */
async function fill(accountId: string): Promise<Visitor> {
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(paths.fill(id));
  await cases(visitor.page).waitFor();
  await expect.poll(() => kept(visitor.page)).toMatchObject({ workers: 1, caches: 2, controlled: true });
  await expect.poll(() => stored(visitor.page)).toMatchObject({ sheets: 1 });
  return visitor;
}

const answers = async () => (await readDraft(database.db, await sheet.invitation())).answers;
const line = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();
const SAVED = /Alle Änderungen gespeichert · \d{2}:\d{2}/;
/** Edits do not get through, and everything else does. */
const holdBack = (page: Page) => page.route(`**${paths.changes(id)}`, (route) => route.abort());

describe("without a network", { timeout: 90_000 }, () => {
  test("the questionnaire opens by its own address, keeps edits over a reload, and sends them when the network is back", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await goOffline(context);
    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(paths.offline("de"));
    await cases(page).fill("7");
    await page.getByText("kurz", { exact: true }).click();
    await line(page, "Keine Verbindung – 2 Änderungen warten");
    await page.reload();
    await cases(page).waitFor();
    expect(await cases(page).inputValue()).toBe("7");
    await line(page, "Keine Verbindung – 2 Änderungen warten");
    expect(await answers()).toEqual({});
    await context.setOffline(false);
    await line(page, "Die Verbindung ist wieder da. Alle Änderungen sind gesendet.");
    expect(await answers()).toEqual({ plan: "kurz", zahl: 7 });
    await expect.poll(() => stored(page)).toEqual({ sheets: 1, edits: 0 });
    await page.getByRole("link", { name: "Mit Verbindung weitermachen" }).click();
    await page.waitForURL(`**${paths.fill(id)}**`);
    await cases(page).waitFor();
    expect(await cases(page).inputValue()).toBe("7");
  });

  test("the list says what waits, opens it, and sends it when the network is back", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await goOffline(context);
    await cases(page).fill("9");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.goto(paths.invitations());
    const entry = page.getByRole("listitem").filter({ hasText: "Probe" });
    await entry.getByText("1 Änderung wartet").waitFor();
    await entry.getByRole("link", { name: /^Ausfüllen.*Probe/ }).click();
    await cases(page).waitFor();
    expect(await cases(page).inputValue()).toBe("9");
    await page.getByRole("link", { name: "Alle Fragebögen auf diesem Gerät" }).click();
    await entry.getByText("1 Änderung wartet").waitFor();
    await context.setOffline(false);
    await entry.getByText("alles gesendet").waitFor();
    expect(await answers()).toEqual({ zahl: 9 });
  });

  test("somebody else signs in here: they neither see nor send what waits; its author does, later", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await holdBack(page);
    await cases(page).fill("4");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.goto("about:blank");
    await signIn(context, app, sheet.member.accountId);
    await page.unroute(`**${paths.changes(id)}`);
    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    expect(await cases(page).inputValue()).toBe("");
    await page.getByText("lang", { exact: true }).click();
    await line(page, SAVED);
    expect(await answers()).toEqual({ plan: "lang" });
    expect(await stored(page)).toMatchObject({ edits: 1 });
    await signIn(context, app, sheet.lead.accountId);
    await page.reload();
    await line(page, SAVED);
    expect(await answers()).toEqual({ plan: "lang", zahl: 4 });
  });

  test("a questionnaire that nobody opened for a month is gone, one with edits that wait is not", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.goto(paths.offline("de"));
    await age(page, 29);
    await page.reload();
    await page.getByRole("listitem").filter({ hasText: "Probe" }).waitFor();
    await age(page, 31);
    await page.reload();
    await expect.poll(() => stored(page)).toEqual({ sheets: 0, edits: 0 });

    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    await holdBack(page);
    await cases(page).fill("8");
    await line(page, "Keine Verbindung – 1 Änderung wartet");
    await page.goto(paths.offline("de"));
    await age(page, 31);
    await page.reload();
    await page.getByRole("listitem").filter({ hasText: "1 Änderung wartet" }).waitFor();
  });

  test("who changes the language again and again is never held up, and finds the offline page in the last one", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    for (const locale of ["en", "de", "en", "de", "en", "de", "en"] as const) {
      await chooseLanguage(context, app, locale);
      await page.goto(paths.fill(id));
      await cases(page).waitFor();
      await page.waitForTimeout(500);
    }
    await goOffline(context);
    await page.goto(paths.fill(id));
    await page.waitForURL(`**${paths.offline("en")}#**`);
  });

  test("another page: ours says so, in the language of the person, and leads back when the network is there", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await goOffline(context);
    await page.goto(paths.account());
    await page.getByRole("heading", { level: 1, name: "Keine Verbindung" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(paths.offline("de"));
    expect(await page.title()).toBe("Keine Verbindung – Praxisspiegel");
    await context.setOffline(false);
    await page.getByRole("heading", { level: 1, name: "Die Verbindung ist wieder da" }).waitFor();
    await page.getByRole("link", { name: "Weiter" }).click();
    await page.waitForURL(`**${paths.account()}`);
  });

  test("a link inside the app leads to our page, too", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await page.goto(paths.invitations());
    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    await goOffline(context);
    await page.getByRole("link", { name: "Erhebungen", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Keine Verbindung" }).waitFor();
    await page.waitForURL(`**${paths.offline("de")}#**`);
    expect(await page.getByRole("link", { name: "Noch einmal versuchen" }).getAttribute("href")).toBe(
      paths.invitations(),
    );
  });

  test("our page is accessible, whether a network is there or not", async () => {
    const visitor = await fill(sheet.lead.accountId);
    const form = (locale: string) => `${paths.offline(locale)}#bogen=${id}`;
    expect(await findFaults(visitor, app, paths.offline, ONE_THEME, ".sheets")).toEqual([]);
    await goOffline(visitor.context);
    expect(await findFaults(visitor, app, paths.offline, EVERY_PAIR, ".sheets")).toEqual([]);
    await visitor.page.goto("about:blank");
    expect(await findFaults(visitor, app, form, EVERY_PAIR, ".sd-page")).toEqual([]);
  });

  test("nothing but files and the two shells is kept by the worker", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.goto(paths.account());
    await page.goto(paths.invitations());
    const addresses = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname);
    });
    const others = addresses.filter((address) => !address.startsWith("/assets/"));
    expect(others.sort()).toEqual([paths.offline("de"), paths.offline("en"), "/ohne-netz/sprache"]);
    expect(addresses.length).toBeGreaterThan(10);
  });
});

test("a deployment: the new shell is kept, old files stay, and no page is loaded anew under anybody's hands", async () => {
  const proxy = await startProxy();
  try {
    const { page, context, allow } = await browser.openVisitor(proxy.origin);
    allow(/ERR_CONNECTION_REFUSED/);
    await signIn(context, app, sheet.lead.accountId);
    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    await expect.poll(() => kept(page)).toMatchObject({ workers: 1, caches: 2, controlled: true });
    const files = () => page.evaluate(async () => (await (await caches.open("assets")).keys()).map(({ url }) => url));
    const before = await files();
    await page.evaluate(() => {
      document.title = "noch dieselbe Seite";
    });
    proxy.deploy();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("pages-")));
    await expect.poll(shells).toEqual([`pages-${NEXT_BUILD}`]);
    expect(await files()).toEqual(expect.arrayContaining(before));
    expect(await page.title()).toBe("noch dieselbe Seite");
    expect(await kept(page)).toMatchObject({ workers: 1, caches: 2, controlled: true });
  } finally {
    await proxy.stop();
  }
}, 90_000);

const NEXT_BUILD = "0123456789abcdef";

/** The same app at an address of its own, whose worker is that of the next deployment once it is told so. */
async function startProxy() {
  let deployed = false;
  const server = createServer(async (request, response) => {
    // Streams and changes have no part in this.
    if (request.method !== "GET" || request.url === paths.live(id)) return response.writeHead(204).end();
    const answer = await fetch(app.origin + request.url, {
      headers: { Cookie: request.headers.cookie ?? "", "Accept-Encoding": "identity" },
      redirect: "manual",
    });
    const passed = ["content-type", "content-security-policy", "cache-control", "location"];
    for (const name of passed) {
      const value = answer.headers.get(name);
      if (value) response.setHeader(name, value);
    }
    response.statusCode = answer.status;
    const isWorker = request.url?.startsWith(paths.worker()) && deployed;
    if (!isWorker) return response.end(Buffer.from(await answer.arrayBuffer()));
    response.end((await answer.text()).replace(/"build":"[0-9a-f]+"/, `"build":"${NEXT_BUILD}"`));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    deploy: () => {
      deployed = true;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
