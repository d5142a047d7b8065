import type { Fault } from "../../../domain/problem.ts";
import type { FieldErrors } from "../../layout/form-context.ts";
import { useTexts } from "../../texts.ts";

/** The words for a fault of a round. */
export function useFaultText(): (fault: Fault) => string {
  const t = useTexts();
  return ({ code, detail = {} }) => t.roundSetup.faults[code]?.(detail) ?? t.problems.codes["invalid-round"].title;
}

/** Faults as messages of a form, by field; `fields` names the field where it is not the fault's own path. */
export function useFieldErrors(faults: readonly Fault[] = [], fields: Record<string, string> = {}): FieldErrors {
  const textOf = useFaultText();
  const errors: FieldErrors = {};
  for (const fault of faults) {
    const name = fault.path.slice(1);
    const field = fields[name] ?? name;
    errors[field] ??= textOf(fault);
  }
  return errors;
}
