import { asArray, asString, isObject, isTrue, type JsonObject, segment } from "./json.ts";
import { addToLevel, indexLevel } from "./levels.ts";
import type { Level, Question, Reader, SurveySettings } from "./question.ts";
import { kindOf } from "./questions/index.ts";
import { textOf } from "./texts.ts";

/** Where elements are read into: the level, the item path above it, and whether it repeats. */
export type Place = { level: Level; prefix: string; repeated: boolean; readOnly: boolean; survey: SurveySettings };

/** A name as survey-core keeps it: trimmed, without the separator of choices, without braces and leading "#". */
const validName = (name: unknown): string =>
  typeof name === "string" || typeof name === "number"
    ? String(name).trim().replace("|", "").replaceAll(/[{}]/g, "").replace(/^#+/, "")
    : "";

const join = (prefix: string, name: string) => (prefix === "" ? segment(name) : `${prefix}/${segment(name)}`);

const readerFor = (survey: SurveySettings, readOnly: boolean): Reader => ({
  elements: (list, pointer, under, repeated) => {
    const level = indexLevel([]);
    readElements(list, pointer, { level, prefix: under, repeated, readOnly, survey });
    return level;
  },
  field: (source, type, pointer, under, repeated) =>
    readQuestion(source, type, pointer, { level: indexLevel([]), prefix: under, repeated, readOnly, survey }),
});

/** One question with everything nested in it; undefined where it has no name and so cannot be answered. */
function readQuestion(source: JsonObject, type: string, pointer: string, place: Place): Question | undefined {
  const alias = validName(source.name);
  const name = validName(source.valueName) || alias;
  if (name === "") return undefined;
  const kind = kindOf(type);
  const question: Question = {
    type,
    kind,
    name,
    alias,
    key: join(place.prefix, name),
    pointer,
    title: textOf(source.title, alias || name),
    source,
    choices: [],
    open: false,
    other: "none",
    commented: isTrue(source.showCommentArea) || isTrue(source.hasComment),
    rows: [],
    fields: indexLevel([]),
    readOnly: place.readOnly || isTrue(source.readOnly),
    totals: [],
    grouped: false,
    repeated: place.repeated,
    survey: place.survey,
  };
  kind.read?.(question, readerFor(place.survey, question.readOnly));
  return question;
}

/** Reads questions into the place's level. Panels and the elements inside choices add to the same level, as their answers do. */
export function readElements(list: unknown, pointer: string, place: Place): void {
  for (const [i, element] of asArray(list).entries()) {
    if (!isObject(element)) continue;
    const here = `${pointer}/${i}`;
    const type = asString(element.type)?.toLowerCase() ?? "";
    if (type === "panel" || type === "flowpanel") {
      const inside = { ...place, readOnly: place.readOnly || isTrue(element.readOnly) };
      for (const key of ["elements", "questions"]) readElements(element[key], `${here}/${key}`, inside);
      continue;
    }
    const question = readQuestion(element, type, here, place);
    if (question) addToLevel(place.level, question);
    for (const [j, choice] of asArray(element.choices).entries()) {
      if (isObject(choice)) readElements(choice.elements, `${here}/choices/${j}/elements`, place);
    }
  }
}
