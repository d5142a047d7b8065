import { z } from "zod";
import { type GoalDraft, THEMES } from "../domain/goals/check-goal.ts";
import { FORMULA_KINDS, type Formula, unitOf } from "../domain/goals/formula.ts";
import { readDay } from "../domain/members/days.ts";
import { parseForm, TYPED_CHARS } from "./form.server.ts";

const text = z.string().max(TYPED_CHARS).default("");
const list = z
  .array(z.string().max(1000))
  .max(100)
  .transform((all) => [...new Set(all)]);
const kind = z.enum(FORMULA_KINDS);

const schema = z.strictObject({
  intent: z.enum(["preview", "save"]).default("save"),
  goalId: z.uuid().optional(),
  base: z.coerce.number().int().positive().max(1e6).optional(),
  kind,
  questionnaire: z.string().max(100),
  rows: list,
  codes: list,
  ...{
    least: text,
    title: text,
    titleEn: text,
    sentence: text,
    sentenceEn: text,
    target: text,
    due: text,
    reason: text,
  },
  theme: z.enum(THEMES),
  direction: z.enum(["at-least", "at-most"]),
});

/** What was typed into the form of a goal: it comes back as it was. */
export type GoalTyped = z.infer<typeof schema>;

/** Reads the form of a goal. Throws invalid-request and unknown-field for what no form of ours sends. */
export async function readGoalForm(request: Request): Promise<{ typed: GoalTyped; draft: GoalDraft; reason: string }> {
  const typed = await parseForm(request, schema, ["rows", "codes"]);
  const { theme, direction, title, titleEn, sentence, sentenceEn, due } = typed;
  const formula = formulaOf(typed);
  const target = numberOf(typed.target);
  const inPercent = unitOf(formula) === "share";
  const draft: GoalDraft = {
    ...{ theme, direction, formula, title: textOf(title, titleEn), sentence: textOf(sentence, sentenceEn) },
    target: target !== undefined && inPercent ? target / 100 : target,
    due: readDay(due),
  };
  return { typed, draft, reason: typed.reason.trim() };
}

function formulaOf({ kind, questionnaire, rows: items, codes, least }: GoalTyped): Formula {
  switch (kind) {
    case "returns":
      return { kind, questionnaire };
    case "share":
      return { kind, questionnaire, items, codes };
    case "rows":
      return { kind, questionnaire, items, codes, least: (numberOf(least) ?? Number.NaN) / 100 };
    case "top":
    case "mean":
      return { kind, questionnaire, items };
  }
}

const textOf = (de: string, en: string) => ({ de: de.trim(), ...(en.trim() ? { en: en.trim() } : {}) });

/** "80", "80 %", "4,0" and "4.0"; undefined for anything else. */
function numberOf(typed: string): number | undefined {
  const plain = /^(\d{1,6}(?:[.,]\d{1,4})?)\s*%?$/.exec(typed.trim())?.[1];
  return plain === undefined ? undefined : Number(plain.replace(",", "."));
}

/** What the address of a form says about what is measured. What no form offers counts as not given. */
export function readMeasure(request: Request): { kind?: Formula["kind"]; questionnaire?: string; topic?: string } {
  const search = new URL(request.url).searchParams;
  const given = (name: string) => search.get(name)?.slice(0, 1000) || undefined;
  return { kind: kind.safeParse(search.get("art")).data, questionnaire: given("fragebogen"), topic: given("thema") };
}
