import { formatCount, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { pictureName } from "../export/file-name.ts";
import { closingInWords, exactnessInWords, ruleInWords, standInWords, uncertaintyInWords } from "./in-words.ts";
import type { ReleaseSummary } from "./read-report.server.ts";

/** What stands at the top of every page about a release. */
export type HeadInWords = {
  /** which release it is, of which version, of how many, until when */
  facts: string[];
  /** the rule, and how far the figures are exact where some of them are not */
  rule: string;
  /** how certain shares are */
  uncertainty: string;
};

/** `participation` says how many of whom answered. */
export function headInWords(
  release: ReleaseSummary,
  given: { participation: string; isBrokenDown: boolean },
  texts: Texts,
  locale: Locale,
): HeadInWords {
  const isProtected = given.isBrokenDown || release.rule.totals === "protected";
  const exactness = isProtected ? [exactnessInWords(release, texts, locale)] : [];
  return {
    facts: [
      standInWords(release, texts, locale),
      texts.releases.report.version(formatCount(release.version, locale)),
      given.participation,
      closingInWords(release, texts, locale),
    ],
    rule: [ruleInWords(release, texts, locale), ...exactness].join(" "),
    uncertainty: uncertaintyInWords(release, given.isBrokenDown, texts),
  };
}

/** What saved charts say of their origin, and what they are called. */
export function sourceInWords(release: ReleaseSummary, texts: Texts, locale: Locale) {
  const { title, wave, fictional } = release;
  const stand = standInWords(release, texts, locale);
  const parts = [`${textIn(title, locale)} ${wave}`, stand, ...(fictional ? [texts.releases.report.fictional] : [])];
  return { line: parts.join(" · "), fileName: (chart: string) => pictureName(release, chart, locale) };
}
