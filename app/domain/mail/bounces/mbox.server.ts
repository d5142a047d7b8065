import type { FileHandle } from "node:fs/promises";

/** One message of an mbox file: where it lies, and as much of its beginning as was asked for. */
export type MboxMessage = { start: number; end: number; bytes: Buffer };

export type Reading = {
  /** where to begin; a message must begin there, or reading starts over: the file was replaced by another */
  from: number;
  /** bytes of each message that are read; a report's own words stand at its beginning */
  keepBytes: number;
  /** messages at most */
  limit: number;
  /** a last message counts when nothing was written for so long: until then it may be half there */
  settledMs: number;
  now: Date;
};

const CHUNK_BYTES = 64 * 1024;
const FROM_LINE = Buffer.from("From ");
const NEXT = Buffer.from("\nFrom ");
/** What has to be seen of the previous chunk to find a beginning that lies across two. */
const OVERLAP = NEXT.length + 2;

/**
 * The whole messages of an mbox file, in order. A message begins with a line "From …" at the beginning or after an empty
 * line. The file may grow meanwhile, and may have been cut or replaced since the last time.
 */
export async function* readMbox(file: FileHandle, reading: Reading): AsyncGenerator<MboxMessage> {
  const { size, mtimeMs } = await file.stat();
  let start = await beginning(file, size, reading.from);
  let count = 0;
  if (start === undefined) return;
  for await (const next of beginnings(file, start, size)) {
    yield { start, end: next, bytes: await readAt(file, start, Math.min(next - start, reading.keepBytes)) };
    start = next;
    count += 1;
    if (count >= reading.limit) return;
  }
  if (start >= size || reading.now.getTime() - mtimeMs < reading.settledMs) return;
  const ending = (await readAt(file, Math.max(start, size - 4), 4)).toString("latin1");
  if (!/\n\r?\n$/.test(ending)) return;
  yield { start, end: size, bytes: await readAt(file, start, Math.min(size - start, reading.keepBytes)) };
}

/** Where to go on: where the last reading stopped if a message begins there, else at the file's first message. */
async function beginning(file: FileHandle, size: number, from: number): Promise<number | undefined> {
  if (from === size) return undefined;
  if (from < size && (await readAt(file, from, FROM_LINE.length)).equals(FROM_LINE)) return from;
  if ((await readAt(file, 0, FROM_LINE.length)).equals(FROM_LINE)) return 0;
  for await (const first of beginnings(file, 0, size)) return first;
  return undefined;
}

/** Places after `start` where a message begins. */
async function* beginnings(file: FileHandle, start: number, size: number): AsyncGenerator<number> {
  let last = start;
  for (let at = start; at < size; at += CHUNK_BYTES) {
    const windowStart = Math.max(start, at - OVERLAP);
    const window = await readAt(file, windowStart, Math.min(at + CHUNK_BYTES, size) - windowStart);
    for (let found = window.indexOf(NEXT); found >= 0; found = window.indexOf(NEXT, found + 1)) {
      const place = windowStart + found + 1;
      if (place <= last || !followsEmptyLine(window, found)) continue;
      last = place;
      yield place;
    }
  }
}

/** `at` is the line feed that ends the line before: it must be an empty one. */
function followsEmptyLine(bytes: Buffer, at: number): boolean {
  return /(^|\n)\r?$/.test(bytes.subarray(Math.max(0, at - 2), at).toString("latin1"));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, length)), 0, Math.max(0, length), position);
  return buffer.subarray(0, bytesRead);
}
