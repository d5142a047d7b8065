import type { z } from "zod";
import { Problem } from "../domain/problem.ts";

/**
 * Characters that a schema lets through of what people type: far more than any form keeps, so that what is too long comes back
 * with its fault at the field and not as a page that has lost it.
 */
export const TYPED_CHARS = 100_000;

/**
 * A form's fields, checked; those named in `lists` may come any number of times and become arrays. Throws the 400 that
 * says which field is wrong or unknown.
 */
export async function parseForm<T extends z.ZodType>(
  request: Request,
  schema: T,
  lists: readonly string[] = [],
): Promise<z.infer<T>> {
  const form = await request.formData().catch(refuse);
  const one = [...form].map(([name, value]) => [name, kept(value)]);
  const many = lists.map((name) => [name, form.getAll(name).map(kept)]);
  return parse({ ...Object.fromEntries(one), ...Object.fromEntries(many) }, schema);
}

/** A JSON body, checked likewise. */
export async function parseJson<T extends z.ZodType>(request: Request, schema: T): Promise<z.infer<T>> {
  return parse(await request.json().catch(refuse), schema);
}

/** What an address asks for behind its "?", checked likewise; parts that nobody knows are left alone. */
export function parseQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  return parse(Object.fromEntries(new URL(request.url).searchParams), schema);
}

/** A path on this host to go back to; anything else leads to the start page. */
export function safeReturn(path: string | null | undefined): string {
  return path && /^\/(?![/\\])/.test(path) && !/[\\\p{Cc}]/u.test(path) ? path : "/";
}

/** PostgreSQL keeps every sign but this one. */
function kept(value: FormDataEntryValue): FormDataEntryValue {
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
}

function parse<T extends z.ZodType>(value: unknown, schema: T): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => ({ code: issue.code, path: `/${issue.path.join("/")}` }));
  const unknown = parsed.error.issues.some((issue) => issue.code === "unrecognized_keys");
  throw new Problem(unknown ? "unknown-field" : "invalid-request", { faults });
}

function refuse(): never {
  throw new Problem("invalid-request");
}
