import { z } from "zod";
import type { Formula } from "./formula.ts";

const questionnaire = z.string().min(1).max(100);
const item = z.string().min(1).max(1000);
const codes = z.array(z.string().min(1).max(500)).min(1).max(100);

/** A formula as it is kept: see `Formula`. */
export const formulaSchema: z.ZodType<Formula> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("share"), questionnaire, items: z.array(item).length(1), codes }),
  z.strictObject({ kind: z.literal("top"), questionnaire, items: z.array(item).length(1) }),
  z.strictObject({ kind: z.literal("mean"), questionnaire, items: z.array(item).min(1).max(100) }),
  z.strictObject({
    ...{ kind: z.literal("rows"), questionnaire, items: z.array(item).min(2).max(100), codes },
    least: z.number().gt(0).max(1),
  }),
  z.strictObject({ kind: z.literal("returns"), questionnaire }),
]);
