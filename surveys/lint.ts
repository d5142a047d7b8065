import { SurveyModel } from "survey-core";
import type { Definition } from "./definition.ts";
import { lintExpressions } from "./lint/expressions.ts";
import { type Fault, fault } from "./lint/fault.ts";
import { lintHtml } from "./lint/html.ts";
import { lintInterfaces } from "./lint/interfaces.ts";
import { lintNames } from "./lint/names.ts";
import { lintNeeds } from "./lint/needs.ts";
import { lintPatterns } from "./lint/patterns.ts";
import { lintStructure } from "./lint/structure.ts";
import { lintTies } from "./lint/ties.ts";
import { quietly } from "./quiet.ts";
import { serverJson } from "./survey-json.ts";

export { canBePublished, type Fault } from "./lint/fault.ts";
export { cleanHtml } from "./lint/html.ts";

/**
 * What survey-core says when it builds a model. Properties it does not know are the author's own (scores, hints) and stay;
 * what has no type or name is reported elsewhere, with its path.
 */
function lintModel(definition: Definition): Fault[] {
  const mine = new Set(["unknownproperty", "missingtypeproperty", "requiredproperty", "incorrecttypeproperty"]);
  try {
    const survey = new SurveyModel(serverJson(definition.source));
    const errors = (survey.jsonErrors ?? []).filter((error) => !mine.has(error.type));
    return errors.map((error) => fault("warning", "survey-core", "", { message: error.message.slice(0, 300) }));
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 300) : "";
    return [fault("error", "cannot-be-built", "", { message })];
  }
}

/** All faults of a definition that could be read, errors first. At most 500 are returned. */
export function lintDefinition(definition: Definition): Fault[] {
  const faults = quietly(() => [
    ...lintStructure(definition),
    ...lintExpressions(definition),
    ...lintPatterns(definition),
    ...lintHtml(definition),
    ...lintNames(definition),
    ...lintNeeds(definition),
    ...lintTies(definition),
    ...lintInterfaces(definition),
    ...lintModel(definition),
  ]);
  const errors = faults.filter(({ severity }) => severity === "error");
  return [...errors, ...faults.filter(({ severity }) => severity === "warning")].slice(0, 500);
}
