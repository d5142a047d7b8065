import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/**
 * A Node stream as the body of an answer. A client that goes away ends the stream with an error that nobody hears any
 * more: Remix has stopped listening by then, and Node would end the process (react-router issue 15364).
 */
export function bodyOf(source: Readable): ReadableStream<Uint8Array> {
  source.on("error", () => {});
  return createReadableStreamFromReadable(source);
}
