import { createHash } from "node:crypto";
import { canonical, isEmpty } from "#surveys/json.ts";

/** A short sign of a value, by which a posted form shows what was changed in it. Nothing has none. */
export function signOf(value: unknown): string {
  if (isEmpty(value)) return "";
  return createHash("sha256").update(canonical(value)).digest("base64url").slice(0, 12);
}

/**
 * The id of the edit that a form makes of a field: the same form sent twice makes the same edits, and another value is
 * another edit. A UUID of version 8, made of a hash.
 */
export function opIdOf(formId: string, path: string, value: unknown): string {
  const hash = createHash("sha256")
    .update(canonical([formId, path, value ?? null]))
    .digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

/** The id of an entry that a form adds: the same form sent twice adds one. */
export function entryIdOf(formId: string, path: string): string {
  return createHash("sha256").update(`${formId} ${path}`).digest("hex").slice(0, 16);
}
