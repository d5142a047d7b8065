import type { Definition } from "./definition.ts";
import { canonical, inspectJson, isObject, type JsonObject } from "./json.ts";
import { limits } from "./limits.ts";
import type { SurveyProblem } from "./model.ts";
import type { Checking, Question } from "./question.ts";
import { checkRecord } from "./records.ts";
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

/** Problems of one answer that are reported at most. */
export const MOST_PROBLEMS = 100;

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
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
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
