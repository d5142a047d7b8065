import { checkValues } from "../check-values.ts";
import { codeOf } from "../choices.ts";
import type { Definition } from "../definition.ts";
import { inspectJson, isForbiddenKey } from "../json.ts";
import type { SurveyProblem } from "../model.ts";
import { LONGEST_PATH, type Shape, shapesOf, WHOLE } from "./shape.ts";
import { fromFields, joined, nameOfPath, partsOf } from "./tree.ts";

/** Where a path leads: to a value, the choice of a code, or the place of an entry; `entries` are the entries it lies in. */
export type FieldPlace = { is: "value" | "code" | "entry"; entries: string[] };

/** Reads a path by the questionnaire. Undefined where no field can have it. */
export function placeOfField(definition: Definition, path: string): FieldPlace | undefined {
  if (path.length > LONGEST_PATH || new TextEncoder().encode(path).length > 2 * LONGEST_PATH) return undefined;
  let shape: Shape = { of: "record", parts: shapesOf(definition.level) };
  let at = "";
  const entries: string[] = [];
  const parts = partsOf(path);
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    if (isForbiddenKey(part) || shape.of === "value") return undefined;
    at = joined(at, part);
    if (shape.of === "codes") return isLast && part.startsWith("=") ? { is: "code", entries } : undefined;
    if (shape.of === "entries") {
      if (!/^@[A-Za-z0-9-]{1,40}$/.test(part)) return undefined;
      if (isLast) return { is: "entry", entries };
      entries.push(at);
      shape = { of: "record", parts: shape.parts };
    } else shape = shape.parts.get(part) ?? WHOLE;
  }
  return { is: "value", entries };
}

const FARTHEST_PLACE = 1e9;

/**
 * What the kinds say about one field: a path that leads nowhere (`unknown-question`), or a value that its question does not
 * take. Paths of problems are pointers into an answer that holds this field alone.
 */
export function checkField(definition: Definition, path: string, value: unknown): SurveyProblem[] {
  const unknown: SurveyProblem = { code: "unknown-question", path: `/${path.slice(0, 200)}` };
  const place = placeOfField(definition, path);
  if (!place) return [unknown];
  const unstorable = inspectJson(path, { depth: 1, nodes: 1, text: 2 * LONGEST_PATH });
  if (unstorable.length > 0) return [{ ...unknown, code: unstorable[0]?.code ?? unknown.code }];
  if (value === null || value === undefined) return checkValues(definition, { [nameOfPath(path)]: null });
  const refused = (code: string): SurveyProblem[] => [{ code, path: `/${path}` }];
  if (place.is === "entry") {
    return typeof value === "number" && Math.abs(value) <= FARTHEST_PLACE ? [] : refused("not-an-entry");
  }
  if (place.is === "code") {
    const code = (partsOf(path).at(-1) as string).slice(1);
    if (value !== true && (typeof value !== "number" || codeOf(value) !== code)) return refused("not-a-choice");
  }
  const around = place.entries.map((entry): [string, unknown] => [entry, 0]);
  return checkValues(definition, fromFields(definition, [...around, [path, value]]));
}
