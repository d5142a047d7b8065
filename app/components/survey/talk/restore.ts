import { useCallback } from "react";
import type { SurveyModel } from "survey-core";
import { nameOfPath } from "#surveys/fields/index.ts";
import { fieldIn, partsBelow } from "./field-of-answer.ts";
import { useTalkHere } from "./talk-context.tsx";

/** Writes a value into a field as if the person had entered it: it is saved, and can be taken back, like any edit. */
export function useRestore(): (path: string, value: unknown) => void {
  const { saver } = useTalkHere().survey;
  return useCallback((path, value) => saver?.write(path, value ?? null), [saver]);
}

/** What stands in a field of the form now. */
export function readField(model: SurveyModel, path: string): unknown {
  const name = nameOfPath(path);
  const above = name.replace(/-Comment$/, "");
  if (above !== name && model.getValue(name) === undefined) return model.getComment(above) || undefined;
  return fieldIn(model.getValue(name), partsBelow(path));
}
