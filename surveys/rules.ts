import {
  type Question as CoreQuestion,
  QuestionExpressionModel,
  QuestionMatrixDropdownModelBase,
  QuestionMatrixModel,
  QuestionMultipleTextModel,
  QuestionPanelDynamicModel,
  QuestionSelectBase,
  type SurveyError,
  type SurveyModel,
} from "survey-core";
import type { Definition } from "./definition.ts";
import { asArray, isEmpty, isObject, type JsonObject, own, pointer } from "./json.ts";
import type { SurveyProblem } from "./model.ts";
import { quietly } from "./quiet.ts";
import { holds, modelsOf } from "./server-model.ts";
import { locate, valueAt } from "./walk.ts";

type Verdict = {
  /** what survey-core finds: required questions left out, validators that fail */
  problems: SurveyProblem[];
  /** JSON Pointers of answered values that the definition's conditions hide */
  invisible: string[];
  /** names of top-level questions that the conditions hide, answered or not */
  unasked: string[];
  /** the answers with expressions recomputed */
  answers: JsonObject;
};

/** A question of the model with the path of its value and whether everything above it is visible. */
type Placed = { question: CoreQuestion; path: string; value: unknown; visible: boolean; optional: boolean };

function* placed(
  questions: readonly CoreQuestion[],
  record: unknown,
  path: string,
  shown: boolean,
  optional: boolean,
): Generator<Placed> {
  for (const question of questions) {
    const name = question.getValueName();
    const value = isObject(record) ? own(record, name) : undefined;
    const at = pointer(path, name);
    const visible = shown && question.isVisible && question.isParentVisible;
    yield { question, path: at, value, visible, optional };
    yield* nested(question, value, at, visible, optional);
    if (question instanceof QuestionSelectBase) {
      for (const choice of question.choices) {
        if (!choice.hasElements) continue;
        const open = visible && question.isItemSelected(choice);
        yield* placed(choice.panel.questions, record, path, open, optional);
      }
    }
  }
}

/**
 * Fields of groups and tables. A fresh model has the default rows again that a respondent may have deleted: rows beyond the
 * answer are optional unless the definition demands that many.
 */
function* nested(
  question: CoreQuestion,
  value: unknown,
  path: string,
  visible: boolean,
  optional: boolean,
): Generator<Placed> {
  const entries = asArray(value);
  const beyond = (i: number, least: number) => optional || i >= Math.max(entries.length, least);
  if (question instanceof QuestionPanelDynamicModel) {
    for (const [i, panel] of question.panels.entries()) {
      const hidden = beyond(i, question.minPanelCount);
      yield* placed(panel.questions as CoreQuestion[], entries[i], `${path}/${i}`, visible, hidden);
    }
  } else if (question instanceof QuestionMatrixDropdownModelBase) {
    const dynamic = question.getType() === "matrixdynamic";
    const least = dynamic ? Number(question.getPropertyValue("minRowCount", 0)) : 0;
    for (const [i, row] of question.allRows.entries()) {
      const name = dynamic ? i : row.rowName;
      const record = dynamic ? entries[i] : isObject(value) ? own(value, String(name)) : undefined;
      const fields = [...row.cells.map((cell) => cell.question), ...(row.detailPanel?.questions ?? [])];
      const asked = fields.filter(Boolean) as CoreQuestion[];
      yield* placed(
        asked,
        record,
        pointer(path, name),
        visible && row.isVisible,
        dynamic ? beyond(i, least) : optional,
      );
    }
  } else if (question instanceof QuestionMultipleTextModel) {
    const editors = question.items.map((item) => item.editor as CoreQuestion);
    yield* placed(editors, value, path, visible, optional);
  }
}

const codes: Readonly<Record<string, string>> = {
  required: "required",
  requireoneanswer: "required",
  requiredinallrowserror: "required",
  otherempty: "other-empty",
};

const problemOf = (error: SurveyError, name: string, path: string): SurveyProblem => ({
  code: codes[error.getErrorType()] ?? "invalid",
  path,
  detail: { question: name, message: error.getText().slice(0, 1_000) },
});

