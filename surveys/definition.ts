import { carryForward } from "./carry-forward.ts";
import { countElements } from "./counts.ts";
import { type Place, readElements } from "./elements.ts";
import { asArray, asString, inspectJson, isObject, isTrue, type JsonObject, parseJson, segment } from "./json.ts";
import { indexLevel, shareValues } from "./levels.ts";
import { limits } from "./limits.ts";
import type { Item, SurveyProblem, Text } from "./model.ts";
import type { Level, Question, SurveySettings } from "./question.ts";
import { textOf } from "./texts.ts";

export type Definition = {
  title: Text;
  /** the definition as sent, `{}` where it is not an object */
  source: JsonObject;
  /** top-level fields: questions inside pages, panels and choices are flat here, as their answers are */
  level: Level;
  /** every question at any depth, in the order of the form, groups before their fields */
  questions: Question[];
  items: Item[];
};

export type Reading = { definition: Definition; problems: [] } | { definition: undefined; problems: SurveyProblem[] };

const settingsOf = (source: JsonObject): SurveySettings => ({
  storeOthersAsComment: source.storeOthersAsComment !== false,
  maxTextLength: typeof source.maxTextLength === "number" ? source.maxTextLength : 0,
  maxCommentLength:
    ([source.maxCommentLength, source.maxOthersLength].find((value) => typeof value === "number") as number) ?? 0,
  keepIncorrectValues: isTrue(source.keepIncorrectValues),
});

/** Pages of a definition in new and old syntax: `pages`, or `elements`/`questions` of the survey itself. */
export function pagesOf(source: JsonObject): { page: JsonObject; pointer: string }[] {
  if (Array.isArray(source.pages)) {
    return source.pages.flatMap((page, i) => (isObject(page) ? [{ page, pointer: `/pages/${i}` }] : []));
  }
  return [{ page: source, pointer: "" }];
}

/** Names that hold values no question asks for: calculated values that are kept, and what triggers set. */
function computedNames(source: JsonObject): Set<string> {
  const names = new Set<string>();
  for (const value of asArray(source.calculatedValues)) {
    if (isObject(value) && isTrue(value.includeIntoResult) && asString(value.name)) names.add(String(value.name));
  }
  for (const trigger of asArray(source.triggers)) {
    if (isObject(trigger) && asString(trigger.setToName)) names.add(String(trigger.setToName));
  }
  return names;
}

function flatten(level: Level): Question[] {
  return level.questions.flatMap((question) => [
    question,
    ...(question.rows.length > 0 && question.rows[0]!.level.questions.length > 0
      ? question.rows.flatMap((row) => flatten(row.level))
      : flatten(question.fields)),
  ]);
}

/** Items of all questions; questions that share one value share the item, with the codes of both. */
function collectItems(level: Level): Item[] {
  const items = new Map<string, Item>();
  for (const question of level.questions) {
    for (const item of question.kind.items(question)) {
      const known = items.get(item.key);
      if (!known) items.set(item.key, item);
      else {
        const codes = new Set(known.codes.map((code) => code.code));
        known.codes = [...known.codes, ...item.codes.filter((code) => !codes.has(code.code))];
      }
    }
  }
  return [...items.values()];
}

/** Computed values have no question: each is a text item of its own. */
const computedItems = (level: Level): Item[] =>
  [...level.computed]
    .filter((name) => !level.byName.has(name))
    .map((name) => {
      const key = segment(name);
      return {
        key,
        question: key,
        scale: "text",
        title: { de: name },
        label: { de: name },
        codes: [],
        repeated: false,
      };
    });

/**
 * Reads any SurveyJS definition (unknown JSON, new or v1 syntax) into questions and items, without survey-core.
 * Total and bounded: it never throws, and what is malformed or too large comes back as problems with paths.
 * Faults that survey-core lives with (unknown types, double names) are no problems here: see lint.ts.
 */
export function readDefinition(source: unknown): Reading {
  const bounds = { depth: limits.depth, nodes: limits.nodes, text: limits.definitionText };
  if (!isObject(source)) return { definition: undefined, problems: [{ code: "not-an-object", path: "" }] };
  const problems = inspectJson(source, bounds);
  if (problems.length === 0) problems.push(...countElements(source));
  if (problems.length > 0) return { definition: undefined, problems };

  const level = indexLevel([], computedNames(source));
  const place: Place = { level, prefix: "", repeated: false, readOnly: false, survey: settingsOf(source) };
  for (const { page, pointer } of pagesOf(source)) {
    for (const key of ["elements", "questions"]) {
      const readOnly = page !== source && isTrue(page.readOnly);
      readElements(page[key], `${pointer}/${key}`, { ...place, readOnly });
    }
  }
  carryForward(level);
  shareValues(level);
  const items = [...collectItems(level), ...computedItems(level)];
  if (items.length > limits.items) {
    return { definition: undefined, problems: [{ code: "too-many-items", path: "", detail: { limit: limits.items } }] };
  }
  const definition = { title: textOf(source.title, ""), source, level, questions: flatten(level), items };
  return { definition, problems: [] };
}

/** Parses and reads a definition's text. Problems: those of `parseJson` and `readDefinition`. */
export function parseDefinition(text: string, bytes: number = limits.bytes): Reading {
  const parsed = parseJson(text, bytes);
  return parsed.problems.length > 0
    ? { definition: undefined, problems: parsed.problems }
    : readDefinition(parsed.value);
}
