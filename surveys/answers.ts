import { type CheckOptions, checkValues, MOST_PROBLEMS } from "./check-values.ts";
import type { Definition } from "./definition.ts";
import { isEmpty, isObject, type JsonObject } from "./json.ts";
import type { SurveyProblem } from "./model.ts";
import { createRules, type Rules } from "./rules.ts";

// Whoever asks for the kinds alone takes them from check-values.ts: this file brings survey-core along.
export { type CheckOptions, checkValues };

export type Checked = {
  /** as sent, with expressions and totals recomputed when complete; empty where the values were refused */
  answers: JsonObject;
  problems: SurveyProblem[];
  /** JSON Pointers of values that are kept but hidden by conditions: they enter no base. Known only when complete. */
  invisible: string[];
  /** names of top-level questions that conditions hide, answered or not. Known only when complete. */
  unasked: string[];
};

const rulesOf = new WeakMap<Definition, Rules>();

function rulesFor(definition: Definition): Rules {
  const known = rulesOf.get(definition) ?? createRules(definition);
  rulesOf.set(definition, known);
  return known;
}

/**
 * Raw answers to checked answers: the kinds first, strictly; then, when complete, survey-core for what is required, for
 * validators and visibility. What survey-core would drop stays, and is flagged in `invisible`.
 */
export function checkAnswers(definition: Definition, raw: unknown, options: CheckOptions): Checked {
  const problems = checkValues(definition, raw, options);
  if (problems.length > 0 || !isObject(raw)) return { answers: {}, problems, invisible: [], unasked: [] };
  if (!options.complete) return { answers: raw, problems, invisible: [], unasked: [] };
  const verdict = rulesFor(definition)(answered(raw), options.locale ?? "de");
  return { ...verdict, problems: verdict.problems.slice(0, MOST_PROBLEMS) };
}

/** Without what is empty at the top: an emptied question is one that was not answered. */
const answered = (raw: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => !isEmpty(value)));
