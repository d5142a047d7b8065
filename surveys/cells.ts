import type { Definition } from "./definition.ts";
import type { JsonObject } from "./json.ts";
import type { Cell } from "./model.ts";
import { recordCells } from "./records.ts";
import { locate } from "./walk.ts";

/**
 * The long form of checked answers. Single choices are a code (with its number on ordered scales), several choices one cell
 * each, rankings a code with its position as number, "other" a code with what was typed as text, comments an item of their
 * own (`<question>/-comment`), entries of groups are numbered. Values that no item expects become text cells.
 * `invisible` are JSON Pointers of values to leave out, as `checkAnswers` returns them.
 */
export function cellsOf(definition: Definition, answers: JsonObject, invisible: readonly string[] = []): Cell[] {
  const counted = invisible.length > 0 ? withoutPaths(answers, invisible) : answers;
  return recordCells(definition.level, counted, null);
}

/** A copy without the values at these JSON Pointers. In lists the place stays, empty, so that entries keep their numbers. */
export function withoutPaths(answers: JsonObject, paths: readonly string[]): JsonObject {
  const copy = structuredClone(answers);
  for (const path of paths) {
    const place = locate(copy, path);
    if (!place) continue;
    if (Array.isArray(place.holder)) place.holder[Number(place.key)] = null;
    else delete place.holder[place.key];
  }
  return copy;
}
