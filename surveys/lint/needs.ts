import type { Definition } from "../definition.ts";
import { asString } from "../json.ts";
import { haveSameSteps } from "../steps.ts";
import { type Fault, fault } from "./fault.ts";

/**
 * A question may ask how far needs are covered (`coverageOf`) if another asks of the same rows how important they are, both
 * in the same numbers: the gap is the distance between their means.
 */
export function lintNeeds({ questions, level, items }: Definition): Fault[] {
  const codesOf = (key: string) => items.find(({ question }) => question === key)?.codes ?? [];
  return questions.flatMap((question) => {
    if (question.source.coverageOf === undefined) return [];
    const other = level.questions.find(({ name }) => name === asString(question.source.coverageOf));
    const isMatrix = question.type === "matrix" && other?.type === "matrix" && other !== question;
    const rows = new Set(other?.rows.map(({ name }) => name));
    const detail = { question: question.alias };
    if (!isMatrix || !level.questions.includes(question) || !question.rows.every(({ name }) => rows.has(name))) {
      return [fault("error", "coverage-unusable", question.pointer, detail)];
    }
    if (haveSameSteps(codesOf(other.key), codesOf(question.key))) return [];
    return [fault("error", "coverage-scales", question.pointer, detail)];
  });
}
