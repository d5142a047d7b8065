import type { Fault } from "../../domain/problem.ts";
import type { FieldErrors } from "../layout/form-context.ts";
import { useTexts } from "../texts.ts";

/** Messages by field. Paths are "/name". */
export function useGoalErrors(faults: readonly Fault[]): FieldErrors {
  const t = useTexts().goals.faults;
  return Object.fromEntries(
    faults.map(({ path, code, detail }) => {
      const text = (t[code] ?? code).replace(/\{(low|high|limit)\}/g, (_, name: string) =>
        String(detail?.[name] ?? ""),
      );
      return [path.replace(/^\//, ""), text];
    }),
  );
}
