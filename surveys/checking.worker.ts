import { parentPort } from "node:worker_threads";
import { checkAnswers } from "./answers.ts";
import { cellsOf } from "./cells.ts";
import type { CheckTask, FormResult, FormTask, Inspection, InspectTask, Judgement, Numbered } from "./checking-pool.ts";
import { type Definition, parseDefinition } from "./definition.ts";
import { formOf } from "./form.ts";
import { parseJson } from "./json.ts";
import { lintDefinition } from "./lint.ts";
import type { SurveyProblem } from "./model.ts";
import { type Place, pageTitles, placeOf } from "./places.ts";

/** Definitions this worker has read, the least recently used first. Their models hang on them. */
const known = new Map<string, Definition>();
const mostKnown = 30;

function definitionOf(task: CheckTask | FormTask): Definition | SurveyProblem[] {
  const cached = known.get(task.key);
  if (cached) {
    known.delete(task.key);
    known.set(task.key, cached);
    return cached;
  }
  const { definition, problems } = parseDefinition(task.json, task.bytes);
  if (!definition) return problems;
  known.set(task.key, definition);
  if (known.size > mostKnown) known.delete(known.keys().next().value as string);
  return definition;
}

function inspect(task: InspectTask): Inspection {
  const { definition, problems } = parseDefinition(task.json, task.bytes);
  if (!definition) {
    const places = placesOf(parseJson(task.json, task.bytes).value, problems);
    return { problems, lint: [], title: { de: "" }, items: [], questions: [], pages: [], places };
  }
  const lint = lintDefinition(definition);
  return {
    problems,
    lint,
    title: definition.title,
    items: definition.items,
    questions: definition.questions.map(({ key, type, title, pointer }) => ({ key, type, title, pointer })),
    pages: pageTitles(definition.source),
    places: placesOf(definition.source, lint),
  };
}

function placesOf(source: unknown, faults: readonly SurveyProblem[]): Record<string, Place> {
  return Object.fromEntries(faults.map(({ path }) => [path, placeOf(source, path)]));
}

function check(task: CheckTask): Judgement {
  const definition = definitionOf(task);
  if (Array.isArray(definition)) return { answers: {}, problems: definition, invisible: [], unasked: [], cells: [] };
  const checked = checkAnswers(definition, task.answers, task.options);
  if (checked.problems.length > 0) return { ...checked, cells: [] };
  const hidden = task.options.cells === "all" ? [] : checked.invisible;
  return { ...checked, cells: cellsOf(definition, checked.answers, hidden) };
}

function form(task: FormTask): FormResult {
  const definition = definitionOf(task);
  if (Array.isArray(definition)) return { form: undefined, problems: definition };
  return { form: formOf(definition, task.answers, task.options), problems: [] };
}

export default ({ id, task }: Numbered): Inspection | Judgement | FormResult => {
  // The clock starts here: a worker that is still loading is not a task that hangs.
  parentPort?.postMessage({ started: id });
  switch (task.kind) {
    case "inspect":
      return inspect(task);
    case "check":
      return check(task);
    case "form":
      return form(task);
  }
};
