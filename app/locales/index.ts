import { english } from "#english";
import { de } from "./de/index.ts";

export type Locale = "de" | "en";
export const LOCALES: readonly Locale[] = ["de", "en"];

/** German is the source; a language is complete or does not compile. */
export type Texts = typeof de;

/** German is always there; the browser has English only where `with-english.ts` was loaded. */
export function textsOf(locale: Locale): Texts {
  return locale === "en" ? english() : de;
}
