import type { Db } from "#db/client.server.ts";
import type { Locale } from "../../locales/index.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import { openContents, type ReleaseContents } from "./release-contents.ts";

/** A file piece by piece: texts are written as UTF-8. */
export type Pieces = AsyncGenerator<string | Uint8Array>;

/** As in the URL; the words about each stand in the texts under `downloads.formats`. */
export type FormatId = "xlsx" | "csv" | "analyse" | "codebuch" | "zip";

type FormatFacts = {
  id: FormatId;
  extension: string;
  /** follows the name of the release in the file's name, where two formats share an extension */
  suffix?: Record<Locale, string>;
  contentType: string;
  /** the file of opened contents, in the language of the page from which it is asked for; labels without English stay German */
  compose: (contents: ReleaseContents, locale: Locale) => Pieces;
};

/** A way in which a release leaves the house. Formats read releases through the report role and nothing else. */
export type ExportFormat = FormatFacts & {
  /** the file piece by piece; a reader that goes away ends it. Throws not-found */
  write: (report: Db, release: Pick<ReleaseSummary, "releaseId">, locale: Locale) => Pieces;
};

export function defineFormat(facts: FormatFacts): ExportFormat {
  return {
    ...facts,
    write: async function* (report, { releaseId }, locale) {
      yield* facts.compose(await openContents(report, releaseId), locale);
    },
  };
}
