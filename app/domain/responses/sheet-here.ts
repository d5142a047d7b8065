import { cellsOf } from "#surveys/cells.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { answerSheet, type SheetPage } from "./answer-sheet.ts";

/**
 * Answers that only a browser has, as a sheet to be read before they are sent: `answers` of questions that are asked,
 * and the names of those that are not. Runs in the browser.
 */
export function sheetHere(source: JsonObject, answers: JsonObject, unasked: readonly string[]): SheetPage[] {
  const { definition } = readDefinition(source);
  return definition ? answerSheet(definition, cellsOf(definition, answers), unasked) : [];
}
