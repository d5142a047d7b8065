import { expect } from "vitest";
import { type CheckOptions, checkAnswers } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";

/** A definition that must be readable, from its elements. */
export function definitionOf(elements: unknown[], survey: JsonObject = {}): Definition {
  const { definition, problems } = readDefinition({ ...survey, elements });
  expect(problems).toEqual([]);
  return definition!;
}

/** Checks answers to these elements. */
export const check = (
  elements: unknown[],
  raw: unknown,
  options: Partial<CheckOptions> = {},
  survey: JsonObject = {},
) => checkAnswers(definitionOf(elements, survey), raw, { complete: false, ...options });

export const codesOf = (problems: readonly { code: string }[]): string[] => problems.map((problem) => problem.code);

/** Cells in short: `item[entry]=code|number|text`. */
export const shortCells = (elements: unknown[], raw: JsonObject, survey: JsonObject = {}): string[] =>
  cellsOf(definitionOf(elements, survey), raw).map(({ item, entry, code, number, text }) => {
    const values = [code, number, text].map((value) => (value === null ? "" : String(value)));
    return `${item}${entry === null ? "" : `[${entry}]`}=${values.join("|")}`;
  });