/** Choices and rows that were picked and that a condition hides. */
function hiddenParts({ question, value, path }: Placed): string[] {
  if (question instanceof QuestionMatrixModel && isObject(value)) {
    const visible = new Set(question.visibleRows.map((row) => String(row.name)));
    const all = new Set(question.rows.map((row) => String(row.value)));
    return Object.keys(value)
      .filter((name) => all.has(name) && !visible.has(name))
      .map((name) => pointer(path, name));
  }
  if (!(question instanceof QuestionSelectBase)) return [];
  const conditional = question.choicesVisibleIf || question.choices.some((choice) => choice.visibleIf);
  if (!conditional) return [];
  const visible = new Set(question.visibleChoices.map((choice) => String(choice.value)));
  const all = new Set(question.choices.map((choice) => String(choice.value)));
  const hidden = (picked: unknown) => all.has(String(picked)) && !visible.has(String(picked));
  if (!Array.isArray(value)) return hidden(value) ? [path] : [];
  return value.flatMap((picked, i) => (hidden(picked) ? [`${path}/${i}`] : []));
}

/** A question whose own answer hides it is gone once it is answered: a fresh model would ask for it again. */
const hidesItself = (question: CoreQuestion): boolean =>
  question.visibleIf?.toLowerCase().includes(`{${question.name.toLowerCase()}}`) ?? false;

/** A computed value that is hidden for good (`visible: false`) is meant to be computed, not shown. */
const isSilent = (question: CoreQuestion): boolean =>
  question instanceof QuestionExpressionModel && !question.visibleIf && question.isParentVisible;

export type Rules = (answers: JsonObject, locale: "de" | "en") => Verdict;

/**
 * survey-core's part of the check: what is required, validators, visibility, expressions. The answers must have passed the
 * kinds.
 */
export function createRules(definition: Definition): Rules {
  const fill = modelsOf(definition);
  const triggers = asArray(definition.source.triggers).filter(isObject);

  const judge: Rules = (raw, locale) => {
    const survey = fill(raw, locale);
    const answers = structuredClone(raw);
    // Showing errors costs more than finding none; most answers that are sent in have none.
    const valid = survey.validate(false, false);
    if (!valid) survey.validate(true, false);
    // Completing or skipping by a trigger leaves questions behind that were never shown.
    const cutShort = triggers.some(
      ({ type }, i) => (type === "complete" || type === "skip") && holds(survey, triggers[i]!),
    );
    const problems: SurveyProblem[] = [];
    const invisible: string[] = [];
    const unasked = new Set<string>();

    for (const place of placed(survey.getAllQuestions(false), raw, "", true, false)) {
      const { question, path, value, visible, optional } = place;
      if (question instanceof QuestionExpressionModel) recompute(answers, path, question.value);
      if (!isEmpty(value)) invisible.push(...(visible || isSilent(question) ? hiddenParts(place) : [path]));
      if (!visible && path === pointer("", question.getValueName())) unasked.add(question.name);
      if (valid || !visible || optional) continue;
      for (const error of question.errors) {
        const problem = problemOf(error, question.name, path);
        const excused = problem.code === "required" && isEmpty(value) && (cutShort || hidesItself(question));
        if (!excused) problems.push(problem);
      }
    }
    for (const panel of [...survey.getAllPanels(), ...survey.pages]) {
      if (valid || cutShort) break;
      const errors = (panel as unknown as { errors: SurveyError[] }).errors;
      problems.push(...errors.map((error) => problemOf(error, panel.name, "")));
    }
    recomputeTotals(definition, survey, answers);
    return { problems, invisible: withoutNested(invisible), unasked: [...unasked], answers };
  };
  return (raw, locale) => quietly(() => judge(raw, locale));
}

const isResult = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

function recompute(answers: JsonObject, path: string, value: unknown): void {
  const place = locate(answers, path);
  if (place && !Array.isArray(place.holder) && isResult(value) && value !== "") place.holder[place.key] = value;
}

/** Sums under tables and calculated values are survey-core's, never the sender's. */
function recomputeTotals(definition: Definition, survey: SurveyModel, answers: JsonObject): void {
  const calculated = new Set(survey.calculatedValues.filter((one) => one.includeIntoResult).map((one) => one.name));
  const names = definition.level.questions
    .filter((question) => question.totals.length > 0)
    .map(({ name }) => `${name}-total`);
  const data = calculated.size + names.length > 0 ? (survey.data as JsonObject) : {};
  for (const name of [...names, ...calculated]) {
    const value = valueAt(data, pointer("", name));
    if (isResult(value) || isObject(value)) answers[name] = structuredClone(value);
  }
}

/** Of paths inside each other only the outermost: what is hidden hides what it holds. */
function withoutNested(paths: readonly string[]): string[] {
  const unique = new Set(paths);
  return [...unique].filter((path) => {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      if (unique.has(path.slice(0, at))) return false;
    }
    return true;
  });
}
