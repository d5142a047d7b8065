import type { SurveyModel } from "survey-core";
import { questionOf } from "./question-of.ts";

/**
 * Tells of every answer that a person changed, with the value as it stands. What triggers and expressions set is left
 * out: two browsers would correct each other for ever. Only a computed part of an answer that the person is just
 * changing (the sum in a row, say) goes along with it.
 */
export function onPersonsEdit(model: SurveyModel, tell: (path: string, value: unknown) => void): void {
  const touched = new Set<string>();
  const computed = (path: string) => questionOf(model, path)?.getType() === "expression";
  model.onValueChanging.add((_, { name, value, oldValue, reason }) => {
    if (reason !== undefined || JSON.stringify(value) === JSON.stringify(oldValue)) return;
    // All that follows from one gesture happens before the next microtask.
    if (touched.size === 0) queueMicrotask(() => touched.clear());
    touched.add(name);
  });
  model.onValueChanged.add((_, { name, value, reason }) => {
    if ((reason === undefined || touched.has(name)) && !computed(name)) tell(name, value);
  });
}

/** Writes an answer, or the comment beside one, into the form, so that it is seen there. */
export function showValue(model: SurveyModel, path: string, value: unknown): void {
  const question = questionOf(model, path);
  const name = question && (question.valueName || question.name);
  if (name && path === `${name}-Comment`) model.setComment(name, String(value ?? ""));
  else model.setValue(path, value);
}

/**
 * Gives a function that shows a refusal of the server at its question, for as long as the refused value stands there:
 * survey-core forgets errors from outside whenever it checks a page.
 */
export function createRefusals(model: SurveyModel, textOf: (code: string) => string) {
  const refused = new Map<string, { text: string; value: string }>();
  const value = (path: string) => JSON.stringify(model.getValue(path) ?? null);
  model.onValidateQuestion.add((_, event) => {
    for (const [path, refusal] of refused) {
      if (questionOf(model, path) === event.question && refusal.value === value(path)) event.error = refusal.text;
    }
  });
  return (path: string, code: string): void => {
    refused.set(path, { text: textOf(code), value: value(path) });
    questionOf(model, path)?.validate(true);
  };
}
