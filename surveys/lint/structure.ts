import type { Definition } from "../definition.ts";
import { asArray, isForbiddenKey, isObject, isTrue, own } from "../json.ts";
import type { Level, Question } from "../question.ts";
import { kindOf, knownTypes } from "../questions/index.ts";
import { textIn } from "../texts.ts";
import { type Fault, fault, properties } from "./fault.ts";

const known = new Set(knownTypes);

/** Two questions under one name; sharing on purpose is said with `valueName`. */
function duplicateNames(level: Level): Fault[] {
  const faults: Fault[] = [];
  const names = new Map<string, Question>();
  for (const question of level.questions) {
    const first = names.get(question.alias);
    if (first)
      faults.push(fault("error", "duplicate-name", question.pointer, { name: question.alias, first: first.pointer }));
    else names.set(question.alias, question);
    faults.push(...duplicateNames(question.fields));
    if (question.rows[0]) faults.push(...duplicateNames(question.rows[0].level));
  }
  return faults;
}

function questionFaults(question: Question): Fault[] {
  const { source, pointer, type } = question;
  const faults: Fault[] = [];
  const nameDetail = { question: question.alias };
  if (!known.has(type) && type !== "default")
    faults.push(fault("warning", "unknown-type", pointer, { ...nameDetail, type }));
  const repeated = question.choices.filter((choice) => choice.times > 1);
  if (repeated.length > 0) {
    faults.push(fault("error", "duplicate-choice", pointer, { ...nameDetail, code: repeated[0]!.code }));
  }
  const required = isTrue(source.isRequired) || source.requiredIf !== undefined;
  const table = type === "matrix" || type === "matrixdropdown";
  if (table && required && asArray(source.rows).length === 0) {
    faults.push(fault("error", "required-without-rows", pointer, nameDetail));
  }
  const offers = ["checkbox", "radiogroup", "dropdown", "tagbox", "ranking", "imagepicker", "buttongroup"].includes(
    type,
  );
  if (offers && question.choices.length === 0 && !question.open) {
    faults.push(fault(required ? "error" : "warning", "no-choices", pointer, nameDetail));
  }
  // Nothing can be uploaded: required, it would keep the whole questionnaire from being submitted.
  if (type === "file" || type === "signaturepad")
    faults.push(fault(required ? "error" : "warning", "uploads-off", pointer, nameDetail));
  return faults;
}

/** Elements that survey-core drops: without a type, or without a name. */
function droppedElements(definition: Definition): Fault[] {
  const faults: Fault[] = [];
  for (const { key, value, path } of properties(definition.source)) {
    if (!["elements", "templateElements", "detailElements"].includes(key)) continue;
    for (const [i, element] of asArray(value).entries()) {
      if (!isObject(element)) continue;
      if (typeof element.type !== "string") faults.push(fault("warning", "missing-type", `${path}/${i}`));
      else if (
        element.name === undefined &&
        kindOf(element.type).items !== kindOf("html").items &&
        element.type !== "panel"
      ) {
        faults.push(fault("error", "missing-name", `${path}/${i}`, { type: element.type }));
      }
    }
  }
  return faults;
}

/** Properties that make survey-core call an address, or that the server does not let weaken its checks. */
function properSettings(definition: Definition): Fault[] {
  const faults: Fault[] = [];
  for (const { key, value, path } of properties(definition.source)) {
    if (key === "choicesByUrl" && isObject(value)) faults.push(fault("error", "choices-by-url", path));
    if (key === "defaultValue" && isObject(value) && Object.keys(value).some(isForbiddenKey)) {
      faults.push(fault("error", "forbidden-key", path));
    }
  }
  for (const key of [
    "mode",
    "readOnly",
    "firstPageIsStarted",
    "firstPageIsStartPage",
    "questionsOnPageMode",
    "checkErrorsMode",
    "validationEnabled",
  ]) {
    const value = own(definition.source, key);
    if (value !== undefined && value !== false && value !== "edit") {
      faults.push(fault("warning", "ignored-on-server", `/${key}`));
    }
  }
  return faults;
}

/** Titles that are missing, and German texts without an English twin. */
function missingTexts(definition: Definition): Fault[] {
  const faults: Fault[] = [];
  const titled = definition.questions.filter(
    (question) => known.has(question.type) && question.source.titleLocation !== "hidden",
  );
  for (const question of titled) {
    if (question.kind === kindOf("html") || question.pointer.includes("/columns/")) continue;
    if (textIn(question.source.title, "de") === undefined) {
      faults.push(fault("warning", "missing-title", question.pointer, { question: question.alias }));
    }
  }
  const texts = [...properties(definition.source)].filter(
    ({ key, value }) =>
      /^(title|text|description|html|label(True|False)|(min|max)RateDescription|(other|none|refuse|dontKnow)Text)$/.test(
        key,
      ) && value !== "",
  );
  const english = texts.filter(({ value }) => isObject(value) && textIn(value, "en") !== undefined);
  if (texts.length > 0 && english.length === 0) return [...faults, fault("warning", "no-english", "")];
  for (const { value, path } of texts) {
    const needed =
      typeof value === "string" ? /\p{L}{2}/u.test(value) : isObject(value) && textIn(value, "en") === undefined;
    if (needed) faults.push(fault("warning", "missing-english", path));
  }
  return faults;
}

export const lintStructure = (definition: Definition): Fault[] => [
  ...duplicateNames(definition.level),
  ...definition.questions.flatMap(questionFaults),
  ...droppedElements(definition),
  ...properSettings(definition),
  ...missingTexts(definition),
];
