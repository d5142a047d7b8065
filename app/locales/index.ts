import { texts } from "#texts";
import type { de } from "./de/index.ts";

export type Locale = "de" | "en";
export const LOCALES: readonly Locale[] = ["de", "en"];

/** German is the source; a language is complete or does not compile. */
export type Texts = typeof de;

/** The areas that a browser loads together. What `everywhere` says, every page has. */
export type Part = "everywhere" | "filling" | "reading" | "preparing";

/** In browsers an area that is not there yet throws the promise of its loading: see `texts.browser.ts`. */
export function textsOf(locale: Locale): Texts {
  return texts[locale];
}
