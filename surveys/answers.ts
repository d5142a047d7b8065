import type { Definition } from "./definition.ts";
import { canonical, inspectJson, isEmpty, isObject, type JsonObject } from "./json.ts";
import { limits } from "./limits.ts";
import type { SurveyProblem } from "./model.ts";
import type { Checking, Question } from "./question.ts";
import { checkRecord } from "./records.ts";
import { createRules, type Rules } from "./rules.ts";
import { valueAt, walkAnswers } from "./walk.ts";

export type CheckOptions = {
  /** language of messages */
  locale?: "de" | "en";
  /** true: as submitted, with required questions and validators; false: a draft, only what is there */
  complete: boolean;
  /** what was stored before: read-only values must not differ from it */
  previous?: JsonObject;
  /** `inline` accepts safe files inside the answer; the default refuses every file */
  files?: "none" | "inline";
};

export type Checked = {
  /** as sent, with expressions and totals recomputed when complete; empty where the values were refused */
  answers: JsonObject;
  problems: SurveyProblem[];
  /** JSON Pointers of values that are kept but hidden by conditions: they enter no base. Known only when complete. */
  invisible: string[];
  /** names of top-level questions that conditions hide, answered or not. Known only when complete. */
  unasked: string[];
};

/** Problems of one answer that are reported at most. */
const most = 100;

const ownSetters = ["defaultValueExpression", "setValueExpression", "setValueIf", "resetValueIf", "expression"];

/** True where the definition itself writes this value: a default, an expression, a trigger, a twin that can be edited. */
function isWritten(question: Question, value: unknown, definition: Definition, around: readonly Question[]): boolean {
  const { source, name } = question;
  if (ownSetters.some((property) => source[property] !== undefined)) return true;
  if (definition.level.computed.has(name) || definition.level.computed.has(question.alias)) return true;
  if (definition.level.byName.get(name)?.some((twin) => twin.alias !== question.alias && !twin.readOnly)) return true;
  const text = canonical(value);
  return [question, ...around].some(({ source: { defaultValue, defaultRowValue, defaultPanelValue } }) =>
    [defaultValue, defaultRowValue, defaultPanelValue].some(
      (one) => one !== undefined && canonical(one).includes(text),
    ),
  );
}

/** Read-only values must be what they were before, or what the definition writes. */
function checkReadOnly(definition: Definition, raw: JsonObject, previous: JsonObject, checking: Checking): void {
  const around: Question[] = [];
  walkAnswers(definition.level, raw, "", (question, value, path) => {
    if (question.grouped || question.rows.length > 0) around.push(question);
    const nested = question.fields.questions.length > 0 || question.rows.some((row) => row.level.questions.length > 0);
    if (!question.readOnly || nested) return;
    if (canonical(valueAt(previous, path)) === canonical(value) || isWritten(question, value, definition, around))
      return;
    checking.report("read-only-changed", path, question);
  });
}

/** What the kinds say about raw answers: shapes and values, not what is required. Pure, and a matter of microseconds. */
export function checkValues(
  definition: Definition,
  raw: unknown,
  options: Omit<CheckOptions, "complete"> = {},
): SurveyProblem[] {
  if (!isObject(raw)) return [{ code: "not-an-object", path: "" }];
  const problems = inspectJson(raw, { depth: limits.depth, nodes: limits.answerNodes, text: limits.bytes });
  if (problems.length > 0) return problems;
  const add = (problem: SurveyProblem) => {
    if (problems.length < most) problems.push(problem);
  };
  const report: Checking["report"] = (code, path, question, detail) =>
    add({ code, path, detail: { question: question.name, ...detail } });
  const checking: Checking = { files: options.files ?? "none", problems, report };
  checkRecord(definition.level, raw, "", checking, (name, path) =>
    add({ code: "unknown-question", path, detail: { question: name.slice(0, 100) } }),
  );
  if (problems.length === 0) checkReadOnly(definition, raw, options.previous ?? {}, checking);
  return problems;
}

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
  return { ...verdict, problems: verdict.problems.slice(0, most) };
}

/** Without what is empty at the top: an emptied question is one that was not answered. */
const answered = (raw: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => !isEmpty(value)));
