export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file is, by its first bytes and not by its name. */
export type FileKind = "text" | "xlsx" | "xls" | "binary" | "empty";

/** Share of zero bytes from which a text without a mark is taken for UTF-16. */
const ZEROS = 0.2;
const LOOKED_AT = 4096;

export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "xlsx";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "xls";
  const encoding = encodingOf(bytes);
  return !encoding.startsWith("utf-16") && bytes.subarray(0, LOOKED_AT).includes(0) ? "binary" : "text";
}

/** The text of a file as Excel and others write it, without its byte order mark, and the encoding it came in. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const sample = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * ZEROS && even < odd / 4) return "utf-16le";
  if (even > sample.length * ZEROS && odd < even / 4) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
