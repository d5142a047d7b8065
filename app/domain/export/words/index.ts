import type { Locale } from "../../../locales/index.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/**
 * Words of the files, which only the server needs; what files and pages have in common stands in `app/locales`. German is
 * the source; a language is complete or does not compile.
 */
export type Words = typeof de;

const WORDS: Record<Locale, Words> = { de, en };

export const wordsOf = (locale: Locale): Words => WORDS[locale];
