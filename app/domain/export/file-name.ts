import { textIn } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { ExportFormat } from "./format.ts";

type Named = Pick<ReleaseSummary, "title" | "wave" | "number" | "kind" | "fictional">;

/**
 * Title, wave, release and format, e.g. `bedarfe-und-herausforderungen-2026-stand-1-fiktiv-codebuch.csv`,
 * on English pages `needs-and-challenges-2026-release-1-fictional-codebook.csv`.
 */
export function fileName(release: Named, format: Pick<ExportFormat, "suffix" | "extension">, locale: Locale): string {
  return `${nameOf(release, format.suffix?.[locale] ?? "", locale)}.${format.extension}`;
}

/** Apart from the words of the files, because pages name pictures. */
const WORDS = {
  de: { interim: "zwischenstand", final: "stand", correction: "korrektur", fictional: "fiktiv" },
  en: { interim: "interim-release", final: "release", correction: "correction", fictional: "fictional" },
} as const;

/** Longest part of a file's name that says what a chart shows. */
const LONGEST_TITLE = 60;

/** The name of a file with one chart of a release, without its extension. */
export const pictureName = (release: Named, chart: string, locale: Locale): string =>
  nameOf(release, slugOf(chart).slice(0, LONGEST_TITLE), locale);

function nameOf({ title, wave, number, kind, fictional }: Named, end: string, locale: Locale): string {
  const [name, words] = [textIn(title, locale), WORDS[locale]];
  const whole = name.includes(wave) ? name : `${name} ${wave}`;
  const parts = [whole, words[kind], String(number), fictional ? words.fictional : "", end];
  return parts.map(slugOf).filter(Boolean).join("-");
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A text as part of a file name: small letters, digits and hyphens. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
