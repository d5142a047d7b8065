import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findFaults, MATRIX } from "../support/axe.ts";
import { setUpBrowser, type Visitor } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { signIn } from "../support/sign-in.ts";

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

/** Long enough to tell done from hung. */
const SOON = { timeout: 15_000 };
const cases = (page: Page) => page.locator("[data-name='zahl'] input");

/** Opens the questionnaire and waits until the device could do without a network. */
async function fill(accountId: string): Promise<Visitor> {
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/ERR_INTERNET_DISCONNECTED/);
  await signIn(visitor.context, app, accountId);
  await visitor.page.goto(paths.fill(id));
  await cases(visitor.page).waitFor();
  await expect.poll(() => kept(visitor.page), SOON).toMatchObject({ workers: 1, caches: 2, controlled: true });
  return visitor;
}

/** What the browser has of us. */
function kept(page: Page) {
  return page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    controlled: navigator.serviceWorker.controller !== null,
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length,
  }));
}

async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

describe("without a network", { timeout: 90_000 }, () => {
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
    expect(await findFaults(visitor, app, paths.offline, MATRIX, ".empty, .sheets")).toEqual([]);
    await goOffline(visitor.context);
    expect(await findFaults(visitor, app, paths.offline, MATRIX, ".empty, .sheets")).toEqual([]);
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
    expect(others.sort()).toEqual([paths.offline("de"), paths.offline("en")]);
    expect(addresses.length).toBeGreaterThan(10);
  });
});

test("a deployment: the new shell is kept, old files stay, and no page is loaded anew under anybody's hands", async () => {
  const proxy = await startProxy();
  try {
    const { page, context } = await browser.openVisitor(proxy.origin);
    await signIn(context, app, sheet.lead.accountId);
    await page.goto(paths.fill(id));
    await cases(page).waitFor();
    await expect.poll(() => kept(page), SOON).toMatchObject({ workers: 1, caches: 2, controlled: true });
    const files = () => page.evaluate(async () => (await (await caches.open("assets")).keys()).map(({ url }) => url));
    const before = await files();
    await page.evaluate(() => {
      document.title = "noch dieselbe Seite";
    });
    proxy.deploy();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("pages-")));
    await expect.poll(shells, SOON).toEqual([`pages-${NEXT_BUILD}`]);
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

describe("leaving", { timeout: 90_000 }, () => {
  test("signing out empties the device", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.waitForURL(`**${paths.signIn()}`);
    expect(await kept(page)).toEqual({ workers: 0, controlled: false, caches: 0, databases: 0 });
  });

  test("without a network nobody can sign out, but the device can be emptied", async () => {
    const { page, context } = await fill(sheet.lead.accountId);
    await goOffline(context);
    await page.getByRole("button", { name: "Abmelden" }).click();
    const dialog = page.getByRole("dialog", { name: "Zum Abmelden fehlt die Verbindung." });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Abmelden");
  });

  test("nothing is kept any more after one click, not even after signing out, until somebody wants it again", async () => {
    const { page } = await fill(sheet.lead.accountId);
    await page.getByText("Auf diesem Gerät werden offene Fragebögen").waitFor();
    await page.getByRole("button", { name: "Auf diesem Gerät nichts behalten" }).click();
    await page.getByText("Auf diesem Gerät wird nichts behalten.").waitFor();
    await expect.poll(() => kept(page), SOON).toMatchObject({ workers: 0, caches: 0, databases: 0 });
    await page.reload();
    await cases(page).waitFor();
    expect(await kept(page)).toMatchObject({ workers: 0, caches: 0, databases: 0 });
    await page.getByRole("button", { name: "Auf diesem Gerät wieder behalten" }).click();
    await expect.poll(() => kept(page), SOON).toMatchObject({ workers: 1, caches: 2 });
  });
});
