import type { Fault } from "../../domain/problem.ts";
import type { FieldErrors } from "../layout/form-context.ts";
import { useTexts } from "../texts.ts";

/** Faults of the coding desk as messages of a form, by field. */
export function useCodingErrors(faults: readonly Fault[] = []): FieldErrors {
  const { coding, problems } = useTexts();
  const errors: FieldErrors = {};
  for (const { code, path, detail = {} } of faults) {
    errors[path.slice(1)] ??= coding.faults[code]?.(detail) ?? problems.codes["invalid-coding"].title;
  }
  return errors;
}
