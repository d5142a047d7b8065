import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES, textsOf } from "#app/locales/index.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount, insertProject } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  const { projectId } = await insertProject(database.db, "Projekt Wellenreiter");
  const accountId = await insertAccount(database.db, { role: "lead", projectId });
  await database.db.updateTable("account").set({ name: "Ada Wellenreiter", locale: "en" }).execute();
  cookie = await sessionCookie(app, accountId);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const get = (path: string, Cookie = "") => fetch(app.origin + path, { headers: { Cookie }, redirect: "manual" });
const policyOf = (response: Response) => response.headers.get("Content-Security-Policy") ?? "";

describe.each(LOCALES)("the page for times without a network, %s", (locale) => {
  test("is the same for everybody, byte by byte, and names nobody", async () => {
    const other = locale === "de" ? "en" : "de";
    const [stranger, person] = await Promise.all([
      get(paths.offline(locale)),
      get(`${paths.offline(locale)}?bogen=x`, `${cookie}; sprache=${btoa(JSON.stringify(other))}`),
    ]);
    expect(stranger.status).toBe(200);
    expect(person.headers.get("Set-Cookie")).toBeNull();
    const html = await stranger.text();
    expect(await person.text()).toBe(html);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(`<title>${textsOf(locale).offline.title}`);
    expect(html).not.toContain("Wellenreiter");
    // What the app loads when it comes here by itself names nobody either.
    expect(await (await get(`${paths.offline(locale)}.data`, cookie)).text()).not.toContain("Wellenreiter");
  });

  test("its policy names exactly the scripts that stand in it, so that a kept copy stays valid", async () => {
    const response = await get(paths.offline(locale));
    const html = await response.text();
    const policy = policyOf(response);
    expect(policy).not.toContain("nonce-");
    expect(policy).not.toContain("'unsafe-inline' 'unsafe");
    expect(html).not.toMatch(/nonce="[^"]/);
    const inline = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].filter(
      ([, head = ""]) => !/\ssrc=/.test(head),
    );
    const hashes = new Set(
      inline.map(([, , code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`),
    );
    expect(hashes.size).toBeGreaterThan(1);
    expect(new Set(policy.match(/'sha256-[^']+'/g))).toEqual(hashes);
    expect(html).not.toMatch(/<style|\son[a-z]+="/);
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
  });
});

test("there is no such page in a language that there is not", async () => {
  expect((await get("/ohne-netz/fr")).status).toBe(404);
});

test("other pages keep their nonce and are kept nowhere", async () => {
  const response = await get(paths.signIn());
  expect(policyOf(response)).toMatch(/script-src 'self' 'nonce-[\w-]+';/);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("the worker is asked for anew each time, may ask our host only, and names files that are there", async () => {
  const response = await get(paths.worker(), cookie);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/javascript/);
  expect(response.headers.get("Cache-Control")).toBe("no-cache");
  expect(policyOf(response)).toBe("default-src 'none'; connect-src 'self'");
  const [line] = (await response.text()).split("\n");
  const { build, pages, assets } = JSON.parse((line ?? "").slice("const SHELL = ".length, -1));
  expect(build).toMatch(/^[0-9a-f]{16}$/);
  expect(pages).toEqual({ de: "/ohne-netz/de", en: "/ohne-netz/en" });
  const html = await (await get(pages.de)).text();
  for (const [asset] of html.matchAll(/\/assets\/[\w.~-]+\.(?:js|css)/g)) expect(assets).toContain(asset);
  const statuses = await Promise.all(assets.map(async (asset: string) => (await get(asset)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  // The pages of others are not needed.
  expect(assets.some((asset: string) => /setup|dry-run|report-|Chart|reading-|preparing-/.test(asset))).toBe(false);
  // The words of who fills in are there in every language.
  const words = ["texts.browser", "with-filling", "everywhere", "filling"];
  expect(words.filter((name) => !assets.some((asset: string) => asset.startsWith(`/assets/${name}-`)))).toEqual([]);
});

test("leaving asks the browser to forget what it has stored, and takes back the session only", async () => {
  const headers = { Cookie: cookie, Origin: app.origin };
  const response = await fetch(app.origin + paths.signOut(), { method: "POST", headers, redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.get("Clear-Site-Data")).toBe('"storage"');
  expect(response.headers.getSetCookie().map((set) => set.split("=")[0])).toEqual(["session"]);
});
