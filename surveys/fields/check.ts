import { checkValues } from "../check-values.ts";
import { codeOf } from "../choices.ts";
import type { Definition } from "../definition.ts";
import { inspectJson } from "../json.ts";
import type { SurveyProblem } from "../model.ts";
import { placeOfField } from "./place.ts";
import { LONGEST_PATH } from "./shape.ts";
import { fromFields, nameOfPath, partsOf } from "./tree.ts";

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
