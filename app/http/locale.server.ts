import { createCookie, redirect } from "@remix-run/node";
import type { Viewer } from "../domain/viewer.ts";
import { LOCALES, type Locale } from "../locales/index.ts";

const YEAR_S = 31_536_000;
const cookie = createCookie("sprache", { path: "/", httpOnly: true, sameSite: "lax", maxAge: YEAR_S });

/** What this browser chose, else what the account says, else German. */
export async function localeOf(request: Request, viewer: Pick<Viewer, "locale"> | undefined): Promise<Locale> {
  return (await chosenLocale(request)) ?? viewer?.locale ?? "de";
}

/** What this browser chose, if it did. */
async function chosenLocale(request: Request): Promise<Locale | undefined> {
  const chosen: unknown = await cookie.parse(request.headers.get("Cookie"));
  return LOCALES.find((locale) => locale === chosen);
}

/** The language of a preview: `?sprache=`, else that of the page. */
export async function previewLocale(request: Request, viewer: Viewer): Promise<Locale> {
  const asked = new URL(request.url).searchParams.get("sprache");
  return LOCALES.find((locale) => locale === asked) ?? localeOf(request, viewer);
}

export function chooseLocale(locale: Locale): Promise<string> {
  return cookie.serialize(locale);
}

/** Named in the address after greeting, so that a browser without cookies is not sent round and round. */
const GREETED = "sprache";

/** The language in which somebody was invited, unless this browser has chosen one: comes back to the same address in it. */
export async function greetIn(locale: Locale, request: Request): Promise<void> {
  const url = new URL(request.url);
  const isGreeted = locale === (await localeOf(request, undefined)) || url.searchParams.has(GREETED);
  if (isGreeted || (await chosenLocale(request))) return;
  throw redirect(`${url.pathname}?${GREETED}=${locale}`, { headers: { "Set-Cookie": await chooseLocale(locale) } });
}
