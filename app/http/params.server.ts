import { z } from "zod";
import { Problem } from "../domain/problem.ts";

/** An id from the address. One that cannot be an id is a page that does not exist: throws not-found. */
export function idOf(param: string | undefined): string {
  const parsed = z.uuid().safeParse(param);
  if (!parsed.success) throw new Problem("not-found");
  return parsed.data;
}

/** A counting number from the address: throws not-found for anything else. */
export function numberOf(param: string | undefined): number {
  const parsed = z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .safeParse(param);
  if (!parsed.success) throw new Problem("not-found");
  return Number(parsed.data);
}
