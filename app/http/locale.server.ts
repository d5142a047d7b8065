import { createCookie } from "@remix-run/node";
import type { Viewer } from "../domain/viewer.ts";
import { LOCALES, type Locale } from "../locales/index.ts";

const YEAR_S = 31_536_000;
const cookie = createCookie("sprache", { path: "/", httpOnly: true, sameSite: "lax", maxAge: YEAR_S });

/** What this browser chose, else what the account says, else German. */
export async function localeOf(request: Request, viewer: Viewer | undefined): Promise<Locale> {
  const chosen: unknown = await cookie.parse(request.headers.get("Cookie"));
  return LOCALES.find((locale) => locale === chosen) ?? viewer?.locale ?? "de";
}

export function chooseLocale(locale: Locale): Promise<string> {
  return cookie.serialize(locale);
}
