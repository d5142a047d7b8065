import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** How long a reader may take nothing of a file with answers. */
const PATIENCE_MS = 60_000;

/**
 * A Node stream as the body of an answer. A client that goes away ends the stream with an error that nobody hears any
 * more: Remix has stopped listening by then, and Node would end the process (react-router issue 15364).
 */
export function bodyOf(source: Readable): ReadableStream<Uint8Array> {
  source.on("error", () => {});
  return createReadableStreamFromReadable(source);
}

/** The same of pieces with answers: who takes nothing for a while is left, so that no answers wait in memory for long. */
export function impatientBodyOf(
  pieces: AsyncGenerator<string | Uint8Array>,
  patienceMs = PATIENCE_MS,
): ReadableStream<Uint8Array> {
  const source: Readable = Readable.from(watched(), { objectMode: false });
  async function* watched() {
    for await (const piece of pieces) {
      const stop = setTimeout(() => source.destroy(new Error("The reader takes nothing.")), patienceMs);
      try {
        yield piece;
      } finally {
        clearTimeout(stop);
      }
    }
  }
  return bodyOf(source);
}
