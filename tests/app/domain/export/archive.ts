import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { expect } from "vitest";

const CENTRAL = 0x02014b50;

/** Opens a ZIP archive by another implementation than the one that wrote it, and checks every checksum in its directory. */
export function openArchive(bytes: Uint8Array): Record<string, Uint8Array> {
  const files = unzipSync(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  expect(Object.keys(files)).toHaveLength(count);
  for (let i = 0; i < count; i++) {
    expect(view.getUint32(at, true)).toBe(CENTRAL);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (lengths[0] ?? 0)));
    const content = files[name] ?? new Uint8Array();
    expect(crc32(content), name).toBe(view.getUint32(at + 16, true));
    expect(content.length, name).toBe(view.getUint32(at + 24, true));
    at += 46 + lengths.reduce((sum, one) => sum + one, 0);
  }
  return files;
}
