import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

export type Locale = "de" | "en";
export const LOCALES: readonly Locale[] = ["de", "en"];

/** German is the source; a language is complete or does not compile. */
export type Texts = typeof de;

const TEXTS: Record<Locale, Texts> = { de, en };

export function textsOf(locale: Locale): Texts {
  return TEXTS[locale];
}
