import { z } from "zod";
import { LONGEST_PATH } from "#surveys/fields/index.ts";

/** Edits in one request; a browser that was away for long sends several requests. */
export const OPERATIONS_PER_REQUEST = 200;
/** Revisions are integers of PostgreSQL; the next one has to fit as well. */
const LAST_REVISION = 2 ** 31 - 2;
/** Fields of one entry that its removal may name; and clashes that one edit may settle. */
const MOST_SEEN = 1000;
const MOST_SETTLED = 50;

const id = z.uuid().toLowerCase();
const base = z.union([z.number().int().min(0).max(LAST_REVISION), id]);

const operationSchema = z.strictObject({
  opId: id,
  path: z.string().min(1).max(LONGEST_PATH),
  base,
  // Bounded and checked by the kinds; a recursive schema would fall over a deep one.
  value: z.unknown().refine((value) => value !== undefined),
  seen: z
    .record(z.string().max(LONGEST_PATH), base)
    .refine((seen) => Object.keys(seen).length <= MOST_SEEN)
    .optional(),
  settles: z.array(id).max(MOST_SETTLED).optional(),
});

/** What a browser sends. `as` names who it thinks is signed in: another person must not send what this one typed. */
export const changesSchema = z.strictObject({
  as: id.nullish(),
  operations: z.array(operationSchema).min(1).max(OPERATIONS_PER_REQUEST),
});
