import { createHash } from "node:crypto";
import { canonical } from "#surveys/json.ts";

/** SHA-256 (hex) of a value as canonical JSON: equal values have equal checksums, whatever the order of their keys. */
export function checksumOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}
