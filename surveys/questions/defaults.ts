import { asArray, isForbiddenKey, isObject } from "../json.ts";
import { addToLevel } from "../levels.ts";
import type { Level, Question, Reader } from "../question.ts";

/**
 * A default value can hold fields that no column asks for (copied definitions do); survey-core keeps them, so they come
 * back with every answer. They are read as text fields of the unknown type `default`.
 */
export function addDefaultFields(
  question: Question,
  level: Level,
  defaults: unknown,
  reader: Reader,
  under: string,
): void {
  const records = isObject(defaults) ? [defaults] : asArray(defaults).filter(isObject);
  for (const name of new Set(records.flatMap((record) => Object.keys(record)))) {
    const base = name.replace(/-Comment$/, "");
    if (level.byName.has(name) || level.byName.has(base) || isForbiddenKey(name)) continue;
    const field = reader.field({ name }, "default", question.pointer, under, question.grouped || question.repeated);
    if (field) addToLevel(level, field);
  }
}
