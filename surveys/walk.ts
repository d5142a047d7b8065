import { isEmpty, isObject, type JsonObject, own, pointer } from "./json.ts";
import type { Level, Question } from "./question.ts";

export type Visit = (question: Question, value: unknown, path: string) => void;

/** Calls `visit` for every answered question at any depth, groups before their fields, with the path of its value. */
export function walkAnswers(level: Level, record: JsonObject, path: string, visit: Visit): void {
  for (const question of level.questions) {
    const value = own(record, question.name);
    if (isEmpty(value)) continue;
    const at = pointer(path, question.name);
    visit(question, value, at);
    if (question.grouped && Array.isArray(value)) {
      for (const [i, entry] of value.entries()) {
        if (isObject(entry)) walkAnswers(question.fields, entry, `${at}/${i}`, visit);
      }
    } else if (question.rows.length > 0 && isObject(value)) {
      for (const row of question.rows) {
        const cells = own(value, row.name);
        if (isObject(cells)) walkAnswers(row.level, cells, pointer(at, row.name), visit);
      }
    } else if (question.fields.questions.length > 0 && isObject(value)) {
      walkAnswers(question.fields, value, at, visit);
    }
  }
}

const unescaped = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** Holder and last key of a JSON Pointer, undefined where the way there does not exist. */
export function locate(root: unknown, path: string): { holder: JsonObject | unknown[]; key: string } | undefined {
  const parts = path.split("/").slice(1).map(unescaped);
  const key = parts.pop();
  let holder: unknown = root;
  for (const part of parts) {
    if ((!Array.isArray(holder) && !isObject(holder)) || !Object.hasOwn(holder, part)) return undefined;
    holder = (holder as JsonObject)[part];
  }
  return key !== undefined && (Array.isArray(holder) || isObject(holder)) ? { holder, key } : undefined;
}

/** The value at a JSON Pointer, undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  const place = locate(root, path);
  return place && Object.hasOwn(place.holder, place.key) ? (place.holder as JsonObject)[place.key] : undefined;
}
