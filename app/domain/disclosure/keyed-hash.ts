import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** Keys as Node wants them: to make one takes as long as a hash. */
const known = new WeakMap<Uint8Array, KeyObject>();

/**
 * HMAC-SHA256 of a list of parts (RFC 2104): for whoever has no key the result is indistinguishable from chance, and for
 * the same key and parts it is always the same. The bytes of a key must not change. 32 bytes.
 */
export function keyedHash(key: Uint8Array, parts: readonly (string | number | null)[]): Buffer {
  let secret = known.get(key);
  if (!secret) {
    secret = createSecretKey(key);
    known.set(key, secret);
  }
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest();
}
