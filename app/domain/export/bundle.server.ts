import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Locale } from "../../locales/index.ts";
import { instrumentOf } from "../report/instrument.ts";
import { fileName } from "./file-name.ts";
import { defineFormat, type ExportFormat, type Pieces } from "./format.ts";
import type { ReleaseContents } from "./release-contents.ts";
import { metadataOf, readmeOf } from "./release-papers.ts";
import { wordsOf } from "./words/index.ts";
import { wallClock } from "./zip-times.ts";

export type BundledFile = { name: string; pieces: () => Pieces };

/** A regular file that everybody may read and its owner may change. */
const MODE = 0o100644;

/**
 * Everything of a release in one archive: the given formats, the questionnaire, facts, and what is what. The same release
 * gives the same bytes in a language: every file has the time at which the release was made.
 */
export const bundleOf = (formats: readonly ExportFormat[]): ExportFormat =>
  defineFormat({
    id: "zip",
    extension: "zip",
    contentType: "application/zip",
    compose: (contents, locale) => writeBundle(filesOf(contents, formats, locale), contents.release.made_at),
  });

function filesOf(contents: ReleaseContents, formats: readonly ExportFormat[], locale: Locale): BundledFile[] {
  const { release, items, quotes } = contents;
  const written = formats.map((format) => ({ format, name: fileName(release, format, locale) }));
  const { papers } = wordsOf(locale);
  const json = (name: string, value: unknown): BundledFile => ({
    name,
    pieces: async function* () {
      yield `${JSON.stringify(value, null, 2)}\n`;
    },
  });
  return [
    {
      name: papers.readme,
      pieces: async function* () {
        yield readmeOf(
          contents,
          written.map(({ format, name }) => ({ id: format.id, name })),
          locale,
        );
      },
    },
    json(papers.metadata, metadataOf(contents)),
    json(papers.instrument, { title: release.title, version: release.version, questions: instrumentOf(items) }),
    ...(quotes.length > 0 ? [json(papers.quotes, quotes)] : []),
    ...written.map(({ format, name }) => ({ name, pieces: () => format.compose(contents, locale) })),
  ];
}

/**
 * Files are opened one after the other, as the archive gets to them. A reader that goes away closes the open one.
 * @param level of compression, from 1, the fastest, to 9
 */
export async function* writeBundle(files: readonly BundledFile[], madeAt: Date, level = 6): Pieces {
  const { year, month, day, hour, minute, second } = wallClock(madeAt);
  const options = {
    // The older form of times has no zone: the machine's own would show through in the newer one.
    mtime: new Date(year, month - 1, day, hour, minute, second),
    forceDosTimestamp: true,
    mode: MODE,
    compressionLevel: level,
  };
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  let current: Readable | undefined;
  for (const { name, pieces } of files) {
    archive.addReadStreamLazy(name, options, (opened) => {
      current = Readable.from(pieces(), { objectMode: false });
      current.on("error", (error) => output.destroy(error));
      opened(null, current);
    });
  }
  archive.end();
  try {
    for await (const piece of output) yield piece;
  } finally {
    current?.destroy();
  }
}
