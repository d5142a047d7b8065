import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { ExportFormat } from "./format.ts";

type Named = Pick<ReleaseSummary, "title" | "wave" | "number" | "kind" | "fictional">;

/** Title, wave, release and format, e.g. `bedarfe-und-herausforderungen-2026-stand-1-fiktiv-codebuch.csv`. */
export function fileName(release: Named, format: Pick<ExportFormat, "suffix" | "extension">): string {
  return `${nameOf(release, format.suffix ?? "")}.${format.extension}`;
}

const STANDS = { interim: "zwischenstand", final: "stand", correction: "korrektur" } as const;

/** Longest part of a file's name that says what a chart shows. */
const LONGEST_TITLE = 60;

/** The name of a file with one chart of a release, without its extension. */
export const pictureName = (release: Named, chart: string): string =>
  nameOf(release, slugOf(chart).slice(0, LONGEST_TITLE));

function nameOf({ title, wave, number, kind, fictional }: Named, end: string): string {
  const whole = title.de.includes(wave) ? title.de : `${title.de} ${wave}`;
  const parts = [whole, STANDS[kind], String(number), fictional ? "fiktiv" : "", end];
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
