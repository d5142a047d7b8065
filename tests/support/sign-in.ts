import type { BrowserContext } from "playwright-core";
import { chooseLocale } from "#app/http/locale.server.ts";
import { startSession } from "#app/http/session.server.ts";
import type { Locale } from "#app/locales/index.ts";
import type { TestApp } from "./app.ts";

/** The Cookie header of a fresh session, for requests without a browser: `fetch(url, { headers: { Cookie } })`. */
export async function sessionCookie(app: TestApp, accountId: string): Promise<string> {
  const header = await startSession(new Request(app.origin), app.app, accountId);
  return header.split(";")[0] ?? "";
}

/** Signs a browser in as an account, as if it had come by the link. */
export async function signIn(context: BrowserContext, app: TestApp, accountId: string): Promise<void> {
  await addCookie(context, app, await sessionCookie(app, accountId));
}

/** Sets the language of a browser, as the switch in the page's head does. */
export async function chooseLanguage(context: BrowserContext, app: TestApp, locale: Locale): Promise<void> {
  await addCookie(context, app, (await chooseLocale(locale)).split(";")[0] ?? "");
}

async function addCookie(context: BrowserContext, app: TestApp, pair: string): Promise<void> {
  const at = pair.indexOf("=");
  const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.origin, httpOnly: true };
  await context.addCookies([{ ...cookie, sameSite: "Lax" }]);
}
