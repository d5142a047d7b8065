import type { Db } from "#db/client.server.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { reportCsv } from "./report-csv.ts";

/** A way in which a release leaves the house. Formats read releases through the report role and nothing else. */
export type ExportFormat = {
  /** as in the URL */
  id: string;
  extension: string;
  contentType: string;
  /** the file piece by piece; a reader that goes away ends it */
  write: (report: Db, release: ReleaseSummary) => AsyncGenerator<string>;
};

const FORMATS: readonly ExportFormat[] = [reportCsv];

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** Title, wave and release, e.g. `bedarfe-und-herausforderungen-2026-stand-1-fiktiv.csv`. */
export function fileName(release: ReleaseSummary, format: ExportFormat): string {
  const title = release.title.de.includes(release.wave) ? release.title.de : `${release.title.de} ${release.wave}`;
  const parts = [title, "stand", String(release.number), ...(release.fictional ? ["fiktiv"] : [])];
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
