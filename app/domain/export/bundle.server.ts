import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { instrumentOf } from "../report/instrument.ts";
import { fileName } from "./file-name.ts";
import { defineFormat, type ExportFormat, type Pieces } from "./format.ts";
import type { ReleaseContents } from "./release-contents.ts";
import { metadataOf, QUOTES_FILE, readmeOf } from "./release-papers.ts";
import { wallClock } from "./zip-times.ts";

export type BundledFile = { name: string; pieces: () => Pieces };

/** A regular file that everybody may read and its owner may change. */
const MODE = 0o100644;

/**
 * Everything of a release in one archive: the given formats, the questionnaire, facts, and what is what. The same release
 * gives the same bytes: every file has the time at which the release was made.
 */
export const bundleOf = (formats: readonly ExportFormat[]): ExportFormat =>
  defineFormat({
    id: "zip",
    extension: "zip",
    contentType: "application/zip",
    compose: (contents) => writeBundle(filesOf(contents, formats), contents.release.made_at),
  });

function filesOf(contents: ReleaseContents, formats: readonly ExportFormat[]): BundledFile[] {
  const { release, items, quotes } = contents;
  const written = formats.map((format) => ({ format, name: fileName(release, format) }));
  const json = (name: string, value: unknown): BundledFile => ({
    name,
    pieces: async function* () {
      yield `${JSON.stringify(value, null, 2)}\n`;
    },
  });
  return [
    {
      name: "LIESMICH.txt",
      pieces: async function* () {
        yield readmeOf(
          contents,
          written.map(({ format, name }) => ({ id: format.id, name })),
        );
      },
    },
    json("metadaten.json", metadataOf(contents)),
    json("fragebogen.json", { title: release.title, version: release.version, questions: instrumentOf(items) }),
    ...(quotes.length > 0 ? [json(QUOTES_FILE, quotes)] : []),
    ...written.map(({ format, name }) => ({ name, pieces: () => format.compose(contents) })),
  ];
}

/** Files are opened one after the other, as the archive gets to them. A reader that goes away closes the open one. */
export async function* writeBundle(files: readonly BundledFile[], madeAt: Date): Pieces {
  const { year, month, day, hour, minute, second } = wallClock(madeAt);
  const options = {
    // The older form of times has no zone: the machine's own would show through in the newer one.
    mtime: new Date(year, month - 1, day, hour, minute, second),
    forceDosTimestamp: true,
    mode: MODE,
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
