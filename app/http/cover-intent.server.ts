import { z } from "zod";

/** What the forms of a cover send; a browser without scripts sends the button's value like any other. */
export const coverSchema = z.strictObject({
  intent: z.enum(["begin", "decline", "rejoin", "ask"]).default("begin"),
  reason: z
    .string()
    .max(10_000)
    // PostgreSQL keeps every sign but this one.
    .transform((reason) => reason.replaceAll("\0", ""))
    .default(""),
});
