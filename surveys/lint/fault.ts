import { isObject, type JsonObject, pointer } from "../json.ts";
import type { SurveyProblem } from "../model.ts";

/** A fault of a definition: an `error` keeps it from being published, a `warning` is to be read. */
export type Fault = SurveyProblem & { severity: "error" | "warning" };

export const fault = (
  severity: Fault["severity"],
  code: string,
  path: string,
  detail?: Record<string, string | number>,
): Fault => ({ severity, code, path, ...(detail === undefined ? {} : { detail }) });

/** A definition can be published when it has no error. */
export const canBePublished = (faults: readonly Fault[]): boolean =>
  faults.every(({ severity }) => severity !== "error");

type Leaf = { key: string; value: unknown; path: string; holder: JsonObject };

/** Every property of every object of a definition, with its path. The definition has passed the reading's limits. */
export function* properties(value: unknown, path = ""): Generator<Leaf> {
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries()) yield* properties(inner, `${path}/${i}`);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const at = pointer(path, key);
      yield { key, value: inner, path: at, holder: value };
      yield* properties(inner, at);
    }
  }
}
