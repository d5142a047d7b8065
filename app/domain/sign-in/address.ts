import { z } from "zod";

const address = z.email({ pattern: z.regexes.html5Email }).max(254);

/** A mail address as it is kept: trimmed and in lower case. Undefined when it is none. */
export function readAddress(typed: string): string | undefined {
  const parsed = address.safeParse(typed.trim().toLowerCase());
  return parsed.success && parsed.data.includes(".", parsed.data.indexOf("@")) ? parsed.data : undefined;
}
