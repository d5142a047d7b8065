import { readFile } from "node:fs/promises";
import path from "node:path";
import { LOCALES, type Locale, textsOf } from "../../locales/index.ts";
import { type Block, readMarkdown } from "./markdown.ts";

export type LegalPageName = "imprint" | "privacy" | "accessibility";

export type LegalText = {
  page: LegalPageName;
  /** language of the page around the text */
  locale: Locale;
  /** language of the text itself */
  language: Locale;
  blocks: Block[];
};

/**
 * The operator's text `<page>.<locale>.md`, else their text in the other language (a real text is worth more than a
 * placeholder), else the text that comes with the software. Read anew each time, so that a change needs no restart.
 */
export async function readLegalText(
  folder: string | undefined,
  page: LegalPageName,
  locale: Locale,
): Promise<LegalText> {
  for (const language of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const own = folder && (await readOwn(path.join(folder, `${page}.${language}.md`)));
    if (own) return { locale, page, language, blocks: readMarkdown(own) };
  }
  return { locale, page, language: locale, blocks: readMarkdown(textsOf(locale).legal[page].text) };
}

async function readOwn(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
