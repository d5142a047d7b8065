import { z } from "zod";
import { TYPED_CHARS } from "./form.server.ts";

const text = z.string().max(TYPED_CHARS).default("");
const noteId = z.uuid();

export const MENTION_LIST = ["mentions"];

const mentions = z.array(z.uuid()).max(1000);
const item = z.string().max(1000).default("");
const replyTo = z.union([z.literal(""), z.uuid()]).default("");

/** One step on the page of notes; every form sends the list of those who are spoken to, if only empty. */
export const noteStepSchema = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("write"), noteId, item, replyTo, text, mentions }),
  z.strictObject({ step: z.literal("change"), noteId, text, mentions }),
  z.strictObject({ step: z.enum(["take-back", "settle", "reopen"]), noteId, mentions }),
]);

export type NoteStep = z.infer<typeof noteStepSchema>;
