import { createHmac } from "node:crypto";

/**
 * HMAC-SHA256 of a list of parts (RFC 2104): for whoever has no key the result is indistinguishable from chance, and for
 * the same key and parts it is always the same. 32 bytes.
 */
export function keyedHash(key: Uint8Array, parts: readonly (string | number | null)[]): Buffer {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
}
