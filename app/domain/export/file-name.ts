import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { ExportFormat } from "./format.ts";

/** Title, wave, release and format, e.g. `bedarfe-und-herausforderungen-2026-stand-1-fiktiv-codebuch.csv`. */
export function fileName(
  release: Pick<ReleaseSummary, "title" | "wave" | "number" | "fictional">,
  format: Pick<ExportFormat, "suffix" | "extension">,
): string {
  const title = release.title.de.includes(release.wave) ? release.title.de : `${release.title.de} ${release.wave}`;
  const mark = release.fictional ? "fiktiv" : "";
  const parts = [title, "stand", String(release.number), mark, format.suffix ?? ""];
  return `${parts.map(slugOf).filter(Boolean).join("-")}.${format.extension}`;
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
